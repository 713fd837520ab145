"""One flag as people read it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from reportlint.result import Flag, Severity
from reportlint.result import words as known
from reportlint.result.description import details, position_words, severity_words
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.text.excerpt import excerpt
from reportlint.writers.text.styles import STYLES

_INDENT = 4


def flag_block(flag: Flag, view: View) -> Iterator[RenderableType]:
    """Code, message, the marked words, and what a reviewer needs to redo the check."""
    yield _indented(_title(flag, view.lang), 2)
    yield _indented(Line(visible(flag.message.in_(view.lang))))
    for text, carets in excerpt(flag.anchor, view.width - _INDENT - 4):
        yield _indented(Line("│ ", "dim").append(text, "default"))
        if carets:
            yield _indented(Line("│ ", "dim").append(carets, _style(flag)))
    yield _indented(_details(flag, view.lang))


def flag_line(flag: Flag, view: View) -> Line:
    """The flag on one line: where, what, and what should stand there."""
    line = styled_severity(flag, view.lang).append(f" {flag.code} ", "bold")
    if position := position_words(flag.anchor, view.lang):
        line.append(f"{visible(position)} ", "dim")
    return line.append(visible(flag.message.in_(view.lang)), "default")


def styled_severity(flag: Flag, lang: str) -> Line:
    """The word for its severity, coloured where there is colour."""
    return Line("").append(severity_words(flag, lang), _style(flag))


def _style(flag: Flag) -> str:
    return STYLES[flag.severity or Severity.INFO]


def _indented(part: RenderableType, by: int = _INDENT) -> Padding:
    return Padding(part, (0, 0, 0, by))


def _title(flag: Flag, lang: str) -> Line:
    line = styled_severity(flag, lang)
    line.append(f" {flag.code}", "bold").append(f" {flag.name}", "default")
    doubt = known.CONFIDENCES[flag.confidence].in_(lang)
    for remark in (doubt, visible(position_words(flag.anchor, lang))):
        if remark:
            line.append(f" · {remark}", "dim")
    return line


def _details(flag: Flag, lang: str) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in details(flag, lang):
        grid.add_row(label, Line(visible(value)))
    return grid
