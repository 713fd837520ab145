"""Lines whose cells are set apart by blanks or tabs: is a line a row of figures, or prose?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlint.document.traced import Traced
from reportlint.document.wrapping import NUMBERING, columns

GAP = re.compile(r"[ \u3000]{2,}|\u3000")
TAB = re.compile(r"[ \u3000]*\t[ \u3000]*")
BLANK = re.compile(r"[ \u3000]+")
NUMBER = re.compile(
    r"""[-−－+＋]?[（(]?[-−－]?\d[\d,，]*(?:[.．]\d+)?[)）]?\s*
    (?:%|％|‰|[万亿]?元|[万亿]|[个项人次户家分台套年名件条所]|人次|个百分点)?""",
    re.VERBOSE,
)
EMPTY = frozenset({"", "-", "—", "——", "–", "－", "/", "／", "*", "无"})
ORDINAL = r"[一二三四五六七八九十\d]+"
NOT_A_LABEL = re.compile(
    rf"[。；！？]|^(?:{ORDINAL}[、.．)）]?|[（(]{ORDINAL}[)）]|第{ORDINAL}[部章节条]分?)$"
)
LONGEST_LABEL = 40
LONGEST_CELL = 24
LONGEST_GROUP = 16


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line, and the columns (display width, start and end) they stand in.

    `wide`: tabs or several blanks divide them, not single blanks.
    """

    cells: tuple[Traced, ...]
    spans: tuple[tuple[int, int], ...]
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
    spans = _spans(bare.text, TAB if tabbed else GAP)
    wide = len(spans) > 1
    spans = spans if wide else _spans(bare.text, BLANK)
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    cells = tuple(bare.cut(start, end) for start, end in spans)
    return Row(cells, _columns(bare.text, spans, columns(indent)), wide, tabbed)


def _columns(
    text: str, spans: Sequence[tuple[int, int]], indent: int
) -> tuple[tuple[int, int], ...]:
    """Spans of characters as spans of display columns."""
    found: list[tuple[int, int]] = []
    position, column = 0, indent
    for start, end in spans:
        left = column + columns(text[position:start])
        position, column = end, left + columns(text[start:end])
        found.append((left, column))
    return tuple(found)


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


def is_group_row(row: Row) -> bool:
    """Whether a line between rows of figures is a label without any (其中：)."""
    text = "".join(row.texts)
    plain = _is_label(text) and not any(c.isdigit() for c in text)
    return (
        len(row.cells) == 1 and plain and len(text) <= LONGEST_GROUP and not NUMBERING.match(text)
    )


def is_number(text: str) -> bool:
    """Whether a cell is a figure with at most a unit behind it."""
    return NUMBER.fullmatch(text) is not None


def _is_label(text: str) -> bool:
    short = 0 < len(text) <= LONGEST_LABEL
    return short and not is_number(text) and NOT_A_LABEL.search(text) is None


def _is_word(text: str) -> bool:
    return 0 < len(text) <= LONGEST_CELL and not re.search("[。；！？，]", text)


def _spans(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the pieces between the matches of `pattern` stand."""
    spans: list[tuple[int, int]] = []
    position = 0
    for match in pattern.finditer(text):
        spans.append((position, match.start()))
        position = match.end()
    return [*spans, (position, len(text))]
