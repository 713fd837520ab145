"""How far two rates lie apart; how many times one figure is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.chance import of_rate
from reportlint.facts.fits.cues import says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, nearby
from reportlint.facts.fits.search import EPSILON, Fit, believed
from reportlint.facts.model import FigureKind

_LIKELY = 0.3
_SPREAD = 20
"""Two rates of one report lie about so many points apart."""
_RATES = frozenset({FigureKind.PERCENT})
_ROUGH = 0.2
"""A quick look before exact arithmetic has its say."""


def points_reading(numbers: Sequence[Number], points: Number) -> Reading | None:
    """The two rates between which `points` lie."""
    near = nearby(numbers, points, _RATES)
    return next(believed(_gaps(near, points), near, _LIKELY), None)


def _gaps(near: Sequence[Near], points: Number) -> Iterator[Fit]:
    falls = says(points, "down")
    for a, b in combinations(near, 2):
        high, low = (a, b) if a.number.value > b.number.value else (b, a)
        slack = points.slack + high.number.slack + low.number.slack + EPSILON
        if abs(high.number.value - low.number.value - abs(points.value)) > slack:
            continue
        now, then = (low, high) if falls else (high, low)
        terms = (
            term(now.number.mention, Role.CURRENT),
            term(then.number.mention, Role.PREVIOUS),
        )
        reading = Reading(RelationKind.POINTS_CHANGE, points.id, terms, -1 if falls else 1)
        chance = 2 * points.slack / _SPREAD
        yield Fit(a.cost + b.cost, chance, (reading,), (points, a.number, b.number))


def multiple_reading(numbers: Sequence[Number], times: Number) -> Reading | None:
    """The two figures of which one is so many times the other, or grew by so many times."""
    near = nearby(numbers, times, LEVELS)
    return next(believed(_multiples(near, times), near, _LIKELY), None)


def _multiples(near: Sequence[Near], times: Number) -> Iterator[Fit]:
    grown = 1 if says(times, "change") else 0
    for above, below in permutations(near, 2):
        one, other = above.number, below.number
        if one.dimension != other.dimension or not other.value:
            continue
        if abs(one.value / other.value - grown - times.value) > _ROUGH * abs(times.value):
            continue
        terms = (term(one.mention, Role.CURRENT), term(other.mention, Role.PREVIOUS))
        reading = Reading(RelationKind.MULTIPLE, times.id, terms, grown)
        chance = of_rate(times, one, other)
        yield Fit(above.cost + below.cost, chance, (reading,), (times, one, other))
