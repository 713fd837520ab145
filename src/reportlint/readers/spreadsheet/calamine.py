"""Reads an old workbook with calamine, in a process of its own: run as a program.

The bytes come in on stdin; out on stdout comes one JSON object for each sheet. Damaged workbooks
make calamine panic, which no `except` should have to know, and sparse ones fill the memory.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from reportlint.readers.spreadsheet.binary import LOCKED
from reportlint.readers.spreadsheet.records import cell_formats
from reportlint.readers.spreadsheet.values import Shown

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Message = dict[str, object]


def main(max_cells: int, memory_bytes: int) -> int:
    """Read the workbook on stdin; returns the exit code."""
    from python_calamine import CalamineError, PasswordError

    _confine(memory_bytes)
    try:
        for message in _sheets(sys.stdin.buffer.read(), max_cells):
            sys.stdout.write(json.dumps(message) + "\n")
            sys.stdout.flush()
    except PasswordError:
        return LOCKED
    except (CalamineError, ValueError, OSError):
        return 1
    return 0


def _confine(memory_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))


def _sheets(data: bytes, max_cells: int) -> Iterator[Message]:
    """The sheets of cells in the order of their tabs, first all of their names."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    formats = cell_formats(data)
    listed = [
        (index, found)
        for index, found in enumerate(workbook.sheets_metadata)
        if found.typ == SheetTypeEnum.WorkSheet
    ]
    yield {"sheets": [(f.name, f.visible != SheetVisibleEnum.Visible) for _, f in listed]}
    for number, (index, _) in enumerate(listed):
        known = formats.sheets[index] if index < len(formats.sheets) else {}
        try:
            sheet = workbook.get_sheet_by_index(index)
            yield {"sheet": number, **_cells(sheet, Shown(known, formats.from_1904), max_cells)}
        except (CalamineError, ValueError, OSError):
            continue


def _cells(sheet: CalamineSheet, shown: Shown, max_cells: int) -> Message:
    first_row, first_column = sheet.start or (0, 0)
    cells: list[tuple[int, int, str]] = []
    cut = False
    for row, values in enumerate(sheet.iter_rows(), first_row):
        if len(cells) >= max_cells:
            cut = True
            break
        for column, value in enumerate(values, first_column):
            if value != "" and (text := shown.text((row, column), value).strip()):
                cells.append((row, column, text))
    merged = [(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    return {"cells": cells, "merged": merged[:max_cells], "cut": cut}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
