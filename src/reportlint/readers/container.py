"""The zip container of docx, xlsx and ofd: its members, without trusting a byte of them."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from reportlint.config import Limits
from reportlint.readers.failure import damaged, over_limit
from reportlint.readers.packing import BROKEN, check_sizes
from reportlint.result import Text

Element = etree._Element

DEPTH, PARSER_DEPTH = Text("XML 嵌套层数", "XML nesting"), 256


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
    if limits.xml_depth < PARSER_DEPTH and is_deeper(root, limits.xml_depth):
        raise over_limit(DEPTH, limits.xml_depth, "xml_depth")
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(kind, "DTD")
    return root


def is_deeper(root: Element, most: int) -> bool:
    """Whether elements are nested more than `most` deep."""
    level = [root]
    for _ in range(most):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
