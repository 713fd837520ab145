"""Figures that were read from pictures, and how far flags about them may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportlint.document import Document, Table, confidence_at
from reportlint.facts.model import Figure
from reportlint.result import Anchor, Confidence, Flag

LEGIBLE = 0.95
"""A figure with a character below this may well be another figure."""
_TIMID = [Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW]


def as_recognised(document: Document, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with the confidence of their characters; `how` is `ocr` outside of tables."""
    if not any(_pictured(document)):
        return tuple(figures)
    return tuple(_recognised(document, figure) for figure in figures)


def _recognised(document: Document, figure: Figure) -> Figure:
    block = document.blocks[figure.block]
    confidence = confidence_at(block, figure.start, figure.end, figure.cell)
    if confidence >= 1:
        return figure
    return replace(figure, confidence=confidence, how="ocr" if figure.how == "text" else figure.how)


def _pictured(document: Document) -> Iterator[bool]:
    for block in document.blocks:
        held = block.cells() if isinstance(block, Table) else (block,)
        yield from (one.confidence < 1 for one in held)


def as_legible(document: Document, flag: Flag) -> Flag:
    """The flag, at most as confident as the words and figures it rests on can be read."""
    anchors = (flag.anchor, *flag.candidates, *(e.anchor for e in flag.evidence))
    least = min(_confidences(document, anchors), default=1.0)
    if least >= 1:
        return flag
    most = Confidence.MEDIUM if least >= LEGIBLE else Confidence.LOW
    return replace(flag, confidence=max(flag.confidence, most, key=_TIMID.index))


def _confidences(document: Document, anchors: Iterable[Anchor]) -> Iterator[float]:
    for anchor in anchors:
        if anchor.block is not None:
            block = document.blocks[anchor.block]
            yield confidence_at(block, anchor.start, anchor.end, anchor.cell)
