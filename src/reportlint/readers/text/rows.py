"""Rows of cells between bars, as Markdown and plain text have them."""

from __future__ import annotations

import re

from reportlint.document.traced import Traced

BARS = "|│┃｜"
BAR = re.compile(rf"(?<!\\)[{BARS}]")
RULE_ROW = re.compile(rf"[\s{BARS}:+=\-—─━┄┈╌┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═║┏┳┓┣╋┫┗┻┛┠┨┯┷╂]+")
ESCAPED_BAR = re.compile(r"(\\)\|")
LINE_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_rule(text: str) -> bool:
    """Whether a line only draws a border or divides a header from its rows."""
    bare = text.strip()
    return len(bare) >= 3 and RULE_ROW.fullmatch(bare) is not None


def is_barred(text: str) -> bool:
    """Whether a line is a row of cells between bars."""
    bare = text.strip()
    bars = len(BAR.findall(bare))
    return bars >= 2 and bare[0] in BARS and bare[-1] in BARS and not bare.endswith("\\|")


def bars_in(text: str) -> int:
    """How many bars divide a line."""
    return len(BAR.findall(text.strip()))


def barred_cells(line: Traced) -> list[Traced]:
    """The cells between the bars of a line, outer bars or not."""
    line = line.strip()
    cells = _split(line, BAR)
    if line.text[:1] in BARS:
        cells = cells[1:]
    if cells and not cells[-1].text.strip():
        cells = cells[:-1]
    return [_cell(cell) for cell in cells]


def _cell(cell: Traced) -> Traced:
    """A cell between bars, its escapes resolved and its line tags made into line feeds."""
    cell = cell.strip().without(match.span(1) for match in ESCAPED_BAR.finditer(cell.strip().text))
    if not LINE_TAG.search(cell.text):
        return cell
    keep = [(m.start() + 1, m.end()) for m in LINE_TAG.finditer(cell.text)]
    cell = cell.without(keep)
    return Traced(cell.text.replace("<", "\n"), cell.marks)


def _split(line: Traced, pattern: re.Pattern[str]) -> list[Traced]:
    cells: list[Traced] = []
    position = 0
    for match in pattern.finditer(line.text):
        cells.append(line.cut(position, match.start()))
        position = match.end()
    return [*cells, line.cut(position, len(line.text))]
