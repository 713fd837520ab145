"""The few figures of a report that a picture of its money needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.facts.model import Assessment, Facts, Figure, FigureKind
from reportlint.result import Amount, Money

_STAGES = (
    ("budget.initial",),
    ("budget.full",),
    ("income.year",),
    ("executed", "final.expenditure", "expenditure.year"),
    ("carryover.closing",),
)
"""Concepts in the order in which money passes through them, with what may stand for each."""

_FEWEST, _FEWEST_PARTS, _MOST_PARTS = 2, 3, 8
_HOLDS = {Verdict.CONSISTENT, Verdict.ROUNDING}


def money(facts: Facts) -> Money | None:
    """Budget, spending and carry-over of the report's own year; None where fewer than two stand."""
    bars = tuple(_amount(figure) for figure in _stages(facts))
    if len(bars) < _FEWEST:
        return None
    sums = (_composition(facts, found) for found in facts.assessments if _may_show(found))
    shown = {bar.yuan for bar in bars}
    for whole, parts in filter(None, sums):
        if whole.yuan in shown:
            return Money(bars, whole, parts)
    return Money(bars)


def _stages(facts: Facts) -> Iterator[Figure]:
    own = [figure for figure in facts.figures.values() if _is_own(figure, facts)]
    for concepts in _STAGES:
        found = (f for concept in concepts for f in own if f.indicator.concept == concept)
        if (first := next(found, None)) is not None:
            yield first


def _is_own(figure: Figure, facts: Facts) -> bool:
    year = "" if facts.year is None else str(facts.year)
    plain = figure.numeral.kind is FigureKind.AMOUNT and not figure.scope
    value = figure.value
    return plain and value is not None and value > 0 and figure.period in ("", year)


def _may_show(assessment: Assessment) -> bool:
    relation = assessment.relation
    whole = relation.kind is RelationKind.SUM and relation.exhaustive
    few = _FEWEST_PARTS <= len(relation.terms) <= _MOST_PARTS
    return whole and few and assessment.verdict in _HOLDS


def _composition(facts: Facts, assessment: Assessment) -> tuple[Amount, tuple[Amount, ...]] | None:
    relation = assessment.relation
    figures = [facts.figures.get(term.figure) for term in relation.terms]
    total = facts.figures.get(relation.result or "")
    parts = [figure for figure in figures if figure is not None and _is_part(figure)]
    if total is None or total.value is None or len(parts) < len(relation.terms):
        return None
    labels = _distinct([figure.indicator.text or figure.scope for figure in parts])
    shown = (_amount(f, label) for f, label in zip(parts, labels, strict=True))
    return _amount(total), tuple(shown)


def _is_part(figure: Figure) -> bool:
    value = figure.value
    return figure.numeral.kind is FigureKind.AMOUNT and value is not None and value >= 0


def _distinct(labels: Sequence[str]) -> list[str]:
    """Labels without the words that all of them have."""
    words = [label.split() for label in labels]
    common = set(words[0]).intersection(*words[1:]) if words else set()
    shorter = (" ".join(w for w in split if w not in common) for split in words)
    return [short or label for short, label in zip(shorter, labels, strict=True)]


def _amount(figure: Figure, label: str | None = None) -> Amount:
    numeral = figure.numeral
    unit = "" if numeral.unit else figure.unit
    value = figure.value
    assert value is not None
    return Amount(label or figure.indicator.text, numeral.text + unit, value)
