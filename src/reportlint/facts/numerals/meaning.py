"""What a printed number may stand for: its interval in base units (ALGORITHMS 3.1)."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import Hedge

_ZERO = Fraction(0)
_TEN = Fraction(10)


def rounded(value: Fraction, place: Fraction) -> Interval:
    """The values that half-up rounding prints as `value` with last place `place`."""
    if not place:
        return Interval(value, value)
    half = _half(place)
    return Interval(value - half, value + half, value > 0, value < 0)


@lru_cache(512)
def _half(place: Fraction) -> Fraction:
    return place / 2


@lru_cache(512)
def last_place(scale: Fraction, decimals: int) -> Fraction:
    """The unit of the last printed digit, in base units."""
    return scale / Fraction(10**decimals)


def hedged(value: Fraction, place: Fraction, hedge: Hedge) -> Interval:
    """What `hedge` makes of `value`, whose last printed place is `place` (0 for counts)."""
    match hedge:
        case Hedge.AT_LEAST | Hedge.GREATER:
            return Interval(value, None, hedge is Hedge.AT_LEAST, False)
        case Hedge.AT_MOST | Hedge.LESS:
            return Interval(None, value, False, hedge is Hedge.AT_MOST)
    step = coarse_place(value, place or Fraction(1))
    if hedge is Hedge.ABOUT:
        return Interval(value - step / 2, value + step / 2)
    outward = (hedge is Hedge.OVER) == (value >= 0)
    if outward:
        return Interval(value, value + step, False, False)
    return Interval(value - step, value, False, False)


def coarse_place(value: Fraction, place: Fraction) -> Fraction:
    """The last place of `value` with a digit other than zero; `place` when the value is zero."""
    if not value:
        return place
    while (value / (place * _TEN)).denominator == 1:
        place *= _TEN
    return place
