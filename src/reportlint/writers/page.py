"""Lines and blocks laid out on a page of a given width."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text as Line

from reportlint.result.marks import heading
from reportlint.writers import View

_NEVER_WRAPPED = 1_000_000


def title(view: View) -> list[Line]:
    """What a file says of itself on its first line; a terminal needs no such line."""
    return [Line(heading(view.lang), "dim"), Line()] if view.titled else []


def page(parts: Iterable[RenderableType], view: View) -> str:
    """The parts below each other, without trailing blanks."""
    return _printed(parts, view, view.width)


def lines(parts: Iterable[Line], view: View) -> str:
    """Each part on a line of its own, however long."""
    return _printed(parts, view, _NEVER_WRAPPED)


def _printed(parts: Iterable[RenderableType], view: View, width: int) -> str:
    console = Console(
        file=StringIO(),
        width=width,
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
