"""Results that are no results: the target once more, or a word for a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from reportlint.document import block_text
from reportlint.facts.model import Facts, Figure, Hedge, ScoreRow, Span
from reportlint.facts.scoring.completion import number_in
from reportlint.lexicon.scoring import scoring_words

BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.GREATER, Hedge.LESS})
NEAR = 24
"""In prose, target and result are at most so many characters apart."""

_STOP = regex.compile(r"[。；;！!？?\n]")


@dataclass(frozen=True, slots=True)
class Echo:
    """A result with its target. `wordy`: it says 完成 where a number is asked for."""

    result: Span
    target: Span
    wordy: bool


def echoes(facts: Facts) -> Iterator[Echo]:
    """The results of tables, then those of prose, that say nothing but the target."""
    for table in facts.tables:
        for row in table.score_rows:
            if not row.total and (found := _in_row(facts, table.block, row)):
                yield found
    yield from _in_prose(facts)


def _in_row(facts: Facts, block: int, row: ScoreRow) -> Echo | None:
    if row.target is None or row.actual is None or row.target == row.actual:
        return None
    texts = [block_text(facts.document.blocks[block], c) for c in (row.target, row.actual)]
    target, actual = (t.strip() for t in texts)
    plan, done = number_in(target), number_in(actual)
    spans = [_span(block, t, c) for t, c in zip(texts, (row.target, row.actual), strict=True)]
    if plan and done and done.hedge in BOUNDS and plan.value is not None:
        same = plan.value == done.value and plan.unit == done.unit
        inverse = plan.hedge in BOUNDS and plan.hedge is not done.hedge
        return Echo(spans[1], spans[0], False) if same and not inverse else None
    if plan and plan.value is not None and plan.value * plan.scale != 1:
        wordy = bool(actual) and scoring_words().is_("done_words", actual)
        return Echo(spans[1], spans[0], True) if wordy else None
    return None


def _span(block: int, text: str, cell: tuple[int, int]) -> Span:
    start = len(text) - len(text.lstrip())
    return Span(block, start, len(text.rstrip()), cell)


def _in_prose(facts: Facts) -> Iterator[Echo]:
    figures = [f for f in facts.figures.values() if f.how != "table"]
    for a, b in pairwise(sorted(figures, key=lambda f: (f.block, f.cell or (-1, -1), f.start))):
        if a.block == b.block and a.cell == b.cell and _repeats(facts, a, b):
            yield Echo(_figure_span(b), _figure_span(a), False)


def _repeats(facts: Facts, target: Figure, result: Figure) -> bool:
    a, b = target.numeral, result.numeral
    if b.hedge not in BOUNDS or (a.hedge, a.value, a.unit) != (b.hedge, b.value, b.unit):
        return False
    text = block_text(facts.document.blocks[target.block], target.cell)
    between = text[target.end : result.start]
    if len(between) > NEAR or _STOP.search(between):
        return False
    words = scoring_words()
    before = text[max(0, target.start - NEAR) : target.start]
    return words.has("target_names", before) and words.has("result_names", between)


def _figure_span(figure: Figure) -> Span:
    return Span(figure.block, figure.start, figure.end, figure.cell)
