"""The one walk over a part: paragraphs and tables in reading order, whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlint.document.traced import Traced, joined
from reportlint.readers.docx.comments import CommentRanges
from reportlint.readers.docx.inline import EDGES, Fields, Inline
from reportlint.readers.docx.names import (
    ALTERNATE,
    P_PR,
    R_PR,
    REMOVED,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    TABLE,
    WRAPPERS,
    Element,
    P,
    W,
    chosen,
    number,
    value,
)
from reportlint.readers.docx.numbering import Numbering
from reportlint.readers.docx.styles import Styles, heading_of

CONTENTS_GALLERY = "Table of Contents"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as Word shows it. Soft breaks are still in it, as line feeds."""

    text: Traced
    level: int | None = None
    contents: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """What the whole document shares."""

    styles: Styles
    numbering: Numbering


class Story:
    """Walks one part. `part` is its name in the package."""

    def __init__(self, part: str, root: Element, definitions: Definitions) -> None:
        self.part = part
        self._definitions = definitions
        self._index = {p: n for n, p in enumerate(root.iter(P))}
        kinds = [element.get(W + "fldCharType") for element in root.iter(W + "fldChar")]
        self._fields = Fields(balanced=kinds.count("begin") == kinds.count("end"))
        self._held: list[Traced] = []
        self.comments = CommentRanges()

    def walk(self, container: Element, contents: bool = False) -> Iterator[Line | Element]:
        """Lines and `w:tbl` elements below `container`; text boxes follow their paragraph."""
        for child in container:
            tag = child.tag
            if tag == P:
                line, boxes = self._paragraph(child, contents)
                if line is not None:
                    yield line
                for box in boxes:
                    yield from self.walk(box, contents)
            elif tag == TABLE:
                yield child
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    yield from self.walk(content, contents or _is_contents(child))
            elif tag in WRAPPERS:
                yield from self.walk(child, contents)
            elif tag == ALTERNATE and (branch := chosen(child)) is not None:
                yield from self.walk(branch, contents)
            elif tag in REMOVED:
                continue
            elif tag in EDGES:
                self.comments.between.append(child)

    def index(self, element: Element) -> int:
        """The index of the first paragraph within `element`, 0 when there is none."""
        first = element if element.tag == P else next(element.iter(P), None)
        return 0 if first is None else self._index.get(first, 0)

    def _paragraph(self, paragraph: Element, contents: bool) -> tuple[Line | None, list[Element]]:
        """The line a paragraph makes, if it makes one, and the text boxes anchored in it."""
        inline = self._read(paragraph)
        text = inline.traced(self._index[paragraph])
        properties = paragraph.find(P_PR)
        if properties is not None and _mark_removed(properties):
            # With its mark gone, the paragraph flows into the next one.
            self._held.append(text)
            return None, inline.boxes
        if self._held:
            text = joined([*self._held, text])
            self._held = []
        return self._line(text, properties, contents or inline.in_contents), inline.boxes

    def _read(self, paragraph: Element) -> Inline:
        inline = Inline(self._fields)
        inline.read(paragraph)
        if inline.edges or self.comments.between:
            self.comments.meet(inline, self._index[paragraph])
        return inline

    def _line(self, text: Traced, properties: Element | None, contents: bool) -> Line:
        style = None if properties is None else value(properties, W + "pStyle")
        styles = self._definitions.styles
        label = self._definitions.numbering.label(properties, style)
        if label:
            text = joined([_labelled(label, text), text])
        own = None if properties is None else number(properties, W + "outlineLvl")
        level = styles.heading_level(style) if own is None else heading_of(own)
        return Line(text, level, contents or styles.makes_contents(style))


def _labelled(label: str, text: Traced) -> Traced:
    """The label, kept apart from a digit that would run into it (1. and 2024年)."""
    if text.text[:1].isdigit() and label[-1] in ".．0123456789":
        label += " "
    start = text.marks[0] if text.marks else None
    return Traced.of(label, start.key if start else 0)


def _mark_removed(properties: Element) -> bool:
    marks = properties.find(R_PR)
    return marks is not None and any(marks.find(tag) is not None for tag in REMOVED)


def _is_contents(control: Element) -> bool:
    properties = control.find(SDT_PR)
    part = None if properties is None else properties.find(W + "docPartObj")
    return value(part, W + "docPartGallery") == CONTENTS_GALLERY
