"""One line for each flag, for a quick look and for other programs: path, place, code, message."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text as Line

from reportlint.result import Flag, Result
from reportlint.result.description import position_words, where_words
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.page import lines, title
from reportlint.writers.text.flags import styled_severity
from reportlint.writers.text.summary import contents, summary

EXTENSION = ".txt"


def render(items: Sequence[Result], view: View) -> str:
    """Flags in document order, report after report, then a line over all of them."""
    if not items:
        return ""
    found = [_line(result, flag, view) for result in items for flag in result.flags]
    return lines([*title(view), *filter(None, found), summary(items, view)], view)


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """One line per report: its file and what was found."""
    return lines([*title(view), *contents(files, view)], view)


def _line(result: Result, flag: Flag, view: View) -> Line | None:
    if flag.suppressed:
        return None
    position = position_words(flag.anchor, view.lang) or where_words(flag.anchor)
    place = ": ".join(filter(None, (visible(result.path), visible(position))))
    line = Line(f"{place}: ").append_text(styled_severity(flag, view.lang))
    return line.append(f" {flag.code} ", "bold").append(visible(flag.message.in_(view.lang)))
