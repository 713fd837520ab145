"""The cells of one sheet of an xlsx, each as the sheet shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from io import BytesIO

from lxml import etree

from reportlint.config import Limits
from reportlint.readers.clock import Clock
from reportlint.readers.container import Element
from reportlint.readers.failure import damaged
from reportlint.readers.spreadsheet.formats import GENERAL, shown
from reportlint.readers.spreadsheet.sheet import Position, Range, Sheet, position_of, range_of
from reportlint.readers.spreadsheet.workbook import KIND, Workbook, child, local, text_of

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
LARGEST_EXPONENT = 308
"""Numbers of a sheet are floating-point; anything beyond is damage or malice."""


def read_sheet(name: str, blob: bytes, workbook: Workbook, limits: Limits, clock: Clock) -> Sheet:
    """The sheet in `blob`, no more cells of it than allowed. Raises `UnreadableFile`."""
    return _Reading(workbook, limits, clock).sheet(name, blob)


class _Reading:
    def __init__(self, workbook: Workbook, limits: Limits, clock: Clock) -> None:
        self._workbook = workbook
        self._limits = limits
        self._clock = clock
        self._cells: dict[Position, str] = {}
        self._merged: list[Range] = []
        self._formats = {str(n): code for n, code in enumerate(workbook.formats)}
        self._uncomputed = 0
        self._row = -1

    def sheet(self, name: str, blob: bytes) -> Sheet:
        cut = False
        try:
            for element in _elements(blob):
                if local(element) == "mergeCell":
                    self._merge(element)
                elif len(self._cells) < self._limits.max_table_cells:
                    self._take_row(element)
                else:
                    cut = True
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged(KIND, name[:40]) from error
        return Sheet(name, self._cells, tuple(self._merged), self._uncomputed, cut)

    def _merge(self, element: Element) -> None:
        found = range_of(element.get("ref", ""))
        if found is not None and len(self._merged) < self._limits.max_table_cells:
            self._merged.append(found)

    def _take_row(self, row: Element) -> None:
        self._clock.check()
        number = row.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() and len(number) < 8 else self._row + 1
        column = -1
        for cell in row:
            position = position_of(cell.get("r", "")) or (self._row, column + 1)
            column = position[1]
            text = self._text(cell).strip()
            if text:
                self._cells[position] = text

    def _text(self, cell: Element) -> str:
        """What a cell shows."""
        value = child(cell, "v")
        raw = (value.text or "") if value is not None else ""
        match cell.get("t", "n"):
            case "s":
                strings = self._workbook.strings
                known = raw.isdecimal() and len(raw) < 10 and int(raw) < len(strings)
                return _unescaped(strings[int(raw)]) if known else ""
            case "inlineStr":
                inline = child(cell, "is")
                return _unescaped(text_of(inline)) if inline is not None else ""
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
            case "n":
                return self._number(cell, raw)
            case _:
                return _unescaped(raw)

    def _number(self, cell: Element, raw: str) -> str:
        if not raw.strip():
            self._uncomputed += child(cell, "f") is not None
            return ""
        value = decimal(raw)
        if value is None:
            return raw
        code = self._formats.get(cell.get("s", "0"), GENERAL)
        return shown(value, code, from_1904=self._workbook.from_1904)


def decimal(raw: str) -> Decimal | None:
    """The number in a cell, exactly as the file has it; `None` when it is none."""
    try:
        value = Decimal(raw.strip()[:400])
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= LARGEST_EXPONENT else None


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold are spelled `_x000D_`."""
    if "_x" not in text:
        return text.replace("\r\n", "\n").replace("\r", "\n")
    spelled = ESCAPED.sub(lambda m: "" if m[1] in {"000D", "000d"} else chr(int(m[1], 16)), text)
    return spelled.replace("\0", "")


def _elements(blob: bytes) -> Iterator[Element]:
    """Rows and merges, one by one; what has been looked at is let go."""
    events = etree.iterparse(
        BytesIO(blob),
        tag=("{*}row", "{*}mergeCell"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, element in events:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
