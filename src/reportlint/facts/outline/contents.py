"""The entries of a table of contents beside the headings of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz

from reportlint.document import Document, Layer, Paragraph
from reportlint.facts.model import Outline, Section, Span
from reportlint.facts.outline.numbering import read_label

ALIKE = 75.0
"""Headings less alike (of 100) are two headings."""
FEWEST = 3
"""A contents list has at least so many entries that are found."""
_TAIL = regex.compile(
    r"\s*(?:PAGEREF\s+\S+(?:\s*\\?h)?|[.．·•…‥・⋯─—_-]{2,}|\t)[\s.．·•…‥・⋯─—_\-\d（）()]*$"
    r"|\s*[（(]?\d{1,3}[）)]?\s*$"
)
_MARKS = regex.compile(r"[\s，,。．.、：:；;“”\"'《》（）()]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: where its words stand, its number and its title."""

    span: Span
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Strayed:
    """An entry without its heading; `heading` is the one that is nearly it, if there is one."""

    entry: Entry
    heading: Section | None


def strayed(document: Document, outline: Outline) -> Iterator[Strayed]:
    """Entries whose heading reads otherwise or is not there, in document order."""
    entries = [e for e in _entries(document) if e.number and e.title]
    titles = {_key(s.title) for s in outline.sections}
    body = _key("".join(p.text for _, p in document.paragraphs()))
    lost = [e for e in entries if _key(e.title) not in titles and _key(e.title) not in body]
    if len(entries) - len(lost) < FEWEST or len(lost) * 2 > len(entries):
        return
    for entry in lost:
        yield Strayed(entry, _nearest(entry, outline))


def _entries(document: Document) -> Iterator[Entry]:
    for index, block in enumerate(document.blocks):
        if block.layer is not Layer.TOC or not isinstance(block, Paragraph):
            continue
        label = read_label(block.text)
        start = label.end if label else len(block.text) - len(block.text.lstrip())
        words = _TAIL.sub("", block.text[start:])
        words = _TAIL.sub("", words).rstrip()
        yield Entry(
            Span(index, start, start + len(words)), label.text if label else "", words.strip()
        )


def _key(text: str) -> str:
    return _MARKS.sub("", text)


def _nearest(entry: Entry, outline: Outline) -> Section | None:
    """The heading of the same number that reads most like the entry."""
    same = [s for s in outline.sections if _key(s.number) == _key(entry.number)]
    best = max(same, key=lambda s: fuzz.ratio(_key(s.title), _key(entry.title)), default=None)
    if best is None or fuzz.ratio(_key(best.title), _key(entry.title)) < ALIKE:
        return None
    return best
