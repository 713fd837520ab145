"""The package of a docx being rewritten: parts that change, all others as they are."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from reportlint.config import Limits
from reportlint.readers.docx.membername import PartName
from reportlint.readers.docx.names import MAIN, STRICT, Element
from reportlint.readers.docx.package import WORD, Package
from reportlint.readers.failure import damaged
from reportlint.readers.packing import BROKEN

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_CONTENT_TYPES = "[Content_Types].xml"
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".zip", ".docx", ".xlsx")


class File:
    """A docx as it will be written. Raises `UnreadableFile`."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._package = Package(data, limits)
        self._changed: dict[str, Element] = {}
        self._members = _members(data)
        self.name = self._package.main.membername
        main = self.part(self.name)
        if main is None:
            raise damaged(WORD)
        self.main = main
        self._strict = STRICT.encode() in self._members.get(self._written(self.name), b"")

    def part(self, name: str) -> Element | None:
        """The root of a part, to be changed in place; `None` where there is none."""
        if name not in self._changed:
            root = self._package.part(PartName(f"/{name}"))
            if root is None:
                return None
            self._changed[name] = root
        return self._changed[name]

    def related(self, kind: str) -> str | None:
        """The name of the part that the main one relates to in this way, if it is there."""
        found = self._package.relations(self._package.main)
        names = (r.target.membername for r in found if r.kind == kind)
        return next((name for name in names if self._written(name) in self._members), None)

    def add(self, name: str, root: Element, kind: str, content_type: str) -> None:
        """Add a part beside the main one, with its relation and its type."""
        folder = self.name.rpartition("/")[0]
        names = (f"{folder}/{name}{n or ''}.xml".lstrip("/") for n in range(len(self._members) + 1))
        own = next(found for found in names if found not in self._members)
        self._changed[own] = root
        self._relate(own, kind)
        types = self.part(_CONTENT_TYPES)
        if types is not None:
            override = {"PartName": f"/{own}", "ContentType": content_type}
            etree.SubElement(types, f"{{{_TYPES}}}Override", override)

    def _relate(self, name: str, kind: str) -> None:
        source = self._package.main.relationships.membername
        root = self.part(source)
        if root is None:
            root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
            self._changed[source] = root
        taken = {child.get("Id") for child in root}
        id_ = next(f"rIdNote{n}" for n in range(len(taken) + 1) if f"rIdNote{n}" not in taken)
        kinds = _STRICT_KINDS if self._strict else _KINDS
        made = {"Id": id_, "Type": f"{kinds}/{kind}", "Target": f"/{name}"}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", made)

    def _written(self, name: str) -> str:
        """A name as the package writes it: with its own capitals and strokes."""
        return next((found for found in self._members if _plain(found) == _plain(name)), name)

    def content(self) -> bytes:
        """The bytes of the copy."""
        changed = {self._written(name): self._bytes(root) for name, root in self._changed.items()}
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in (self._members | changed).items():
                packed = name.lower().endswith(_PACKED)
                kind = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, kind)
        return buffer.getvalue()

    def _bytes(self, root: Element) -> bytes:
        found = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return found.replace(MAIN.encode(), STRICT.encode()) if self._strict else found


def _members(data: bytes) -> dict[str, bytes]:
    """Every member in order; of several with one name the last, as programs read them."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            files = (info for info in archive.infolist() if not info.is_dir())
            return {info.filename: archive.read(info) for info in files}
    except BROKEN as error:
        raise damaged(WORD) from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
