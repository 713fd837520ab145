"""Faults of wording that the lexicon lists, found in every text of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Layer
from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import Passage, passages
from reportlint.lexicon.patterns import WordPattern

READ = frozenset({Layer.BODY, Layer.TOC, Layer.NOTE})


def wordings(
    facts: Facts, patterns: Sequence[WordPattern]
) -> Iterator[tuple[WordPattern, Span, Passage]]:
    """Where `patterns` are met, in document order; of two that overlap the longer one."""
    for passage in passages(facts.document, READ):
        found = [
            (start, -end, order)
            for order, pattern in enumerate(patterns)
            if _applies(pattern, passage)
            for start, end in pattern.spans(passage.text)
        ]
        reached = 0
        for start, end, order in sorted(found):
            if start >= reached and -end > start:
                reached = -end
                yield patterns[order], passage.span(start, -end), passage


def _applies(pattern: WordPattern, passage: Passage) -> bool:
    if pattern.scope == "prose":
        return passage.cell is None
    if pattern.scope == "sentence":
        return passage.says_sentences
    if pattern.scope == "cell":
        return (
            passage.cell is not None and pattern.pattern.fullmatch(passage.text.strip()) is not None
        )
    return True
