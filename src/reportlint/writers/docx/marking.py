"""Put the edges of a comment around characters; runs are split, their formatting kept."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from reportlint.readers.docx.names import (
    COMMENT_END,
    COMMENT_MARK,
    COMMENT_START,
    ID,
    P_PR,
    R_PR,
    RUN,
    Element,
    P,
    W,
)
from reportlint.writers.docx.pieces import Piece, PieceStory

_TEXT = W + "t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Spot:
    """From a character of one paragraph to one (exclusive) of the same or a later paragraph.

    `end` None is the end of its paragraph. Paragraphs count from 0 within the part.
    """

    paragraph: int
    start: int
    last: int
    end: int | None


class Marking:
    """The main part of a docx while comments are put into it."""

    def __init__(self, root: Element, part: str) -> None:
        self._paragraphs = list(root.iter(P))
        story = PieceStory(part, root)
        body = root.find(W + "body")
        if body is not None:
            story.read_all(body)
        self._pieces = story.found

    def first(self) -> Spot:
        """The first paragraph with text, for what has no place in the body."""
        found = min((n for n, pieces in self._pieces.items() if pieces), default=0)
        return Spot(found, 0, found, None)

    def around(self, run: Element) -> Spot | None:
        """The paragraph that an element stands in."""
        for paragraph in run.iterancestors(P):
            number = self._paragraphs.index(paragraph)
            return Spot(number, 0, number, None)
        return None

    def mark(self, spot: Spot, comment: int) -> None:
        """Put the comment of that number on the characters."""
        start = etree.Element(COMMENT_START, {ID: str(comment)})
        end = etree.Element(COMMENT_END, {ID: str(comment)})
        self._open(spot, start)
        self._close(spot, end)
        mark = etree.Element(RUN)
        etree.SubElement(mark, COMMENT_MARK, {ID: str(comment)})
        _child_of(end, self._paragraphs[spot.last]).addnext(mark)

    def _open(self, spot: Spot, edge: Element) -> None:
        pieces = self._pieces.get(spot.paragraph, [])
        number = self._cut(pieces, spot.start)
        if number < len(pieces):
            _split_before(pieces[number].element).addprevious(edge)
        elif pieces:
            _host(pieces[-1].element).addnext(edge)
        else:
            _put_first(self._paragraphs[spot.paragraph], edge)

    def _close(self, spot: Spot, edge: Element) -> None:
        pieces = self._pieces.get(spot.last, [])
        whole = sum(piece.length for piece in pieces)
        number = self._cut(pieces, whole if spot.end is None else spot.end)
        if number:
            _split_after(pieces[number - 1].element).addnext(edge)
        else:
            self._paragraphs[spot.last].append(edge)

    def _cut(self, pieces: list[Piece], offset: int) -> int:
        """The number of the piece that begins at `offset`, after cutting one in two if need be."""
        passed = 0
        for number, piece in enumerate(pieces):
            if passed >= offset:
                return number
            if passed + piece.length > offset and (cut := _cut_text(piece, offset - passed)):
                pieces.insert(number + 1, cut)
                return number + 1
            passed += piece.length
        return len(pieces)


def _cut_text(piece: Piece, at: int) -> Piece | None:
    """Cut a `w:t` in two; `None` for what cannot be cut."""
    element = piece.element
    text = element.text or ""
    if element.tag != _TEXT or _host(element) is not element.getparent():
        return None
    rest = etree.Element(_TEXT)
    element.text, rest.text = text[:at], text[at:]
    for part in (element, rest):
        part.set(_SPACE, "preserve")
    element.addnext(rest)
    cut = Piece(piece.length - at, rest)
    piece.length = at
    return cut


def _host(element: Element) -> Element:
    """The outermost run of the paragraph around an element; itself for a formula."""
    found = element
    for ancestor in element.iterancestors():
        if ancestor.tag == P:
            break
        if ancestor.tag == RUN:
            found = ancestor
    return found


def _split_before(element: Element) -> Element:
    """The run that begins with `element`, split off from what stands before it."""
    run = _host(element)
    if run is element:
        return run
    child = _child_of(element, run)
    before = [sibling for sibling in child.itersiblings(preceding=True) if sibling.tag != R_PR]
    return _parted(run, child) if before else run


def _split_after(element: Element) -> Element:
    """The run that ends with `element`, what stands behind it split off."""
    run = _host(element)
    if run is not element:
        following = _child_of(element, run).getnext()
        if following is not None:
            _parted(run, following)
    return run


def _parted(run: Element, child: Element) -> Element:
    """Move `child` and what follows it into a run of their own; returns that run."""
    rest = etree.Element(RUN)
    for name, value in run.attrib.items():
        rest.set(name, value)
    properties = run.find(R_PR)
    if properties is not None:
        rest.append(deepcopy(properties))
    moved = [child, *child.itersiblings()]
    run.addnext(rest)
    rest.extend(moved)
    return rest


def _child_of(element: Element, ancestor: Element) -> Element:
    """The child of `ancestor` in which `element` stands."""
    while (parent := element.getparent()) is not None and parent is not ancestor:
        element = parent
    return element


def _put_first(paragraph: Element, edge: Element) -> None:
    properties = paragraph.find(P_PR)
    if properties is None:
        paragraph.insert(0, edge)
    else:
        properties.addnext(edge)
