"""So much for each, times how many; points between two rates; times as much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.chance import of_rate, of_sum
from reportlint.facts.fits.cues import has, left_words, says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, alike, nearby
from reportlint.facts.model import FigureKind

_LIKELY = 0.3
_SPREAD = 20
"""Two rates of one report lie about so many points apart."""
_COUNTED = frozenset({FigureKind.COUNT, FigureKind.OTHER})
_AMOUNTS = _COUNTED | {FigureKind.AMOUNT}
_ROUGH = 0.02
"""A quick look before exact arithmetic has its say."""
_RATES = frozenset({FigureKind.PERCENT})


def product_reading(numbers: Sequence[Number], each: Number) -> Reading | None:
    """The total and the number of pieces of which `each` is the average or the standard."""
    if not says(each, "each") or not each.value:
        return None
    near = nearby(numbers, each, _AMOUNTS)
    totals = [n for n in near if n.number.kind is each.kind and n.number.value >= each.value]
    counts = [n for n in near if n.number.kind in _COUNTED and n.number.value > 1]
    tries = sorted(_tries(totals, counts), key=_cost)
    for rank, (total, *factors) in enumerate(tries, 1):
        if rank * of_sum(total.number, ()) > _LIKELY:
            return None
        if found := _product(total.number, each, [f.number for f in factors]):
            return found
    return None


def _tries(totals: Sequence[Near], counts: Sequence[Near]) -> Iterator[tuple[Near, ...]]:
    """So much for each, times one count, or two: months, times, days."""
    for total in totals:
        for count in counts:
            if count.number is total.number:
                continue
            yield total, count
            for other in counts:
                if other.number.kind is FigureKind.OTHER and other is not count:
                    yield total, count, other


def _cost(found: tuple[Near, ...]) -> int:
    return sum(n.cost for n in found)


def _product(total: Number, each: Number, factors: Sequence[Number]) -> Reading | None:
    computed = each.value
    for factor in factors:
        computed *= factor.value
    if abs(computed - total.value) > _ROUGH * abs(total.value):
        return None
    terms = tuple(term(f.mention, Role.FACTOR) for f in factors)
    if len(factors) == 1 and has(left_words(each), "average"):
        whole = term(total.mention, Role.TOTAL)
        reading = Reading(RelationKind.AVERAGE, each.id, (whole, *terms))
    else:
        standard = term(each.mention, Role.FACTOR)
        reading = Reading(RelationKind.PRODUCT, total.id, (standard, *terms))
    return _verified(reading, total, each, *factors)


def points_reading(numbers: Sequence[Number], points: Number) -> Reading | None:
    """The two rates between which `points` lie."""
    near = nearby(numbers, points, _RATES)
    pairs = sorted(
        ((a, b) for a in near for b in near if a.number.value > b.number.value),
        key=lambda pair: pair[0].cost + pair[1].cost,
    )
    for rank, (high, low) in enumerate(pairs, 1):
        if rank * 2 * points.slack / _SPREAD > _LIKELY:
            return None
        slack = points.slack + high.number.slack + low.number.slack
        gap = high.number.value - low.number.value
        if abs(gap - abs(points.value)) <= slack + 1e-9:
            return _points(points, high.number, low.number)
    return None


def _points(points: Number, high: Number, low: Number) -> Reading | None:
    falls = says(points, "down")
    ends = (low, high) if falls else (high, low)
    terms = (term(ends[0].mention, Role.CURRENT), term(ends[1].mention, Role.PREVIOUS))
    direction = -1 if falls else 1
    reading = Reading(RelationKind.POINTS_CHANGE, points.id, terms, direction)
    return _verified(reading, points, high, low)


def multiple_reading(numbers: Sequence[Number], times: Number) -> Reading | None:
    """The two figures of which one is so many times the other, or grew by so many times."""
    near = nearby(numbers, times, LEVELS)
    pairs = sorted(
        ((a, b) for a in near for b in near if a is not b and alike(a.number, b.number)),
        key=lambda pair: pair[0].cost + pair[1].cost,
    )
    for rank, (above, below) in enumerate(pairs, 1):
        if rank * of_rate(times, above.number, below.number) > _LIKELY:
            return None
        if found := _multiple(times, above.number, below.number):
            return found
    return None


def _multiple(times: Number, above: Number, below: Number) -> Reading | None:
    if not below.value:
        return None
    terms = (term(above.mention, Role.CURRENT), term(below.mention, Role.PREVIOUS))
    grown = 1 if says(times, "change") else 0
    reading = Reading(RelationKind.MULTIPLE, times.id, terms, grown)
    return _verified(reading, times, above, below)


def _verified(reading: Reading, *numbers: Number) -> Reading | None:
    quantities = {n.id: n.quantity for n in numbers}
    fits = judge(reading.relation("fit"), quantities).verdict is Verdict.CONSISTENT
    return reading if fits else None
