"""Percentages of counts: which of them N answers can give at all (ALGORITHMS 3.10)."""

from __future__ import annotations

from fractions import Fraction

from reportlint.arithmetic.intervals import contains
from reportlint.arithmetic.model import Quantity
from reportlint.arithmetic.rounding import Convention, printed

POWER = Fraction(3, 10)
"""Below this chance of catching a random wrong percentage the test is not worth reporting."""
_CONVENTIONS = (Convention.UNKNOWN, Convention.TRUNCATION)


def possible(percent: Quantity, total: int) -> bool:
    """Whether some count out of `total` prints as `percent`, by rounding or truncation.

    A hedged percentage, or a total that is not positive, excludes nothing.
    """
    if percent.bounds is not None or total <= 0:
        return True
    return bool(counts(percent, total))


def counts(percent: Quantity, total: int) -> tuple[int, ...]:
    """All counts out of `total` (0 to `total`) that print as `percent`, ascending."""
    allowed = [printed(percent.value, percent.place, c) for c in _CONVENTIONS]
    low = (percent.value - percent.place) * total / 100
    high = (percent.value + percent.place) * total / 100
    first, last = max(0, low.__floor__()), min(total, high.__ceil__())
    tried = range(first, last + 1)
    return tuple(k for k in tried if any(contains(a, Fraction(100 * k, total)) for a in allowed))


def power(total: int, place: Fraction) -> Fraction:
    """The chance that a random wrong percentage of last digit `place` is found impossible."""
    if place == 0:
        return Fraction(0)
    return max(Fraction(0), 1 - Fraction(3, 2) * (total + 1) * place / 100)


def worth_testing(percent: Quantity, total: int) -> bool:
    """Whether the test has enough power for this total and this precision."""
    return power(total, percent.place) >= POWER
