"""How a value becomes a printed figure, and what a printed figure may stand for."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from reportlint.arithmetic.intervals import ZERO, exactly, negate
from reportlint.arithmetic.model import Interval


class Convention(StrEnum):
    """How an author shortens a value to the printed digits."""

    UNKNOWN = "unknown"
    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    TRUNCATION = "truncation"
    CEILING = "ceiling"
    ROBUST = "robust"
    EXACT = "exact"


def printed(value: Fraction, place: Fraction, convention: Convention) -> Interval:
    """The values that `convention` prints as `value` with last digit `place` (ALGORITHMS 3.1).

    `place` zero means an exact count. Half-up rounds halves away from zero; truncation and ceiling
    work on the magnitude.
    """
    if place == 0 or convention is Convention.EXACT:
        return exactly(value)
    if value < 0:
        return negate(printed(-value, place, convention))
    half = place / 2
    if convention is Convention.ROBUST:
        return Interval(value - place, value + place, False, False)
    if convention is Convention.TRUNCATION:
        low = value if value else -place
        return Interval(low, value + place, bool(value), False)
    if convention is Convention.CEILING:
        return Interval(value - place, value, False, True) if value else exactly(ZERO)
    if convention is Convention.HALF_UP:
        return Interval(value - half, value + half, bool(value), False)
    even = convention is Convention.UNKNOWN or value % (2 * place) == 0
    return Interval(value - half, value + half, even, even)


def half_up(value: Fraction, place: Fraction) -> Fraction:
    """`value` rounded to a multiple of `place`, halves away from zero; unchanged for place 0."""
    if place == 0:
        return value
    steps = abs(value) / place
    whole = (2 * steps.numerator + steps.denominator) // (2 * steps.denominator) * place
    return -whole if value < 0 else whole


def half_even(value: Fraction, place: Fraction) -> Fraction:
    """`value` rounded to a multiple of `place`, halves to the even digit; unchanged for place 0."""
    return value if place == 0 else round(value / place) * place


def truncate(value: Fraction, place: Fraction) -> Fraction:
    """`value` cut to a multiple of `place` towards zero; unchanged for place 0."""
    return value if place == 0 else int(value / place) * place


def rounds_to(value: Fraction, shown: Fraction, place: Fraction) -> bool:
    """Whether `value`, rounded half-up or half-even to `place`, is `shown`."""
    if place == 0:
        return value == shown
    return 2 * abs(value - shown) < place or shown in (
        half_up(value, place),
        half_even(value, place),
    )
