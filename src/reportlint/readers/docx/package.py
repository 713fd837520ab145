"""Open the package of a docx and hand out its parts, without trusting a byte of it."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.config import Limits
from reportlint.readers.container import Container, parse_xml
from reportlint.readers.docx.membername import PACKAGE, PartName
from reportlint.readers.docx.names import MAIN, STRICT, Element
from reportlint.readers.failure import UnreadableFile
from reportlint.result import Text

WORD = Text("Word 文档", "Word document")


class Relation(NamedTuple):
    """A relationship of a part: its id, the last word of its type, and the part it leads to."""

    id: str
    kind: str
    target: PartName


class Package:
    """The parts of a docx. Raises `UnreadableFile` for what is damaged or over a limit."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._container = Container(data, limits, WORD)
        self.main = self._find_main()

    def _find_main(self) -> PartName:
        """The part with the text: where the package says, else where it always is."""
        try:
            found = [r.target for r in self.relations(PACKAGE) if r.kind == "officeDocument"]
        except UnreadableFile:
            found = []
        return found[0] if found else PartName("/word/document.xml")

    def relations(self, source: PartName) -> list[Relation]:
        """The internal relationships of `source`, in file order; broken ones left out."""
        root = self.part(source.relationships)
        found = [] if root is None else [_relation(source, child) for child in root]
        return [relation for relation in found if relation is not None]

    def part(self, uri: PartName) -> Element | None:
        """The root element of a part; `None` when the package does not have it."""
        blob = self._container.read(uri.membername)
        if blob is None:
            return None
        modern = blob.replace(STRICT.encode(), MAIN.encode())
        return parse_xml(modern, self._container.limits, WORD)


def _relation(source: PartName, element: Element) -> Relation | None:
    target = element.get("Target", "")
    if element.get("TargetMode") == "External" or not target or target.endswith("NULL"):
        return None
    kind = element.get("Type", "").rpartition("/")[2]
    uri = source.beside(target)
    return Relation(element.get("Id", ""), kind, uri)
