"""What a failing rate may be a rate of instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Role, Verdict
from reportlint.arithmetic.verdicts import judge


class Mistake(StrEnum):
    """How a rate may have been computed instead of as its words say."""

    DENOMINATOR = "denominator"
    NUMERATOR = "numerator"
    INVERSE = "inverse"
    COMPLEMENT = "complement"
    BASE_CURRENT = "base-current"
    LEVEL_FOR_CHANGE = "level-for-change"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A reading that fits exactly, and the mistake that leads to it."""

    mistake: Mistake
    relation: Relation


_UPPER = frozenset({Role.NUMERATOR, Role.PART, Role.CURRENT})
_LOWER = frozenset({Role.DENOMINATOR, Role.WHOLE, Role.PREVIOUS})
_LEVELS = frozenset({RelationKind.RATIO, RelationKind.SHARE})


def fitting(
    relation: Relation, quantities: Mapping[str, Quantity], candidates: Sequence[str] = ()
) -> tuple[Hypothesis, ...]:
    """All readings of a rate under which it is consistent, other operands of `candidates` first.

    Several answers mean that nothing is known: 口径不明.
    """
    if relation.result is None or relation.result not in quantities:
        return ()
    found = []
    for mistake, reading, shown in _readings(relation, quantities[relation.result], candidates):
        figures = {**quantities, relation.result: shown}
        if judge(reading, figures).verdict is Verdict.CONSISTENT:
            found.append(Hypothesis(mistake, reading))
    return tuple(found)


def _readings(
    relation: Relation, shown: Quantity, candidates: Sequence[str]
) -> Iterator[tuple[Mistake, Relation, Quantity]]:
    for role, mistake in ((_LOWER, Mistake.DENOMINATOR), (_UPPER, Mistake.NUMERATOR)):
        for other in candidates:
            if other not in relation.figures:
                yield mistake, _with_operand(relation, role, other), shown
    yield Mistake.FRACTION, relation, _scaled(shown, Fraction(100))
    if relation.kind in _LEVELS:
        yield Mistake.COMPLEMENT, relation, replace(shown, value=100 - shown.value)
        yield Mistake.INVERSE, _turned(relation), shown
    if relation.kind is RelationKind.GROWTH and _roles(relation) == {Role.CURRENT, Role.PREVIOUS}:
        turned = replace(_turned(relation), direction=-relation.direction)
        yield Mistake.BASE_CURRENT, turned, replace(shown, value=abs(shown.value))
        yield Mistake.LEVEL_FOR_CHANGE, _level(relation), shown


def _roles(relation: Relation) -> set[Role]:
    return {t.role for t in relation.terms}


def _with_operand(relation: Relation, roles: frozenset[Role], figure: str) -> Relation:
    terms = tuple(replace(t, figure=figure) if t.role in roles else t for t in relation.terms)
    return replace(relation, terms=terms)


def _turned(relation: Relation) -> Relation:
    """Numerator and denominator exchanged, figures staying in their order."""
    if len(relation.terms) != 2:
        return replace(relation, terms=())
    first, second = relation.terms
    terms = (replace(first, role=second.role), replace(second, role=first.role))
    return replace(relation, terms=terms)


def _level(relation: Relation) -> Relation:
    names = {Role.CURRENT: Role.NUMERATOR, Role.PREVIOUS: Role.DENOMINATOR}
    terms = tuple(replace(t, role=names[t.role]) for t in relation.terms)
    return replace(relation, kind=RelationKind.RATIO, terms=terms, direction=0)


def _scaled(quantity: Quantity, by: Fraction) -> Quantity:
    return replace(quantity, value=quantity.value * by, place=abs(quantity.place * by))
