"""Marks for budget execution in sentences: 预算执行率94.5%，分值10分，得9.8分."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import regex

from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.scoring.execution_rule import (
    USUAL,
    Execution,
    due_of,
    is_generous,
    is_rounded,
)
from reportlint.facts.scoring.labels import Place, Score, only_links
from reportlint.lexicon.scoring import scoring_words

NAME = 14
"""Characters in which a rate is named."""

_CLAUSE = regex.compile(r"[，,。；;、：:（(]")
_OWN_RULE = regex.compile(r"扣|分档|档次|区间|另行")


def judged_sentences(
    texts: Sequence[tuple[str, list[Score]]], figures: Mapping[str, Figure], *, formula: bool
) -> Iterator[Execution]:
    """The marks beside an execution rate that are off. `formula` as in `judged_rows`."""
    by_place: defaultdict[Place, list[Figure]] = defaultdict(list)
    for figure in figures.values():
        if figure.how != "table":
            by_place[figure.block, figure.cell].append(figure)
    for text, scores in texts:
        for a, b in pairwise(scores):
            if a.sentence == b.sentence and a.weight is not b.weight:
                rate = _rate_before(text, a, by_place[a.figure.block, a.figure.cell])
                yield from _judged(text, a, b, rate, formula=formula) if rate else ()


def _judged(text: str, a: Score, b: Score, rate: Figure, *, formula: bool) -> Iterator[Execution]:
    weight, score = (a.figure, b.figure) if a.weight else (b.figure, a.figure)
    due = due_of(score, weight, rate)
    if due is None or is_rounded(score, weight, rate, due) or not only_links(b.label):
        return
    usual = weight.value in USUAL and not is_generous(score, weight, rate)
    certain = (formula or usual) and _OWN_RULE.search(text) is None
    yield Execution(score, weight, rate, due, certain)


def _rate_before(text: str, score: Score, figures: Sequence[Figure]) -> Figure | None:
    """The execution rate that is the last number before a score, in its sentence."""
    before = [f for f in figures if f.end <= score.figure.start]
    last = max(before, key=lambda f: f.end, default=None)
    if last is None or last.numeral.kind is not FigureKind.PERCENT or last.numeral.hedge:
        return None
    name = _CLAUSE.split(text[: last.start].rstrip("：:为达到是 "))[-1]
    named = scoring_words().words["execution"].search(name[-NAME:])
    return last if named and only_links(text[last.end : score.figure.start]) else None
