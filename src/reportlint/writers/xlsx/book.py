"""Sheets with a frozen, filtered header, written so that no cell can act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import xlsxwriter
from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reportlint.result import Severity, Text
from reportlint.result.marks import GENERATOR, OUTPUT
from reportlint.result.visible import visible

Value = str | int | None
_MOST_ROWS = 1_048_576 - 2
"""Of a sheet, without its header and a last row that says that it was cut."""
_LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""
_ACTIVE = ("=", "+", "-", "@")
"""What spreadsheet programs take for the beginning of a formula when a cell is edited."""
_FILLS = {Severity.ERROR: "#FBD5D5", Severity.WARNING: "#FDF0C8", Severity.INFO: "#DDEBF7"}
_A3 = 8
_LINE, _MOST_LINES = 14.0, 12
"""Points of a line, and lines of a row beyond which one has to click on a cell."""
_PRINTABLE = 260
"""Characters that can still be read side by side on a sheet of paper; wider tables are divided."""
_CUT = Text("（其余行超出工作表上限，未列出）", "(further rows do not fit on a sheet)")


@dataclass(frozen=True, slots=True)
class Column:
    """A header and a width in characters."""

    header: Text
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """Values from left to right; a severity colours the first of them."""

    values: Sequence[Value]
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its name, in one language."""

    name: Text
    columns: Sequence[Column]
    rows: Iterable[Row]
    lang: str


class _Formats:
    """The few looks that cells have."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        base = {"valign": "top", "text_wrap": True, "font_size": 10}
        self.head = book.add_format(base | {"bold": True, "bg_color": "#E7E6E6", "border": 1})
        self.cell = book.add_format(base)
        self.fills = {s: book.add_format(base | {"bg_color": c}) for s, c in _FILLS.items()}
        # Such a cell stays text even when somebody edits it, or saves the sheet as CSV and back.
        self.inert = book.add_format(base | {"quote_prefix": True})

    def of(self, text: str) -> Format:
        """The look of a text without a colour."""
        return self.inert if text.startswith(_ACTIVE) else self.cell


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The bytes of an xlsx file."""
    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        made = {"author": GENERATOR, "category": OUTPUT, "created": datetime(2000, 1, 1)}
        book.set_properties(made)
        formats = _Formats(book)
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name.in_(sheet.lang)), sheet, formats)
    return buffer.getvalue()


def _fill(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, column.header.in_(sheet.lang), formats.head)
    page.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        if last > _MOST_ROWS:
            page.write_string(last, 0, _CUT.in_(sheet.lang), formats.cell)
            break
        _write(page, last, row, formats)
        page.set_row(last, _height(row, sheet.columns))
    page.autofilter(0, 0, last, len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(_A3)
    if sum(column.width for column in sheet.columns) <= _PRINTABLE:
        page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _height(row: Row, columns: Sequence[Column]) -> float:
    """Room for the longest text of a row: not every program makes it by itself."""
    cells = zip(row.values, columns, strict=True)
    needed = (-(-cell_len(str(value)[:_LONGEST]) // column.width) for value, column in cells)
    return _LINE * min(max(1, *needed), _MOST_LINES)


def _write(page: Worksheet, number: int, row: Row, formats: _Formats) -> None:
    for column, value in enumerate(row.values):
        if isinstance(value, int):
            page.write_number(number, column, value, formats.cell)
        elif value:
            text = visible(value)[:_LONGEST]
            plain = row.severity is None or column
            look = formats.of(text) if plain else formats.fills[row.severity or Severity.INFO]
            page.write_string(number, column, text, look)
