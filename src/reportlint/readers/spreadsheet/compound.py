"""A stream of an OLE compound file (MS-CFB), with every chain in it distrusted."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

HEADER = 512
IN_HEADER = 109
"""Entries of the sector allocation table that the header itself lists."""
ENTRY = 128
STREAM, ROOT = 2, 5
LAST = 0xFFFFFFFA
"""From here on, sector numbers mark ends and gaps."""


def stream_of(data: bytes, names: Sequence[str]) -> bytes | None:
    """The first stream of one of these names; `None` where it cannot be found or put together."""
    try:
        return _Compound(data).stream(names)
    except (struct.error, IndexError, OverflowError):
        return None


class _Compound:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if not (7 <= shift <= 14 and 4 <= mini_shift <= 10):
            raise IndexError("sector size")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        self._table = self._numbers(self._allocation())

    def stream(self, names: Sequence[str]) -> bytes | None:
        """The bytes of a stream, from its own sectors or from those of the small streams."""
        (directory,) = struct.unpack_from("<I", self._data, 48)
        (cutoff, small, _) = struct.unpack_from("<III", self._data, 56)
        entries = list(self._entries(b"".join(self._sectors(directory))))
        for name, kind, start, size in entries:
            if kind != STREAM or name not in names:
                continue
            if size >= cutoff:
                return b"".join(self._sectors(start))[:size]
            holder = next(first for _, kind, first, _ in entries if kind == ROOT)
            return self._small(start, size, small, b"".join(self._sectors(holder)))
        return None

    def _small(self, start: int, size: int, table: int, holder: bytes) -> bytes:
        links = self._numbers(self._sectors(table))
        pieces = [
            holder[n * self._mini_size : (n + 1) * self._mini_size] for n in _chain(start, links)
        ]
        return b"".join(pieces)[:size]

    def _entries(self, directory: bytes) -> Iterator[tuple[str, int, int, int]]:
        for at in range(0, len(directory) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", directory, at + 116)
            yield name, kind, start, size

    def _allocation(self) -> Iterator[bytes]:
        """The sectors of the allocation table: listed in the header, then in a chain."""
        for number in struct.unpack_from(f"<{IN_HEADER}I", self._data, 76):
            if number < LAST:
                yield self._sector(number)
        (further,) = struct.unpack_from("<I", self._data, 68)
        for _ in range(len(self._data) // self._size):
            if further >= LAST:
                return
            *listed, further = self._numbers([self._sector(further)])
            yield from (self._sector(number) for number in listed if number < LAST)

    def _numbers(self, sectors: Iterator[bytes] | list[bytes]) -> list[int]:
        joined = b"".join(sectors)
        return list(struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4]))

    def _sectors(self, start: int) -> Iterator[bytes]:
        return (self._sector(number) for number in _chain(start, self._table))

    def _sector(self, number: int) -> bytes:
        at = HEADER + number * self._size if self._size <= HEADER else (number + 1) * self._size
        return self._data[at : at + self._size]


def _chain(start: int, links: Sequence[int]) -> Iterator[int]:
    """The numbers that follow one another; a chain that bites its tail ends."""
    for _ in range(len(links) + 1):
        if start >= LAST:
            return
        yield start
        start = links[start]
