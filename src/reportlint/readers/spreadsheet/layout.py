"""A sheet laid out as blocks: titles and notes as paragraphs, the rest as tables."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlint.document import Block, Cell, Layer, Paragraph, Table
from reportlint.readers.spreadsheet.sheet import Position, Range, Sheet, SheetSource

NUMBER = re.compile(r"[-+−－(（]?[¥￥$]?[\d,，.．]+[)）]?\s*[%％‰]?")
DEFAULT_NAME = re.compile(r"(?:sheet|table|工作表|表格?)\s*\(?\d*\)?", re.IGNORECASE)
TITLE_ROWS = 8
SHORTEST_TITLE = 5
"""Characters of a title that is not merged over its table; less is a label without its value."""
LONG_TEXT = 30
"""A lone cell of so many characters is a note, however far it reaches."""
CAPTION = re.compile(r"(?:计量)?单位[:：]|附[件表]|[(（].*[)）]$|.*\d{4}\s*年")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row that holds anything: its number in the sheet, and its cells."""

    number: int
    columns: tuple[int, ...]


def blocks_of(sheet: Sheet, max_cells: int) -> tuple[list[Block], bool]:
    """The blocks of a sheet, and whether a table was cut at `max_cells` positions.

    The first block is the sheet's name, in the body where nothing else in it is a title.
    """
    layout = _Layout(sheet, max_cells)
    blocks = [block for region in layout.regions() for block in layout.region_blocks(region)]
    titled = bool(blocks) and isinstance(blocks[0], Paragraph)
    name = sheet.name.strip()
    if blocks and name:
        own = not titled and not DEFAULT_NAME.fullmatch(name)
        layer = Layer.BODY if own else Layer.HEADER
        blocks.insert(0, Paragraph(name, SheetSource(sheet.name), layer))
    return blocks, layout.cut


class _Layout:
    def __init__(self, sheet: Sheet, max_cells: int) -> None:
        self._sheet = sheet
        self._max = max_cells
        self.cut = False
        # Only a merge that shows something is laid out.
        self._merged: dict[Position, Range] = {
            (r[0], r[1]): r for r in sheet.merged if (r[0], r[1]) in sheet.cells
        }
        found: dict[int, list[int]] = {}
        for row, column in sorted(sheet.cells):
            found.setdefault(row, []).append(column)
        self._rows = [_Row(number, tuple(columns)) for number, columns in found.items()]

    def regions(self) -> Iterator[list[_Row]]:
        """Stretches of rows that belong together: blank rows divide them before a new start."""
        region: list[_Row] = []
        reach = -1
        for row in self._rows:
            gap = bool(region) and row.number > max(region[-1].number, reach) + 1
            if gap and self._starts_anew(row):
                yield region
                region = []
            region.append(row)
            reach = max([reach, *(self._range((row.number, c))[2] for c in row.columns)])
        if region:
            yield region

    def _starts_anew(self, row: _Row) -> bool:
        """Below a blank row: a lone title, or a row of words only, which is a header."""
        texts = [self._text(row, column) for column in row.columns]
        return len(texts) == 1 or not any(c.isdigit() for text in texts for c in text)

    def region_blocks(self, region: Sequence[_Row]) -> Iterator[Block]:
        """Titles, the table, notes."""
        columns = sorted({column for row in region for column in row.columns})
        width = self._width(region)
        if len(columns) == 1 and width == 1:
            yield from (self._paragraph(row) for row in region)
            return
        start, stop = 0, len(region)
        while start < min(stop, TITLE_ROWS) and self._is_title(region[start], width, start == 0):
            start += 1
        while stop > start and self._is_note(region[stop - 1], width):
            stop -= 1
        yield from (self._paragraph(row) for row in region[:start])
        if start < stop:
            yield from self._table(region[start:stop])
        yield from (self._paragraph(row) for row in region[stop:])

    def _width(self, region: Sequence[_Row]) -> int:
        """How many columns the region reaches over."""
        first = min(row.columns[0] for row in region)
        return max(row.columns[-1] for row in region) - first + 1

    def _is_title(self, row: _Row, width: int, top: bool) -> bool:
        if len(row.columns) > 1:
            return False
        text = self._text(row, row.columns[0])
        if NUMBER.fullmatch(text):
            return False
        return (
            self._reach(row) * 2 > width
            or CAPTION.match(text) is not None
            or (top and len(text) >= SHORTEST_TITLE)
        )

    def _is_note(self, row: _Row, width: int) -> bool:
        if len(row.columns) > 1:
            return False
        text = self._text(row, row.columns[0])
        wide = self._reach(row) * 2 > width and len(text) >= SHORTEST_TITLE
        return not NUMBER.fullmatch(text) and (wide or len(text) >= LONG_TEXT)

    def _reach(self, row: _Row) -> int:
        _, first, _, last = self._range((row.number, row.columns[0]))
        return last - first + 1 if last > first else 0

    def _table(self, region: Sequence[_Row]) -> Iterator[Block]:
        columns = self._columns(region)
        if len(region) * len(columns) > self._max:
            self.cut = True
            region = region[: max(1, self._max // max(1, len(columns)))]
        numbers = [row.number for row in region]
        cells = [
            self._cell((row.number, column), numbers, columns)
            for row in region
            for column in row.columns
        ]
        table = Table.of(cells)
        empty = self._empty(table, numbers, columns)
        yield Table(empty, source=SheetSource(self._sheet.name, (numbers[0], columns[0])))

    def _empty(
        self, table: Table, numbers: Sequence[int], columns: Sequence[int]
    ) -> tuple[tuple[Cell, ...], ...]:
        """The rows of a table whose empty cells know their place too."""
        return tuple(
            tuple(
                cell
                if cell.text
                else replace(cell, source=SheetSource(self._sheet.name, (numbers[r], columns[c])))
                for c, cell in enumerate(row)
            )
            for r, row in enumerate(table.rows)
        )

    def _columns(self, region: Sequence[_Row]) -> list[int]:
        """The columns that hold anything, so that empty ones between do not divide a table."""
        return sorted({column for row in region for column in row.columns})

    def _cell(self, at: Position, rows: Sequence[int], columns: Sequence[int]) -> Cell:
        _, _, last_row, last_column = self._range(at)
        row, column = bisect_left(rows, at[0]), bisect_left(columns, at[1])
        return Cell(
            self._sheet.cells[at],
            row,
            column,
            max(1, bisect_right(rows, last_row) - row),
            max(1, bisect_right(columns, last_column) - column),
            SheetSource(self._sheet.name, at),
        )

    def _paragraph(self, row: _Row) -> Paragraph:
        at = (row.number, row.columns[0])
        return Paragraph(self._sheet.cells[at], SheetSource(self._sheet.name, at))

    def _range(self, at: Position) -> Range:
        return self._merged.get(at, (*at, *at))

    def _text(self, row: _Row, column: int) -> str:
        return self._sheet.cells[(row.number, column)]
