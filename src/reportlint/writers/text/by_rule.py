"""Flags of all reports, grouped by rule: for whoever looks for one kind of fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Line

from reportlint.result import Anchor, Flag, Result
from reportlint.result.description import position_words, where_words
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.page import page, title
from reportlint.writers.text.flags import styled_severity
from reportlint.writers.text.summary import contents, summary

EXTENSION = ".txt"
_NEIGHBOURS = 14
Found = tuple[Result, Flag]


def render(items: Sequence[Result], view: View) -> str:
    """The rules by their number of flags, below each its flags."""
    if not items:
        return ""
    groups: dict[tuple[str, str], list[Found]] = {}
    for result in items:
        for flag in result.flags:
            if not flag.suppressed:
                groups.setdefault((flag.code, flag.name), []).append((result, flag))
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    parts = [part for names, found in ordered for part in _group(names, found, view)]
    return page([*title(view), *parts, summary(items, view)], view)


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """One line per report: its file and what was found."""
    return page([*title(view), *contents(files, view)], view)


def _group(names: tuple[str, str], found: Sequence[Found], view: View) -> Iterator[RenderableType]:
    code, name = names
    count = f"{len(found)}" if view.lang == "en" else f"{len(found)} 处"
    yield Line(code, "bold").append(f" {name} · ", "default").append(count)
    for result, flag in found:
        head = Line("").append_text(styled_severity(flag, view.lang))
        place = position_words(flag.anchor, view.lang) or where_words(flag.anchor)
        head.append("  ".join(["", visible(result.path), visible(place)]).rstrip(), "dim")
        yield Padding(head, (0, 0, 0, 2))
        yield Padding(Line(visible(flag.message.in_(view.lang))), (0, 0, 0, 4))
        if flag.anchor.before or flag.anchor.after:
            yield Padding(_context(flag.anchor), (0, 0, 0, 4))
    yield Line()


def _context(anchor: Anchor) -> Line:
    """The words among their neighbours, which tells flags of one wording apart."""
    line = Line(f"│ {visible(anchor.before[-_NEIGHBOURS:])}", "dim")
    line.append(visible(anchor.quote), "bold")
    return line.append(visible(anchor.after[:_NEIGHBOURS]), "dim")
