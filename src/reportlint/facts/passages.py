"""The texts of a report, one after the other: paragraphs, and cells once each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from reportlint.document import Document, Layer, Paragraph
from reportlint.facts.model import Span

_STOPS = "。；;！!？?\n"
_SENTENCE = regex.compile(rf"[^{_STOPS}]+[{_STOPS}]*")
_INSIDE_SENTENCES = frozenset("，。；")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a cell at (row, column)."""

    block: int
    cell: tuple[int, int] | None
    text: str

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Characters of it."""
        return Span(self.block, start, len(self.text) if end is None else end, self.cell)

    @property
    def says_sentences(self) -> bool:
        """A paragraph, or a cell that holds more than a label or a number."""
        return self.cell is None or not _INSIDE_SENTENCES.isdisjoint(self.text)


def passages(
    document: Document, layers: frozenset[Layer] = frozenset({Layer.BODY})
) -> Iterator[Passage]:
    """Every text of the given layers that is not blank, in document order."""
    for index, block in enumerate(document.blocks):
        if block.layer not in layers:
            continue
        if isinstance(block, Paragraph):
            if block.text.strip():
                yield Passage(index, None, block.text)
            continue
        for cell in block.cells():
            if cell.text.strip():
                yield Passage(index, (cell.row, cell.column), cell.text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as (start, end), their stop included."""
    for match in _SENTENCE.finditer(text):
        yield match.span()
