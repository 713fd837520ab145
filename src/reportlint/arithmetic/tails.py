"""How probable a residual of a sum is when its figures were rounded independently (3.3).

The error of a rounded figure is uniform over one last digit; their sum follows Irwin and Hall, or
its generalisation for digits of different size. All probabilities are exact rationals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import comb, factorial, lcm

from reportlint.arithmetic.model import Quantity, Relation, RelationKind
from reportlint.arithmetic.rounding import Convention

ALPHA = Fraction(1, 100)
"""The chance we take of doubting any sum of a report whose figures are all right."""
MOST_TERMS = 2000
"""Inclusion–exclusion terms beyond which a sum is not judged (many parts of many precisions)."""


def cumulative(widths: Sequence[Fraction], x: Fraction) -> Fraction:
    """P(Σ U(−w/2, w/2) ≤ x) over independent uniforms of these widths (all positive)."""
    common = 2 * lcm(*(w.denominator for w in widths), x.denominator)
    sizes = Counter(int(w * common) for w in widths)
    offset = int(x * common) + sum(sizes.elements()) // 2
    count = len(widths)
    total = sum(
        sign * ways * max(0, offset - taken) ** count for sign, ways, taken in _subsets(sizes)
    )
    volume = factorial(count)
    for size in sizes.elements():
        volume *= size
    return min(Fraction(1), Fraction(total, volume))


def _subsets(sizes: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """(sign, number of subsets, their total) for every way to take some of each size."""
    for taken in product(*(range(n + 1) for n in sizes.values())):
        ways = 1
        for size_count, k in zip(sizes.values(), taken, strict=True):
            ways *= comb(size_count, k)
        total = sum(size * k for size, k in zip(sizes, taken, strict=True))
        yield (-1 if sum(taken) % 2 else 1), ways, total


def residual_probability(
    places: Sequence[Fraction], total_place: Fraction, residual: Fraction, convention: Convention
) -> Fraction:
    """The probability of a residual (parts − total) at least this far from what is expected.

    `convention` half-up or half-even expects none, truncation loses half a digit per part; for any
    other the more lenient of the two answers is given.
    """
    rounded = [p for p in places if p]
    if not rounded:
        return Fraction(residual == 0)
    half = sum(rounded, Fraction(0)) / 2
    biases = {
        Convention.HALF_UP: [Fraction(0)],
        Convention.HALF_EVEN: [Fraction(0)],
        Convention.TRUNCATION: [total_place / 2 - half],
    }.get(convention, [Fraction(0), total_place / 2 - half])
    return max(_two_sided(rounded, abs(residual - b) - total_place / 2) for b in biases)


def _two_sided(widths: Sequence[Fraction], beyond: Fraction) -> Fraction:
    if beyond <= 0:
        return Fraction(1)
    return 2 * (1 - cumulative(widths, beyond))


def independent_match(parts: int) -> Fraction:
    """The probability that a total rounded on its own equals the sum of so many rounded parts."""
    if parts < 2:
        return Fraction(1)
    return 2 * cumulative([Fraction(1)] * parts, Fraction(1, 2)) - 1


def improbable(
    relation: Relation,
    quantities: Mapping[str, Quantity],
    convention: Convention = Convention.UNKNOWN,
    level: Fraction = ALPHA,
) -> bool:
    """Whether the residual of an exhaustive sum is hardly one of rounding.

    `level` is the accepted probability for this one sum: α divided by the number of sums judged.
    """
    names = [t.figure for t in relation.terms]
    if relation.kind is not RelationKind.SUM or not relation.exhaustive:
        return False
    if any(quantities[n].bounds is not None for n in relation.figures):
        return False
    places = [quantities[n].place for n in names]
    if not _tractable(places):
        return False
    parts = sum((t.sign * quantities[t.figure].value for t in relation.terms), Fraction(0))
    total = Quantity(Fraction(100)) if relation.result is None else quantities[relation.result]
    residual = parts - total.value
    return residual_probability(places, total.place, residual, convention) < level


def _tractable(places: Sequence[Fraction]) -> bool:
    terms = 1
    for count in Counter(p for p in places if p).values():
        terms *= count + 1
    return terms <= MOST_TERMS
