"""The number formats of the cells of an xls (MS-XLS): what calamine does not tell."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlint.readers.spreadsheet.compound import stream_of
from reportlint.readers.spreadsheet.formats import BUILT_IN, GENERAL
from reportlint.readers.spreadsheet.sheet import Position

BOF, BOUND_SHEET, FORMAT, STYLE, DATE_MODE = 0x0809, 0x0085, 0x041E, 0x00E0, 0x0022
FORMULA, NUMBER, PACKED, PACKED_ROW = 0x0006, 0x0203, 0x027E, 0x00BD
EXCEL_97 = 0x0600
END = 0x000A


class Record(NamedTuple):
    """One record of the stream: where it begins, its kind and its content."""

    at: int
    kind: int
    body: bytes


@dataclass(slots=True)
class CellFormats:
    """Format codes by sheet (in the order in which the workbook lists them) and position."""

    sheets: list[Mapping[Position, str]] = field(default_factory=list)
    from_1904: bool = False


def cell_formats(data: bytes) -> CellFormats:
    """The formats in a workbook of Excel 97 or later; empty for what cannot be understood."""
    stream = stream_of(data, ("Workbook", "Book"))
    if stream is None:
        return CellFormats()
    try:
        return _read(stream)
    except (struct.error, UnicodeDecodeError):
        return CellFormats()


def _read(stream: bytes) -> CellFormats:
    found = CellFormats()
    codes: dict[int, str] = {}
    styles: list[int] = []
    starts: list[int] = []
    for _, kind, body in _records(stream, 0):
        if kind == BOF and struct.unpack_from("<H", body)[0] != EXCEL_97:
            return found
        if kind == BOUND_SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _text(body[2:])
        elif kind == STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == DATE_MODE:
            found.from_1904 = body[:1] == b"\x01"
    shown = [codes.get(number) or BUILT_IN.get(number, GENERAL) for number in styles]
    found.sheets = [
        {at: shown[style] for at, style in _cells(stream, start) if style < len(shown)}
        for start in starts
    ]
    return found


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from `at` to the end of the substream that begins there."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield Record(at, kind, stream[at + 4 : at + 4 + length])
        if kind == END:
            return
        at += 4 + length


def _cells(stream: bytes, start: int) -> Iterator[tuple[Position, int]]:
    """Positions and style numbers of the cells that hold numbers."""
    for record in _records(stream, start):
        if record.kind in {FORMULA, NUMBER, PACKED}:
            row, column, style = struct.unpack_from("<HHH", record.body)
            yield (row, column), style
        elif record.kind == PACKED_ROW:
            row, first = struct.unpack_from("<HH", record.body)
            for index in range((len(record.body) - 6) // 6):
                (style,) = struct.unpack_from("<H", record.body, 4 + 6 * index)
                yield (row, first + index), style


def _text(body: bytes) -> str:
    length, flags = struct.unpack_from("<HB", body)
    if flags & 1:
        return body[3 : 3 + 2 * length].decode("utf-16-le")
    return body[3 : 3 + length].decode("latin-1")
