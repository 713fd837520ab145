"""The one comparison primitive: a relation over printed figures, judged (DESIGN §9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reportlint.arithmetic.domains import domain
from reportlint.arithmetic.forms import Form, Linear, Quotient, Same, holds
from reportlint.arithmetic.intervals import contains, is_empty, meets
from reportlint.arithmetic.model import Interval, Quantity, Relation, RelationKind, Verdict
from reportlint.arithmetic.readings import MalformedRelationError, readings
from reportlint.arithmetic.rounding import rounds_to


class Reason(StrEnum):
    """Why a relation could not be assessed."""

    NONE = ""
    MISSING = "missing-operand"
    ZERO = "zero-denominator"
    BASE = "non-positive-base"
    HEDGED = "all-hedged"
    COARSE = "too-coarse"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a recomputation found.

    `value`: the result computed exactly from the printed operands, signed as it is printed.
    `expected`: where the true result lies, given all that the operands may stand for; a printed
    result is impossible when its own robust interval misses this. `detectable`: the smallest error
    of the printed result that is certain to be revealed (None: none is). All in base units.
    """

    verdict: Verdict
    value: Fraction | None = None
    expected: Interval | None = None
    detectable: Fraction | None = None
    reason: Reason = Reason.NONE


def judge(relation: Relation, quantities: Mapping[str, Quantity]) -> Judgement:
    """Judge a relation from its figures as printed. Never raises for lack of figures."""
    figures = relation.figures
    if any(f not in quantities for f in figures):
        return _unassessable(Reason.MISSING)
    if all(quantities[f].bounds is not None for f in figures):
        return _unassessable(Reason.HEDGED)
    try:
        forms = readings(relation, quantities)
    except MalformedRelationError:
        return _unassessable(Reason.MISSING)
    context = _Context(relation, quantities)
    judged = [_judge_form(form, context) for form in forms]
    return min(judged, key=lambda j: _RANK[j.verdict])


_RANK = {
    Verdict.CONSISTENT: 0,
    Verdict.ROUNDING: 1,
    Verdict.NOT_ASSESSABLE: 2,
    Verdict.INCONSISTENT: 3,
}

COARSE = {
    RelationKind.RATIO: Fraction(100),
    RelationKind.SHARE: Fraction(100),
    RelationKind.GROWTH: Fraction(100),
    RelationKind.MULTIPLE: Fraction(1),
}
"""An error that stays hidden although it is as large as this (and as the result) hides anything."""


class _Context:
    """A relation's figures: their values and domains."""

    __slots__ = ("domains", "hedged", "quantities", "relation", "values")

    def __init__(self, relation: Relation, quantities: Mapping[str, Quantity]) -> None:
        figures = relation.figures
        self.relation = relation
        self.quantities = quantities
        self.values = {f: quantities[f].value for f in figures}
        self.domains = {f: domain(quantities[f]) for f in figures}
        self.hedged = any(quantities[f].bounds is not None for f in figures)


def _judge_form(form: Form, context: _Context) -> Judgement:
    if isinstance(form, Same):
        return _judge_same(form, context)
    if isinstance(form, Linear) and form.at_most:
        return _judge_order(form, context)
    if context.relation.result is None and isinstance(form, Linear):
        return _judge_whole(form, context)
    obstacle = _obstacle(form, context)
    return _unassessable(obstacle) if obstacle else _judge_equation(form, context)


def _judge_equation(form: Form, context: _Context) -> Judgement:
    result = form.variables[0]
    shown, value = context.quantities[result], form.point(context.values)
    if value is None:
        return _unassessable(Reason.ZERO)
    expected = form.solve(result, context.domains)
    spread = _spread(expected, value)
    detectable = None if spread is None or shown.bounds is not None else spread + shown.place
    if not context.hedged and rounds_to(value, shown.value, shown.place):
        return Judgement(Verdict.CONSISTENT, value, expected, detectable)
    if is_empty(expected) or not meets(expected, context.domains[result]):
        return Judgement(Verdict.INCONSISTENT, value, expected, detectable)
    if _too_coarse(context.relation.kind, value, spread):
        return _unassessable(Reason.COARSE)
    verdict = Verdict.CONSISTENT if context.hedged else Verdict.ROUNDING
    return Judgement(verdict, value, expected, detectable)


def _judge_whole(form: Linear, context: _Context) -> Judgement:
    """A complete list of shares: their sum against the whole, which is exact."""
    total = sum(context.values.values(), start=Fraction(0))
    spread = sum((context.quantities[f].place for f in form.variables), start=Fraction(0))
    detectable = None if context.hedged else spread
    if not context.hedged and form.satisfied(context.values):
        return Judgement(Verdict.CONSISTENT, total, detectable=detectable)
    possible = holds(form, context.domains)
    fits = Verdict.CONSISTENT if context.hedged else Verdict.ROUNDING
    verdict = fits if possible else Verdict.INCONSISTENT
    return Judgement(verdict, total, detectable=detectable)


def _judge_order(form: Linear, context: _Context) -> Judgement:
    """An inequality: contradicted only when no values behind the figures satisfy it."""
    if context.relation.kind is RelationKind.SUM and min(context.values.values()) < 0:
        return _unassessable(Reason.BASE)
    if form.satisfied(context.values):
        return Judgement(Verdict.CONSISTENT)
    possible = holds(form, context.domains)
    if possible and context.hedged:
        return Judgement(Verdict.CONSISTENT)
    return Judgement(Verdict.ROUNDING if possible else Verdict.INCONSISTENT)


def _judge_same(form: Same, context: _Context) -> Judgement:
    """One quantity: every figure is the finest one, rounded."""
    figures = [context.quantities[f] for f in form.variables]
    plain = [q for q in figures if q.bounds is None]
    finest = min(plain, key=lambda q: q.place)
    expected = form.solve(form.variables[0], context.domains)
    within = all(q.bounds is None or contains(q.bounds, finest.value) for q in figures)
    if within and all(rounds_to(finest.value, q.value, q.place) for q in plain):
        return Judgement(Verdict.CONSISTENT, finest.value, expected)
    if is_empty(expected) or not meets(expected, context.domains[form.variables[0]]):
        return Judgement(Verdict.INCONSISTENT, finest.value, expected)
    verdict = Verdict.CONSISTENT if len(plain) < len(figures) else Verdict.ROUNDING
    return Judgement(verdict, finest.value, expected)


def _obstacle(form: Form, context: _Context) -> Reason:
    """Why a quotient has no meaning: nothing below the line, or growth from a loss."""
    if not isinstance(form, Quotient):
        return Reason.NONE
    base = form.base(context.values)
    if base == 0:
        return Reason.ZERO
    growth = context.relation.kind in (RelationKind.GROWTH, RelationKind.MULTIPLE)
    return Reason.BASE if growth and base < 0 else Reason.NONE


def _spread(expected: Interval, value: Fraction) -> Fraction | None:
    """How far the true result may lie from the computed one; None without limit."""
    if expected.low is None or expected.high is None:
        return None
    return max(expected.high - value, value - expected.low)


def _too_coarse(kind: RelationKind, value: Fraction, spread: Fraction | None) -> bool:
    scale = COARSE.get(kind)
    return scale is not None and (spread is None or spread >= max(scale, abs(value)))


def _unassessable(reason: Reason) -> Judgement:
    return Judgement(Verdict.NOT_ASSESSABLE, reason=reason)
