"""A table as a grid of texts and numbers, before anything is known of its build."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportlint.document import Cell, Table
from reportlint.facts.model import FigureKind, Numeral
from reportlint.facts.numerals.cells import read_cell
from reportlint.facts.tables.terms import terms

LONGEST_NUMBER = 60
"""A cell with more characters than this is text, whatever it holds."""

LONGEST_LABEL = 8
"""A label that says of the number beside it that it is none."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = frozenset("-—–―─－/\\*＊×~～一|·.．、")


class Content(StrEnum):
    """What stands in a cell."""

    BLANK = "blank"
    MARK = "mark"
    NUMBER = "number"
    TEXT = "text"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Grid:
    """Texts without spaces, in half-width forms, and the numbers that fill a whole cell.

    `contents[r][c]` is SPAN where a number of another row or column spreads over the position:
    nothing may be computed with it there.
    """

    block: int
    table: Table
    texts: tuple[tuple[str, ...], ...]
    contents: tuple[tuple[Content, ...], ...]
    numerals: Mapping[tuple[int, int], Numeral]

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.texts)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.texts[0]) if self.texts else 0

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Top left of the cell that covers a position."""
        cell = self.table.rows[row][column]
        return cell.row, cell.column

    def is_origin(self, row: int, column: int) -> bool:
        """Whether a cell begins here."""
        return self.origin(row, column) == (row, column)

    def distinct(self, row: int) -> list[tuple[int, str]]:
        """Column and text of the cells of a row that hold something, merged cells once."""
        found: dict[tuple[int, int], tuple[int, str]] = {}
        for column, text in enumerate(self.texts[row]):
            if text:
                found.setdefault(self.origin(row, column), (column, text))
        return list(found.values())


def grid_of(block: int, table: Table) -> Grid:
    """Read every cell of `table` once."""
    squeezed: dict[tuple[int, int], str] = {}
    numerals: dict[tuple[int, int], Numeral] = {}
    for cell in table.cells():
        squeezed[cell.row, cell.column] = squeeze(cell.text)
        numeral = _numeral(cell, squeezed[cell.row, cell.column])
        if numeral is not None:
            numerals[cell.row, cell.column] = numeral
    for position in (*_years(squeezed, numerals), *_identifiers(table, squeezed, numerals)):
        numerals.pop(position, None)
    texts = tuple(tuple(squeezed.get((c.row, c.column), "") for c in row) for row in table.rows)
    contents = tuple(
        tuple(_content(cell, r, c, squeezed, numerals) for c, cell in enumerate(row))
        for r, row in enumerate(table.rows)
    )
    return Grid(block, table, texts, contents, numerals)


def squeeze(text: str) -> str:
    """`text` in half-width forms without any spaces: cells are broken and justified at will."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\u200b", "")


def _years(
    texts: Mapping[tuple[int, int], str], numerals: Mapping[tuple[int, int], Numeral]
) -> list[tuple[int, int]]:
    """Numbers of columns that hold nothing but successive years."""
    columns: dict[int, list[tuple[int, int]]] = {}
    for position in numerals:
        columns.setdefault(position[1], []).append(position)
    found: list[tuple[int, int]] = []
    for positions in columns.values():
        if len(positions) > 1 and all(_YEAR.fullmatch(texts[p]) for p in positions):
            years = [int(texts[p]) for p in positions]
            if all(abs(b - a) == 1 for a, b in pairwise(years)):
                found.extend(positions)
    return found


def _identifiers(
    table: Table, texts: Mapping[tuple[int, int], str], numerals: Mapping[tuple[int, int], Numeral]
) -> list[tuple[int, int]]:
    """Telephone numbers and the like, told by the label to their left."""
    found: list[tuple[int, int]] = []
    for row, column in numerals:
        left = table.rows[row][column - 1] if column else None
        label = texts.get((left.row, left.column), "") if left else ""
        if label and len(label) <= LONGEST_LABEL and terms().has("identifier", label):
            found.append((row, column))
    return found


def _numeral(cell: Cell, squeezed: str) -> Numeral | None:
    if not squeezed or len(squeezed) > LONGEST_NUMBER or not any(map(_digit, squeezed)):
        return None
    numeral = read_cell(cell.text)
    if numeral is None or numeral.kind in (FigureKind.DATE, FigureKind.PERIOD):
        return None
    return numeral if squeeze(cell.text[numeral.start : numeral.end]) == squeezed else None


def _digit(char: str) -> bool:
    return char.isdigit() or char in "零〇一二三四五六七八九十百千万亿半两"


def _content(
    cell: Cell,
    row: int,
    column: int,
    squeezed: Mapping[tuple[int, int], str],
    numerals: Mapping[tuple[int, int], Numeral],
) -> Content:
    origin = (cell.row, cell.column)
    text = squeezed.get(origin, "")
    if not text:
        return Content.BLANK
    if all(char in _MARKS for char in text):
        return Content.MARK
    if origin in numerals:
        return Content.NUMBER if origin == (row, column) else Content.SPAN
    return Content.TEXT
