"""Which pages an OFD has, and the parts that make each of them up."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from reportlint.config import Limits
from reportlint.readers.container import Container, Element
from reportlint.readers.failure import Reason, UnreadableFile, damaged, unreadable
from reportlint.result import Text

OFD = Text("OFD 文件", "OFD file")
ROOT = "OFD.xml"


@dataclass(frozen=True, slots=True)
class PageParts:
    """The roots of what is drawn on a page, templates first; `None` for one that is damaged."""

    roots: tuple[Element | None, ...]


class Package:
    """An OFD opened. Raises `UnreadableFile`."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._container = Container(data, limits, OFD)
        self._limits = limits
        root = self._container.xml(ROOT)
        if root is None:
            raise damaged(OFD)
        self._documents = [_text(e) for e in root.iter("{*}DocRoot")]
        if not self._documents:
            raise damaged(OFD)

    def pages(self) -> Iterator[PageParts]:
        """The pages of all documents in it, one by one."""
        for location in self._documents:
            part = _resolved("", location)
            root = self._container.xml(part)
            if root is None:
                raise self._missing()
            folder = posixpath.dirname(part)
            listed = _listed(root, "TemplatePage")
            templates = {e.get("ID", ""): e.get("BaseLoc", "") for e in listed}
            for page in _listed(root, "Page"):
                content = self._part(folder, page.get("BaseLoc", ""))
                used = [] if content is None else list(content.iterchildren("{*}Template"))
                behind = [templates.get(e.get("TemplateID", "")) for e in used]
                roots = [self._part(folder, place) for place in behind if place]
                yield PageParts((*roots, content))

    def _part(self, folder: str, location: str) -> Element | None:
        try:
            return self._container.xml(_resolved(folder, location))
        except UnreadableFile:
            return None

    def _missing(self) -> UnreadableFile:
        """The document is not where it should be: encrypted parts have other names."""
        if any("encrypt" in name.lower() for name in self._container.names()):
            return unreadable(
                Text("OFD 文件设有打开密码。", "The OFD file is password-protected."),
                Text(
                    "请去掉密码后另存一份再检查。",
                    "Remove the password, save a copy and check that.",
                ),
                reason=Reason.ENCRYPTED,
            )
        return damaged(OFD)


def _listed(root: Element, name: str) -> Iterator[Element]:
    """Elements of that name, wherever the document lists them."""
    return root.iter(f"{{*}}{name}")


def _resolved(folder: str, location: str) -> str:
    """A location as the name of a member: relative to `folder` unless it begins with /."""
    path = location.strip().replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _text(element: Element) -> str:
    return (element.text or "").strip()
