"""Rows of tables in plain text: between bars, or aligned with blanks and tabs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlint.document.traced import Traced

BARS = "|│┃｜"
BAR = re.compile(rf"(?<!\\)[{BARS}]")
RULE_ROW = re.compile(rf"[\s{BARS}:+=\-—─━┄┈╌┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═║┏┳┓┣╋┫┗┻┛┠┨┯┷╂]+")
ESCAPED_BAR = re.compile(r"(\\)\|")
LINE_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
GAP = re.compile(r"\t|[ \u3000]{2,}|\u3000")
TAB = re.compile(r"[ \u3000]*\t[ \u3000]*")
BLANK = re.compile(r"[ \u3000]+")
NUMBER = re.compile(
    r"""[-−－+＋]?[（(]?[-−－]?\d[\d,，]*(?:[.．]\d+)?[)）]?\s*
    (?:%|％|‰|[万亿]?元|[万亿]|[个项人次户家分台套年名件条所]|人次|个百分点)?""",
    re.VERBOSE,
)
EMPTY = frozenset({"", "-", "—", "——", "–", "－", "/", "／", "*", "无", "0"})
ORDINAL = "[一二三四五六七八九十\\d]+"
NOT_A_LABEL = re.compile(
    rf"[。；！？]|^(?:{ORDINAL}[、.．)）]?|[（(]{ORDINAL}[)）]|第{ORDINAL}[部章节条]分?)$"
)
LONGEST_LABEL = 40
LONGEST_CELL = 24


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


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line. `wide`: tabs or several blanks divide them, not single blanks."""

    cells: tuple[Traced, ...]
    wide: bool
    tabbed: bool = False

    @property
    def texts(self) -> list[str]:
        """The text of each cell."""
        return [cell.text for cell in self.cells]


def aligned_row(line: Traced) -> Row:
    """The cells of a line set with tabs, or else with wide blanks, or else with single ones."""
    bare = line.strip()
    tabbed = "\t" in bare.text
    cells = _split(bare, TAB if tabbed else GAP)
    wide = len(cells) > 1
    cells = cells if wide else _split(bare, BLANK)
    return Row(tuple(cell.strip() for cell in cells), wide, tabbed)


def is_data_row(row: Row) -> bool:
    """Whether cells are a label (or a running number and a label) and figures."""
    texts = row.texts
    if len(texts) > 2 and texts[0].isdigit() and not is_number(texts[1]):
        texts = texts[1:]
    if len(texts) < 2 or not _is_label(texts[0]):
        return False
    rest = texts[1:]
    figures = sum(map(is_number, rest))
    if not row.wide:
        bare = not any(c.isdigit() for c in texts[0])
        return bare and figures > 0 and all(is_number(t) or t in EMPTY for t in rest)
    fitting = all(is_number(t) or t in EMPTY or _is_word(t) for t in rest)
    return fitting and figures > 0 and figures * 3 >= len(rest)


def is_header_row(row: Row, width: int) -> bool:
    """Whether cells may head a table `width` columns wide."""
    texts = row.texts
    words = all(_is_word(t) or t in EMPTY for t in texts)
    return 2 <= len(texts) <= width <= len(texts) + 1 and words and any(texts)


def is_number(text: str) -> bool:
    """Whether a cell is a figure with at most a unit behind it."""
    return NUMBER.fullmatch(text) is not None


def _is_label(text: str) -> bool:
    short = 0 < len(text) <= LONGEST_LABEL
    return short and not is_number(text) and NOT_A_LABEL.search(text) is None


def _is_word(text: str) -> bool:
    return 0 < len(text) <= LONGEST_CELL and not re.search("[。；！？，]", text)


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
