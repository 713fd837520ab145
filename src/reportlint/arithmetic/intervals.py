"""Interval arithmetic over rationals with open, closed and infinite ends (ALGORITHMS 3.1).

Operations are exact for operands that do not depend on each other; a formula must therefore use
each variable once.
"""

from __future__ import annotations

from fractions import Fraction

from reportlint.arithmetic.model import Interval

ZERO = Fraction(0)
LINE = Interval(None, None, False, False)
"""All rationals."""

End = tuple[int, Fraction, bool]
"""(−1, 0 or +1 for −∞, finite, +∞; the finite value; closed)."""


class ZeroDivisorError(ArithmeticError):
    """The divisor's interval contains zero."""


def exactly(value: Fraction) -> Interval:
    """The interval of one point."""
    return Interval(value, value)


def is_empty(x: Interval) -> bool:
    """Whether no rational lies in `x`."""
    if x.low is None or x.high is None:
        return False
    return x.low > x.high or (x.low == x.high and not (x.low_closed and x.high_closed))


def contains(x: Interval, value: Fraction) -> bool:
    """Whether `value` lies in `x`."""
    above = x.low is None or x.low < value or (x.low == value and x.low_closed)
    below = x.high is None or value < x.high or (x.high == value and x.high_closed)
    return above and below


def width(x: Interval) -> Fraction | None:
    """High minus low; None when infinite."""
    return None if x.low is None or x.high is None else x.high - x.low


def negate(x: Interval) -> Interval:
    """−x: the ends change places, and so does what they include."""
    low = None if x.high is None else -x.high
    high = None if x.low is None else -x.low
    return Interval(low, high, x.high_closed, x.low_closed)


def add(x: Interval, y: Interval) -> Interval:
    """x + y."""
    low = None if x.low is None or y.low is None else x.low + y.low
    high = None if x.high is None or y.high is None else x.high + y.high
    return Interval(low, high, x.low_closed and y.low_closed, x.high_closed and y.high_closed)


def subtract(x: Interval, y: Interval) -> Interval:
    """x − y."""
    return add(x, negate(y))


def shift(x: Interval, by: Fraction) -> Interval:
    """x + by."""
    low = None if x.low is None else x.low + by
    high = None if x.high is None else x.high + by
    return Interval(low, high, x.low_closed, x.high_closed)


def scale(x: Interval, by: Fraction) -> Interval:
    """by · x."""
    if by == 0:
        return exactly(ZERO)
    if by < 0:
        return scale(negate(x), -by)
    low = None if x.low is None else x.low * by
    high = None if x.high is None else x.high * by
    return Interval(low, high, x.low_closed, x.high_closed)


def multiply(x: Interval, y: Interval) -> Interval:
    """x · y, from the four corners."""
    corners = [_corner(a, b) for a in _ends(x) for b in _ends(y)]
    low = min(corners, key=lambda c: (c[0], c[1], not c[2]))
    high = max(corners)
    return Interval(
        low[1] if low[0] == 0 else None, high[1] if high[0] == 0 else None, low[2], high[2]
    )


def reciprocal(x: Interval) -> Interval:
    """1 ÷ x. Raises `ZeroDivisorError` when x contains zero."""
    if x.low is not None and x.low >= 0 and not (x.low == 0 and x.low_closed):
        low = ZERO if x.high is None else 1 / x.high
        high = None if x.low == 0 else 1 / x.low
        return Interval(low, high, x.high_closed, x.low_closed and high is not None)
    if x.high is not None and x.high <= 0 and not (x.high == 0 and x.high_closed):
        return negate(reciprocal(negate(x)))
    raise ZeroDivisorError("the divisor may be zero")


def divide(x: Interval, y: Interval) -> Interval:
    """x ÷ y. Raises `ZeroDivisorError` when y contains zero."""
    if y.low is None or y.low <= 0 or y.high is None or x.low is None or x.low < 0:
        return multiply(x, reciprocal(y))
    high_closed = x.high_closed and (y.low_closed or not x.high)
    low_closed = x.low_closed and (y.high_closed or not x.low)
    high = None if x.high is None else x.high / y.low
    return Interval(x.low / y.high, high, low_closed, high_closed and high is not None)


def intersect(x: Interval, y: Interval) -> Interval:
    """What lies in both; an end keeps the inclusion of the operand it comes from, AND if equal."""
    low, low_closed = _inner(x.low, x.low_closed, y.low, y.low_closed, upper=False)
    high, high_closed = _inner(x.high, x.high_closed, y.high, y.high_closed, upper=True)
    return Interval(low, high, low_closed, high_closed)


def hull(x: Interval, y: Interval) -> Interval:
    """The smallest interval around two intervals that are not empty."""
    low = min(_ends(x)[0], _ends(y)[0], key=lambda e: (e[0], e[1], not e[2]))
    high = max(_ends(x)[1], _ends(y)[1])
    return Interval(
        low[1] if low[0] == 0 else None, high[1] if high[0] == 0 else None, low[2], high[2]
    )


def meets(x: Interval, y: Interval) -> bool:
    """Whether two intervals that are not empty share a rational."""
    return not is_empty(intersect(x, y))


def _ends(x: Interval) -> tuple[End, End]:
    low = (-1, ZERO, False) if x.low is None else (0, x.low, x.low_closed)
    high = (1, ZERO, False) if x.high is None else (0, x.high, x.high_closed)
    return low, high


def _corner(a: End, b: End) -> End:
    sign_a, sign_b = _sign(a), _sign(b)
    if sign_a == 0 or sign_b == 0:
        return (0, ZERO, (sign_a == 0 and a[2]) or (sign_b == 0 and b[2]))
    if a[0] or b[0]:
        return (sign_a * sign_b, ZERO, False)
    return (0, a[1] * b[1], a[2] and b[2])


def _sign(end: End) -> int:
    return end[0] or (end[1] > 0) - (end[1] < 0)


def _inner(
    a: Fraction | None, a_closed: bool, b: Fraction | None, b_closed: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    if a is None or b is None:
        return (b, b_closed) if a is None else (a, a_closed)
    if a == b:
        return a, a_closed and b_closed
    return (a, a_closed) if (a < b) == upper else (b, b_closed)
