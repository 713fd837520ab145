"""The operands of a percentage, found by its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.chance import of_rate
from reportlint.facts.fits.cues import Cue, cue_of, says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, counted, nearby
from reportlint.facts.fits.search import EPSILON, Fit, believed

_TOLD, _UNTOLD = 0.25, 0.1
"""How many of the relations tried before may hold by chance, with and without words of a rate."""
_MIXED, _UNSAID, _ADDED = 4, 3, 2
"""What figures of two units, a sort of rate that no word speaks of, and two figures taken together
add to the cost of a pair."""
_SMALL = 30
"""Only a rate below this may be a change though no word says so: else it is a complement."""


def rate_readings(numbers: Sequence[Number], rate: Number) -> Iterator[Reading]:
    """The relations that make `rate`, the nearest first, until chance would do as well."""
    cue = cue_of(rate)
    limit = _UNTOLD if cue is Cue.RATE and not says(rate, "rate") else _TOLD
    near = nearby(numbers, rate, LEVELS)
    yield from believed(_fits(near, rate, cue), near, limit)


def _fits(near: Sequence[Near], rate: Number, cue: Cue) -> Iterator[Fit]:
    printed = float(abs(rate.quantity.value))
    place = 2 * float(rate.quantity.place) + EPSILON
    changes = cue is Cue.CHANGE or (cue is Cue.RATE and printed <= _SMALL)
    tops = [(n,) for n in near] + list(_together(near))
    for below in near:
        base = below.number.value
        if not base:
            continue
        for top in tops:
            if below in top:
                continue
            value = sum(n.number.value for n in top)
            quotient = 100 * value / base
            blur = below.number.blur + max(n.number.blur for n in top)
            slack = place + (printed + 100) * blur
            if abs(abs(quotient) - printed) <= slack:
                yield from _levels(top, below, rate, cue)
            if len(top) > 1 or top[0].number.dimension != below.number.dimension:
                continue
            if changes and abs(abs(quotient - 100) - printed) <= slack:
                yield _growth(top, below, rate, cue)
            if cue is Cue.CHANGE:
                yield from _of_current(top, below, rate, slack)


def _together(near: Sequence[Near]) -> Iterator[tuple[Near, Near]]:
    """Two figures side by side, which may be meant together."""
    ordered = sorted(near, key=lambda n: n.number.at)
    for one, other in pairwise(ordered):
        beside = one.number.line == other.number.line
        if beside and one.number.dimension == other.number.dimension:
            yield one, other


def _levels(top: tuple[Near, ...], below: Near, rate: Number, cue: Cue) -> Iterator[Fit]:
    first = top[0].number
    alike = first.dimension == below.number.dimension
    if not alike and (cue is Cue.CHANGE or not counted(first, below.number)):
        return
    extra = (0 if alike else _MIXED) + _ADDED * (len(top) - 1)
    kind, roles = RelationKind.RATIO, (Role.NUMERATOR, Role.DENOMINATOR)
    if cue is Cue.SHARE:
        kind, roles = RelationKind.SHARE, (Role.PART, Role.WHOLE)
    elif cue is Cue.CHANGE:
        kind, roles = RelationKind.GROWTH, (Role.NUMERATOR, Role.PREVIOUS)
    if cue is Cue.RATE or first.value <= below.number.value:
        directions = (1, -1) if cue is Cue.CHANGE else (0,)
        yield _fit(kind, roles, top, below, rate, extra, directions)


def _growth(top: tuple[Near, ...], below: Near, rate: Number, cue: Cue) -> Fit:
    extra = 0 if cue is Cue.CHANGE else _UNSAID
    roles = (Role.CURRENT, Role.PREVIOUS)
    rises = top[0].number.value >= below.number.value
    directions = (1, -1) if rises else (-1, 1)
    return _fit(RelationKind.GROWTH, roles, top, below, rate, extra, directions)


def _of_current(top: tuple[Near, ...], below: Near, rate: Number, slack: float) -> Iterator[Fit]:
    """The change against what there was before it, which is not printed."""
    change, now = top[0].number.value, below.number.value
    for direction in (1, -1):
        former = now - direction * change
        if former > 0 and abs(100 * change / former - abs(float(rate.quantity.value))) <= slack:
            roles = (Role.NUMERATOR, Role.CURRENT)
            yield _fit(RelationKind.GROWTH, roles, top, below, rate, 0, (direction,))


def _fit(
    kind: RelationKind,
    roles: tuple[Role, Role],
    top: tuple[Near, ...],
    below: Near,
    rate: Number,
    extra: int,
    directions: tuple[int, ...],
) -> Fit:
    above = tuple(term(n.number.mention, roles[0]) for n in top)
    terms = (*above, term(below.number.mention, roles[1]))
    numbers = (*(n.number for n in top), below.number)
    readings = tuple(Reading(kind, rate.id, terms, d) for d in directions)
    cost = max(n.cost for n in top) + below.cost + extra
    return Fit(cost, of_rate(rate, *numbers), readings, (rate, *numbers))
