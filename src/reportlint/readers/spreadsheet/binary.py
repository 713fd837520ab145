"""Workbooks in the old binary formats, read by calamine in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from reportlint.config import Limits
from reportlint.readers.failure import Reason, UnreadableFile, damaged, unreadable
from reportlint.readers.spreadsheet.sheet import Sheet
from reportlint.readers.spreadsheet.workbook import KIND, Entry
from reportlint.result import Text

PROGRAM = "reportlint.readers.spreadsheet.calamine"
LOCKED = 3
"""Exit code of the process for a workbook that asks for a password."""


def binary_sheets(data: bytes, limits: Limits) -> Iterator[tuple[Entry, Sheet | None]]:
    """The sheets of cells in the order of their tabs. Raises `UnreadableFile`."""
    listed, found = _received(_output(data, limits))
    for number, (name, hidden) in enumerate(listed):
        sheet = found.get(number)
        yield Entry(name, "", hidden), None if sheet is None else _sheet(name, sheet)


def _output(data: bytes, limits: Limits) -> bytes:
    """What the process said of the workbook, be it only of its first sheets."""
    sizes = [str(limits.max_table_cells), str(limits.memory_bytes)]
    command = [sys.executable, "-m", PROGRAM, *sizes]
    try:
        process = subprocess.run(
            command, input=data, capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired as late:
        return late.stdout or b""
    except OSError as error:
        raise damaged(KIND) from error
    if process.returncode == LOCKED:
        raise locked()
    return process.stdout


def _received(output: bytes) -> tuple[list[tuple[str, bool]], dict[int, dict[str, Any]]]:
    """The names of the sheets, and what is known of each by its number."""
    lines = [line for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
    if not lines:
        raise damaged(KIND)
    head, *sheets = map(json.loads, lines)
    return head["sheets"], {sheet["sheet"]: sheet for sheet in sheets}


def _sheet(name: str, found: dict[str, Any]) -> Sheet:
    cells = {(row, column): text for row, column, text in found["cells"]}
    merged = tuple((r0, c0, r1, c1) for r0, c0, r1, c1 in found["merged"])
    return Sheet(name, cells, merged, 0, found["cut"])


def locked() -> UnreadableFile:
    """A workbook that asks for a password."""
    return unreadable(
        Text("电子表格设有打开密码。", "The spreadsheet is password-protected."),
        Text("请去掉密码后另存一份再检查。", "Remove the password, save a copy and check that."),
        reason=Reason.ENCRYPTED,
    )
