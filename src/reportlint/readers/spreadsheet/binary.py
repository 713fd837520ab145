"""Workbooks in the old binary formats, their cells read by calamine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from reportlint.config import Limits
from reportlint.readers.failure import UnreadableFile, damaged, unreadable
from reportlint.readers.spreadsheet.digits import general
from reportlint.readers.spreadsheet.sheet import Position, Range, Sheet
from reportlint.readers.spreadsheet.workbook import KIND, Entry
from reportlint.result import Text

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def binary_sheets(data: bytes, limits: Limits) -> Iterator[tuple[Entry, Sheet | None]]:
    """The sheets of cells in the order of their tabs. Raises `UnreadableFile`."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise locked() from error
    except (CalamineError, ValueError, OSError) as error:
        raise damaged(KIND) from error
    for index, found in enumerate(workbook.sheets_metadata):
        if found.typ is not SheetTypeEnum.WorkSheet:
            continue
        entry = Entry(found.name, "", str(found.visible) != "SheetVisibleEnum.Visible")
        try:
            sheet = workbook.get_sheet_by_index(index)
            yield entry, _sheet(found.name, sheet, limits)
        except (CalamineError, ValueError, OSError):
            yield entry, None


def locked() -> UnreadableFile:
    """A workbook that asks for a password."""
    return unreadable(
        Text("电子表格设有打开密码。", "The spreadsheet is password-protected."),
        Text("请去掉密码后另存一份再检查。", "Remove the password, save a copy and check that."),
    )


def _sheet(name: str, sheet: CalamineSheet, limits: Limits) -> Sheet:
    first_row, first_column = sheet.start or (0, 0)
    cells: dict[Position, str] = {}
    cut = False
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), first_row):
        if len(cells) >= limits.max_table_cells:
            cut = True
            break
        for column, value in enumerate(values, first_column):
            if text := shown_plainly(value).strip():
                cells[row, column] = text
    merged: list[Range] = [(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    return Sheet(name, cells, tuple(merged), 0, cut)


def shown_plainly(value: object) -> str:
    """A value whose number format is not known, as the ordinary format shows it."""
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            number = Decimal(repr(value))
            return general(number) if number.is_finite() else ""
        case datetime():
            clock = value.time()
            return _day(value.date()) + (f" {clock:%H:%M}" if clock != time() else "")
        case date():
            return _day(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02}"
        case _:
            return str(value)


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"
