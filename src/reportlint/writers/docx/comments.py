"""The part that holds the comments: ours are added and taken away, others stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from reportlint.readers.docx.names import (
    COMMENT_END,
    COMMENT_MARK,
    COMMENT_START,
    ID,
    MAIN,
    R_PR,
    RUN,
    Element,
    P,
    W,
)
from reportlint.result.marks import GENERATOR
from reportlint.writers.docx.file import File

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W16 = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_COMMENT, _AUTHOR, _SPACE = (
    W + "comment",
    W + "author",
    "{http://www.w3.org/XML/1998/namespace}space",
)
_THREADS = (
    ("commentsExtended", f"{_W15}commentEx", f"{_W15}paraId"),
    ("commentsIds", f"{_W16}commentId", f"{_W16}paraId"),
)
_SIZE = "18"
"""Of the type, in half points."""


class Comments:
    """The comments of a docx, to which some are added."""

    def __init__(self, file: File) -> None:
        self._file = file
        name = file.related("comments")
        root = file.part(name) if name else None
        self._is_new = root is None
        self._root = etree.Element(W + "comments", nsmap={"w": MAIN}) if root is None else root
        taken = [int(n) for n in _numbers(file.main, self._root) if n.isdecimal()]
        self._next = max(taken, default=-1) + 1

    def add(self, lines: Sequence[str]) -> int:
        """A comment of these paragraphs; returns its number."""
        number, self._next = self._next, self._next + 1
        comment = etree.SubElement(self._root, _COMMENT, {ID: str(number), _AUTHOR: GENERATOR})
        comment.set(W + "initials", "RL")
        comment.set(W + "date", datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        for position, line in enumerate(lines):
            paragraph = etree.SubElement(comment, P)
            if not position:
                etree.SubElement(etree.SubElement(paragraph, RUN), W + "annotationRef")
            run = etree.SubElement(paragraph, RUN)
            properties = etree.SubElement(run, R_PR)
            if not position:
                etree.SubElement(properties, W + "b")
            etree.SubElement(properties, W + "sz", {W + "val": _SIZE})
            text = etree.SubElement(run, W + "t", {_SPACE: "preserve"})
            text.text = line
        return number

    def store(self) -> None:
        """Make the part belong to the file, if it is new and holds anything."""
        if self._is_new and len(self._root):
            self._file.add("comments", self._root, "comments", _TYPE)


def _numbers(*roots: Element) -> set[str]:
    tags = (_COMMENT, COMMENT_START, COMMENT_END, COMMENT_MARK)
    return {element.get(ID, "") for root in roots for element in root.iter(*tags)}


def without_own(file: File) -> None:
    """Take away the comments that this program made, and every trace of them in the text."""
    name = file.related("comments")
    root = file.part(name) if name else None
    own = [] if root is None else [c for c in root.iter(_COMMENT) if c.get(_AUTHOR) == GENERATOR]
    if not own:
        return
    numbers = {comment.get(ID, "") for comment in own}
    paragraphs = {p.get(f"{_W14}paraId") for comment in own for p in comment.iter(P)} - {None}
    for comment in own:
        _drop(comment)
    for edge in list(file.main.iter(COMMENT_START, COMMENT_END, COMMENT_MARK)):
        if edge.get(ID, "") in numbers:
            _drop_edge(edge)
    _forget_threads(file, {p for p in paragraphs if p})


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_edge(edge: Element) -> None:
    """An edge; of a mark also the run that holds nothing else."""
    run = edge.getparent() if edge.tag == COMMENT_MARK else None
    _drop(edge)
    if run is not None and run.tag == RUN and all(child.tag == R_PR for child in run):
        _drop(run)


def _forget_threads(file: File, paragraphs: set[str]) -> None:
    """What newer versions of Word note about comments; a reply to one of ours stands alone."""
    for kind, tag, key in _THREADS:
        name = file.related(kind)
        root = file.part(name) if name and paragraphs else None
        for entry in list(root.iter(tag)) if root is not None else ():
            if entry.get(key) in paragraphs:
                _drop(entry)
            elif entry.get(f"{_W15}paraIdParent") in paragraphs:
                del entry.attrib[f"{_W15}paraIdParent"]
