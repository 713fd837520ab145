"""Open the package of a docx and hand out its parts, without trusting a byte of it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple

from docx.opc.packuri import PACKAGE_URI, PackURI
from lxml import etree

from reportlint.config import Limits
from reportlint.readers.docx.names import MAIN, STRICT, Element
from reportlint.readers.failure import UnreadableFile, damaged, over_limit
from reportlint.result import Text

WORD = Text("Word 文档", "Word document")
DEPTH, PARSER_DEPTH = Text("XML 嵌套层数", "XML nesting"), 256
SMALL = 10_000_000
"""Below so many unpacked bytes the ratio says nothing: sparse tables pack a hundredfold."""


class Relation(NamedTuple):
    """A relationship of a part: its id, the last word of its type, and the part it leads to."""

    id: str
    kind: str
    target: PackURI


class Package:
    """The parts of a docx. Raises `UnreadableFile` for what is damaged or over a limit."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            _check_sizes(data, limits)
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise damaged(WORD) from error
        self.main = self._find_main()

    def _find_main(self) -> PackURI:
        """The part with the text: where the package says, else where it always is."""
        try:
            found = [r.target for r in self.relations(PACKAGE_URI) if r.kind == "officeDocument"]
        except UnreadableFile:
            found = []
        return found[0] if found else PackURI("/word/document.xml")

    def relations(self, source: PackURI) -> list[Relation]:
        """The internal relationships of `source`, in file order; broken ones left out."""
        root = self.part(source.rels_uri)
        found = [] if root is None else [_relation(source, child) for child in root]
        return [relation for relation in found if relation is not None]

    def part(self, uri: PackURI) -> Element | None:
        """The root element of a part; `None` when the package does not have it."""
        try:
            blob = self._archive.read(uri.membername)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise damaged(WORD, uri.membername) from error
        return parse(blob, self._limits)


def parse(blob: bytes, limits: Limits) -> Element:
    """The root of an XML part; entities, DTDs and the network are left alone."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(blob.replace(STRICT.encode(), MAIN.encode()), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            # libxml2 stops by itself at a depth of 256.
            raise over_limit(DEPTH, min(limits.xml_depth, PARSER_DEPTH), "xml_depth") from error
        raise damaged(WORD, "XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(WORD, "DTD")
    return root


def _relation(source: PackURI, element: Element) -> Relation | None:
    target = element.get("Target", "")
    if element.get("TargetMode") == "External" or not target or target.endswith("NULL"):
        return None
    kind = element.get("Type", "").rpartition("/")[2]
    uri = PackURI.from_rel_ref(source.baseURI, target)
    return Relation(element.get("Id", ""), kind, uri)


def _check_sizes(data: bytes, limits: Limits) -> None:
    """Refuse bombs by what the directory declares; zipfile never unpacks more than that."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
    if len(infos) > limits.max_members:
        raise over_limit(Text("包内文件数", "Number of members"), limits.max_members, "max_members")
    expanded = sum(info.file_size for info in infos)
    largest = max((info.file_size for info in infos), default=0)
    unpacked = Text("解压后的字节数", "Unpacked size in bytes")
    if expanded > limits.max_expanded_bytes:
        raise over_limit(unpacked, limits.max_expanded_bytes, "max_expanded_bytes")
    if largest > limits.max_part_bytes:
        raise over_limit(unpacked, limits.max_part_bytes, "max_part_bytes")
    if expanded > max(SMALL, limits.max_ratio * len(data)):
        raise over_limit(Text("压缩比", "Compression ratio"), limits.max_ratio, "max_ratio")
