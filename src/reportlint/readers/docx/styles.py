"""Paragraph styles: which of them make headings, contents and numbered lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlint.readers.docx.names import P_PR, Element, W, number, value

HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
CONTENTS = re.compile(
    r"(?:toc|目录)\s*(?:\d|heading|标题\s*\d?)?|table of figures|图表目录", re.IGNORECASE
)
BODY_LEVEL = 9
"""The outline level that means: not a heading."""
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class NumberedBy:
    """A reference to a list: its id and, unless left open, the level (0-based)."""

    num_id: int | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of itself, without what it inherits. `outline` is 0-based."""

    name: str
    based_on: str | None
    outline: int | None
    numbered: NumberedBy | None


class Styles:
    """The styles of a document, by id, with inheritance resolved."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): _style(style) for style in found}
        defaults = (s for s in found if s.get(W + "type") == "paragraph" and s.get(W + "default"))
        self._default = next((s.get(W + "styleId") for s in defaults), None)
        self._headings: dict[str | None, int | None] = {}
        self._numbered: dict[str | None, tuple[NumberedBy, str | None]] = {}
        self._contents: dict[str | None, bool] = {}

    def heading_level(self, style: str | None) -> int | None:
        """The level (1-based) of headings in this style, `None` when it makes none."""
        if style not in self._headings:
            self._headings[style] = self._find_heading_level(style)
        return self._headings[style]

    def makes_contents(self, style: str | None) -> bool:
        """Whether paragraphs in this style are entries of a table of contents."""
        if style not in self._contents:
            names = [found.name for _, found in self._chain(style)]
            self._contents[style] = any(map(CONTENTS.fullmatch, names))
        return self._contents[style]

    def numbered(self, style: str | None) -> tuple[NumberedBy, str | None]:
        """The list that this style belongs to, and the style that says so."""
        if style not in self._numbered:
            self._numbered[style] = self._find_numbered(style)
        return self._numbered[style]

    def _find_numbered(self, style: str | None) -> tuple[NumberedBy, str | None]:
        for name, found in self._chain(style or self._default):
            if found.numbered is not None and found.numbered.num_id is not None:
                return found.numbered, name
        return NumberedBy(None, None), None

    def _find_heading_level(self, style: str | None) -> int | None:
        for _, found in self._chain(style):
            if found.outline is not None:
                return heading_of(found.outline)
            if match := HEADING.fullmatch(found.name):
                return int(match[1])
        return None

    def _chain(self, style: str | None) -> list[tuple[str, Style]]:
        """The style and those it is based on, nearest first."""
        chain: list[tuple[str, Style]] = []
        while style is not None and len(chain) < DEEPEST and style in self._styles:
            chain.append((style, self._styles[style]))
            style = chain[-1][1].based_on
        return chain


def heading_of(outline: int) -> int | None:
    """The heading level (1-based) of an outline level (0-based), `None` for body text."""
    return outline + 1 if 0 <= outline < BODY_LEVEL else None


def _style(element: Element) -> Style:
    properties = element.find(P_PR)
    return Style(
        name=(value(element, W + "name") or "").strip(),
        based_on=value(element, W + "basedOn"),
        outline=number(properties, W + "outlineLvl"),
        numbered=numbered_by(properties),
    )


def numbered_by(properties: Element | None) -> NumberedBy | None:
    """The list reference in paragraph properties."""
    found = None if properties is None else properties.find(W + "numPr")
    if found is None:
        return None
    return NumberedBy(number(found, W + "numId"), number(found, W + "ilvl"))
