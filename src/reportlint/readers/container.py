"""The zip container of docx, xlsx and ofd: its members, without trusting a byte of them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO

from lxml import etree

from reportlint.config import Limits
from reportlint.readers.failure import damaged, over_limit
from reportlint.result import Text

Element = etree._Element

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,
)
"""What `zipfile` raises for a container that is damaged, locked or packed in an unknown way."""
DEPTH, PARSER_DEPTH = Text("XML 嵌套层数", "XML nesting"), 256
UNPACKED = Text("解压后的字节数", "Unpacked size in bytes")
SMALL = 10_000_000
"""Below so many unpacked bytes the ratio says nothing: sparse tables pack a hundredfold."""


class Container:
    """The members of a packed document called `kind`. Raises `UnreadableFile`, nothing else."""

    def __init__(self, data: bytes, limits: Limits, kind: Text) -> None:
        self.limits = limits
        self.kind = kind
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise damaged(kind) from error
        infos = self._archive.infolist()
        check_sizes(infos, len(data), limits)
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}
        self._folded = {name.lower(): name for name in self._infos}

    def names(self) -> list[str]:
        """All members in the order of the directory, with `/` and none in front."""
        return list(self._infos)

    def read(self, name: str) -> bytes | None:
        """The bytes of a member, `None` when there is none; capitals are not told apart."""
        info = self._infos.get(name) or self._infos.get(self._folded.get(name.lower(), ""))
        if info is None:
            return None
        try:
            return self._archive.read(info)
        except BROKEN as error:
            raise damaged(self.kind, name) from error

    def xml(self, name: str) -> Element | None:
        """The root element of a member, `None` when there is none."""
        blob = self.read(name)
        return None if blob is None else parse_xml(blob, self.limits, self.kind)


def parse_xml(blob: bytes, limits: Limits, kind: Text) -> Element:
    """The root of an XML part; entities, DTDs and the network are left alone."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error).lower():
            # libxml2 stops by itself at a depth of 256.
            raise over_limit(DEPTH, min(limits.xml_depth, PARSER_DEPTH), "xml_depth") from error
        raise damaged(kind, "XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(kind, "DTD")
    return root


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
