"""What of a page is not the report: menus, lists of links, what surrounds every page of a site."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from reportlint.document import Layer
from reportlint.readers.container import Element

DROPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "head", "title", "meta", "link"),
        *("iframe", "object", "embed", "audio", "video", "canvas", "map"),
        *("button", "select", "option", "textarea", "input", "del"),
    )
)
"""Elements whose content no reader of the page sees as text of it."""
LAYERS = {"nav": Layer.HEADER, "header": Layer.HEADER, "footer": Layer.FOOTER}
REPORT = frozenset({"article", "main"})
"""Elements inside which headers and footers belong to the report."""
LISTS = frozenset({"ul", "ol", "dl", "div", "p", "td", "section", "aside", "center"})
FEWEST_LINKS = 3
MOSTLY = 0.6
"""Share of characters in links from which on a block is a menu."""


@dataclass(slots=True)
class Count:
    """Characters in an element, those of them in links, and the links: all, and inside the page."""

    text: int = 0
    linked: int = 0
    links: int = 0
    internal: int = 0


class Furniture:
    """Knows of every element of a page how much of it is links."""

    def __init__(self, root: Element) -> None:
        # Elements are kept, so that what is known of them is found again.
        self._elements = list(root.iter(etree.Element))
        self._counts: dict[Element, Count] = {element: Count() for element in self._elements}
        for element in reversed(self._elements):
            self._count(element)

    def _count(self, element: Element) -> None:
        """Add up an element whose children have been added up."""
        own = self._counts[element]
        own.text += _length(element.text)
        if element.tag == "a" and element.get("href"):
            own.linked = own.text
            own.links += 1
            own.internal += element.get("href", "").startswith("#")
        around = element.getparent()
        parent = None if around is None else self._counts.get(around)
        if parent is not None and element.tag not in DROPPED:
            parent.text += own.text
            parent.linked += own.linked
            parent.links += own.links
            parent.internal += own.internal
        if parent is not None:
            parent.text += _length(element.tail)

    def layer(self, element: Element, outer: Layer, *, in_report: bool) -> Layer:
        """The layer of what stands in `element`, itself standing in `outer`."""
        if outer is not Layer.BODY:
            return outer
        tag = str(element.tag)
        if tag in LAYERS and not (in_report and tag != "nav"):
            return LAYERS[tag]
        count = self._counts[element]
        if tag in LISTS and count.links >= FEWEST_LINKS and count.linked > MOSTLY * count.text:
            return Layer.TOC if count.internal * 2 > count.links else Layer.HEADER
        return outer


def is_hidden(element: Element) -> bool:
    """Whether a browser shows nothing of it."""
    style = element.get("style", "").replace(" ", "").lower()
    hidden = "display:none" in style or "mso-hide:all" in style or "visibility:hidden" in style
    return hidden or element.get("hidden") is not None


def _length(text: str | None) -> int:
    return len("".join(text.split())) if text else 0
