"""Workbooks of Excel 97 (MS-XLS in MS-CFB), record by record: no library at hand writes them."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

FREE, LAST, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512
Cell = tuple[int, int, float | str, int]
"""Row, column, value, style number."""


def workbook(
    sheets: Mapping[str, Sequence[Cell]],
    formats: Sequence[str] = (),
    merged: Sequence[tuple[int, int, int, int]] = (),
    hidden: Sequence[str] = (),
    from_1904: bool = False,
) -> bytes:
    """An xls of sheets by name; style n+1 has the n-th of `formats`, style 0 the ordinary one."""
    bodies = [_sheet(cells, merged) for cells in sheets.values()]
    lengths = [len(_globals(list(sheets), formats, hidden, [0] * len(bodies), from_1904))]
    for body in bodies:
        lengths.append(lengths[-1] + len(body))
    head = _globals(list(sheets), formats, hidden, lengths[:-1], from_1904)
    return compound("Workbook", head + b"".join(bodies))


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _globals(
    names: Sequence[str],
    formats: Sequence[str],
    hidden: Sequence[str],
    starts: Sequence[int],
    from_1904: bool,
) -> bytes:
    parts = [record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 0))]
    parts.append(record(0x0042, struct.pack("<H", 1200)))
    parts.append(record(0x0022, struct.pack("<H", from_1904)))
    for number, code in enumerate(formats):
        text = struct.pack("<HHB", 164 + number, len(code), 1) + code.encode("utf-16-le")
        parts.append(record(0x041E, text))
    for number in (0, *(164 + n for n, _ in enumerate(formats))):
        parts.append(record(0x00E0, struct.pack("<HH", 0, number) + bytes(16)))
    for name, start in zip(names, starts, strict=True):
        text = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
        parts.append(record(0x0085, struct.pack("<IBB", start, name in hidden, 0) + text))
    return b"".join([*parts, record(0x000A)])


def _sheet(cells: Sequence[Cell], merged: Sequence[tuple[int, int, int, int]]) -> bytes:
    parts = [record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 0))]
    for row, column, value, style in cells:
        where = struct.pack("<HHH", row, column, style)
        if isinstance(value, str):
            text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
            parts.append(record(0x0204, where + text))
        else:
            parts.append(record(0x0203, where + struct.pack("<d", value)))
    if merged:
        ranges = b"".join(struct.pack("<HHHH", r0, r1, c0, c1) for r0, c0, r1, c1 in merged)
        parts.append(record(0x00E5, struct.pack("<H", len(merged)) + ranges))
    return b"".join([*parts, record(0x000A)])


def compound(name: str, stream: bytes) -> bytes:
    """A compound file with one stream, large enough to need no small sectors."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // SECTOR)
    tables = -(-(count + 2) * 4 // SECTOR) + 1
    first = tables + 1
    links = [TABLE] * tables + [LAST] + list(range(first + 1, first + count)) + [LAST]
    links += [FREE] * (tables * SECTOR // 4 - len(links))
    listed = [*range(tables), *[FREE] * (109 - tables)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIIII", 0, tables, tables, 0, 4096, LAST, 0, LAST, 0, listed[0])
    head += struct.pack("<108I", *listed[1:])
    directory = _entry("Root Entry", 5, LAST, 0, child=1) + _entry(name, 2, first, len(stream))
    body = struct.pack(f"<{len(links)}I", *links) + directory.ljust(SECTOR, b"\0")
    return head + body + stream.ljust(count * SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    fixed = struct.pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
    return text.ljust(64, b"\0") + fixed + bytes(36) + struct.pack("<IQ", start, size)
