"""The operands of a percentage, found by its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.chance import of_rate
from reportlint.facts.fits.cues import Cue, cue_of, says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, counted, nearby
from reportlint.facts.fits.search import EPSILON, Fit, believed

_TOLD, _UNTOLD = 0.2, 0.06
"""How many of the relations tried before may hold by chance, with and without words of a rate."""
_MIXED, _UNSAID = 4, 3
"""What figures of two units, and a sort of rate that no word speaks of, add to a pair's cost."""


def rate_readings(numbers: Sequence[Number], rate: Number) -> Iterator[Reading]:
    """The relations that make `rate`, the nearest first, until chance would do as well."""
    cue = cue_of(rate)
    limit = _UNTOLD if cue is Cue.RATE and not says(rate, "rate") else _TOLD
    near = nearby(numbers, rate, LEVELS)
    yield from believed(_fits(near, rate, cue), near, limit)


def _fits(near: Sequence[Near], rate: Number, cue: Cue) -> Iterator[Fit]:
    printed = float(abs(rate.quantity.value))
    place = float(rate.quantity.place)
    for below in near:
        base = below.number.value
        if not base:
            continue
        for above in near:
            if above is below:
                continue
            value = above.number.value
            quotient = 100 * value / base
            slack = 2 * place + (printed + 100) * (above.number.blur + below.number.blur) + EPSILON
            if abs(abs(quotient) - printed) <= slack:
                yield from _levels(above, below, rate, cue)
            if cue is Cue.SHARE or above.number.dimension != below.number.dimension:
                continue
            if abs(abs(quotient - 100) - printed) <= slack:
                yield _growth(above, below, rate, cue)
            for direction in (1, -1):
                former = base - direction * value
                if former > 0 and abs(100 * value / former - printed) <= slack:
                    yield _of_current(above, below, rate, cue, direction)


def _levels(above: Near, below: Near, rate: Number, cue: Cue) -> Iterator[Fit]:
    alike = above.number.dimension == below.number.dimension
    if not alike and (cue is Cue.CHANGE or not counted(above.number, below.number)):
        return
    extra = 0 if alike else _MIXED
    kind, roles = RelationKind.RATIO, (Role.NUMERATOR, Role.DENOMINATOR)
    if cue is Cue.SHARE:
        kind, roles = RelationKind.SHARE, (Role.PART, Role.WHOLE)
    elif cue is Cue.CHANGE:
        kind, roles = RelationKind.GROWTH, (Role.NUMERATOR, Role.PREVIOUS)
    if cue is Cue.RATE or above.number.value <= below.number.value:
        yield _fit(kind, roles, above, below, rate, extra)


def _growth(above: Near, below: Near, rate: Number, cue: Cue) -> Fit:
    extra = 0 if cue is Cue.CHANGE else _UNSAID
    roles = (Role.CURRENT, Role.PREVIOUS)
    rises = above.number.value >= below.number.value
    directions = (1, -1) if rises else (-1, 1)
    return _fit(RelationKind.GROWTH, roles, above, below, rate, extra, directions)


def _of_current(above: Near, below: Near, rate: Number, cue: Cue, direction: int) -> Fit:
    extra = 0 if cue is Cue.CHANGE else _UNSAID
    roles = (Role.NUMERATOR, Role.CURRENT)
    return _fit(RelationKind.GROWTH, roles, above, below, rate, extra, (direction,))


def _fit(
    kind: RelationKind,
    roles: tuple[Role, Role],
    above: Near,
    below: Near,
    rate: Number,
    extra: int,
    directions: tuple[int, ...] = (0,),
) -> Fit:
    terms = (term(above.number.mention, roles[0]), term(below.number.mention, roles[1]))
    if roles == (Role.NUMERATOR, Role.PREVIOUS):
        directions = (1, -1)
    readings = tuple(Reading(kind, rate.id, terms, d) for d in directions)
    chance = of_rate(rate, above.number, below.number)
    cost = above.cost + below.cost + extra
    return Fit(cost, chance, readings, (rate, above.number, below.number))
