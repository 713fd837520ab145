"""Linear fractional maps of an interval: monotone wherever they have no pole."""

from __future__ import annotations

from fractions import Fraction

from reportlint.arithmetic.intervals import LINE, contains, exactly, scale, shift
from reportlint.arithmetic.model import Interval


def mobius(a: int, b: int, c: int, d: int, x: Interval) -> Interval:
    """(a·x + b) ÷ (c·x + d) over `x`; `LINE` when the denominator vanishes inside `x`."""
    if c == 0:
        return LINE if d == 0 else scale(shift(scale(x, Fraction(a)), Fraction(b)), Fraction(1, d))
    pole, slope = Fraction(-d, c), a * d - b * c
    if contains(x, pole):
        return LINE
    if slope == 0:
        return exactly(Fraction(a, c))
    low = _end(a, b, c, d, x.low, pole)
    high = _end(a, b, c, d, x.high, pole)
    low_closed = x.low_closed and x.low is not None
    high_closed = x.high_closed and x.high is not None
    if slope > 0:
        return Interval(low, high, low_closed and low is not None, high_closed)
    return Interval(high, low, high_closed, low_closed)


def _end(a: int, b: int, c: int, d: int, x: Fraction | None, pole: Fraction) -> Fraction | None:
    """The image of one end: the limit a ÷ c at infinity, infinite (None) at the pole."""
    if x is None:
        return Fraction(a, c)
    return None if x == pole else (a * x + b) / (c * x + d)
