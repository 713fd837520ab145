"""Lines and blocks laid out on a page of a given width."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType

from reportlint.writers import View


def page(parts: Iterable[RenderableType], view: View) -> str:
    """The parts below each other, without trailing blanks."""
    console = Console(
        file=StringIO(),
        width=view.width,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
