"""Faults of wording that the lexicon lists, found in every text of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Layer
from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import Passage, passages
from reportlint.lexicon.patterns import WordPattern

_KINDS = ((True, True), (True, False), (False, True), (False, False))
"""Of passages: whether they are prose, and whether they say sentences."""
READ = frozenset({Layer.BODY, Layer.TOC, Layer.NOTE})


def wordings(
    facts: Facts, patterns: Sequence[WordPattern]
) -> Iterator[tuple[WordPattern, Span, Passage]]:
    """Where `patterns` are met, in document order; of two that overlap the longer one."""
    applying = {kind: _applying(patterns, *kind) for kind in _KINDS}
    for passage in passages(facts.document, READ):
        found = [
            (start, -end, order)
            for order, pattern in applying[passage.cell is None, passage.says_sentences]
            if pattern.scope != "cell" or pattern.pattern.fullmatch(passage.text.strip())
            for start, end in pattern.spans(passage.text)
        ]
        reached = 0
        for start, end, order in sorted(found):
            if start >= reached and -end > start:
                reached = -end
                yield patterns[order], passage.span(start, -end), passage


def _applying(
    patterns: Sequence[WordPattern], in_prose: bool, in_sentences: bool
) -> list[tuple[int, WordPattern]]:
    """The patterns that may be faults in passages of one kind, with their order."""
    scopes = {"any", "prose" if in_prose else "cell"} | ({"sentence"} if in_sentences else set())
    return [(order, p) for order, p in enumerate(patterns) if p.scope in scopes]
