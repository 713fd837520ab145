"""Zip files, before anything is unpacked: what may be wrong with one, how large it may be."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Sequence

from reportlint.config import Limits
from reportlint.readers.failure import over_limit
from reportlint.result import Text

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    IndexError,
    struct.error,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,
)
"""What `zipfile` raises for a container that is damaged, locked or packed in an unknown way."""
UNPACKED = Text("解压后的字节数", "Unpacked size in bytes")
SMALL = 10_000_000
"""Below so many unpacked bytes the ratio says nothing: sparse tables pack a hundredfold."""


def check_sizes(infos: Sequence[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    """Refuse bombs by what the directory declares; zipfile never unpacks more than that."""
    if len(infos) > limits.max_members:
        raise over_limit(Text("包内文件数", "Number of members"), limits.max_members, "max_members")
    expanded = sum(info.file_size for info in infos)
    largest = max((info.file_size for info in infos), default=0)
    if expanded > limits.max_expanded_bytes:
        raise over_limit(UNPACKED, limits.max_expanded_bytes, "max_expanded_bytes")
    if largest > limits.max_part_bytes:
        raise over_limit(UNPACKED, limits.max_part_bytes, "max_part_bytes")
    if expanded > max(SMALL, limits.max_ratio * packed):
        raise over_limit(Text("压缩比", "Compression ratio"), limits.max_ratio, "max_ratio")
