"""So much for each, times how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.chance import of_sum
from reportlint.facts.fits.cues import has, left_words, says
from reportlint.facts.fits.numbers import Near, Number, nearby
from reportlint.facts.fits.search import Fit, believed
from reportlint.facts.model import FigureKind

_LIKELY = 0.3
_COUNTED = frozenset({FigureKind.COUNT, FigureKind.OTHER})
_AMOUNTS = _COUNTED | {FigureKind.AMOUNT}
_ROUGH = 0.02
"""A quick look before exact arithmetic has its say."""


def product_reading(numbers: Sequence[Number], each: Number) -> Reading | None:
    """The total and the number of pieces of which `each` is the average or the standard."""
    if not each.value or not says(each, "each"):
        return None
    near = nearby(numbers, each, _AMOUNTS)
    totals = [n for n in near if n.number.kind is each.kind and n.number.value >= each.value]
    counts = [n for n in near if n.number.kind in _COUNTED and n.number.value > 1]
    fits = (_fit(each, total, factors) for total, factors in _tries(each, totals, counts))
    return next(believed(fits, near, _LIKELY), None)


def _tries(
    each: Number, totals: Sequence[Near], counts: Sequence[Near]
) -> Iterator[tuple[Near, tuple[Near, ...]]]:
    """So much for each, times one count, or two: months, times, days."""
    for total in totals:
        for count in counts:
            if count.number is total.number:
                continue
            missing = total.number.value / (each.value * count.number.value)
            if abs(missing - 1) <= _ROUGH:
                yield total, (count,)
            for other in counts:
                twice = other is not count and other.number.kind is FigureKind.OTHER
                if twice and abs(missing / other.number.value - 1) <= _ROUGH:
                    yield total, (count, other)


def _fit(each: Number, total: Near, factors: tuple[Near, ...]) -> Fit:
    terms = tuple(term(f.number.mention, Role.FACTOR) for f in factors)
    if len(factors) == 1 and has(left_words(each), "average"):
        whole = term(total.number.mention, Role.TOTAL)
        reading = Reading(RelationKind.AVERAGE, each.id, (whole, *terms))
    else:
        standard = term(each.mention, Role.FACTOR)
        reading = Reading(RelationKind.PRODUCT, total.number.id, (standard, *terms))
    cost = total.cost + sum(f.cost for f in factors)
    numbers = (each, total.number, *(f.number for f in factors))
    return Fit(cost, of_sum(total.number, ()), (reading,), numbers)
