"""Every interval operation against brute force over sampled points."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from cases import examples, intervals
from hypothesis import assume, given

from reportlint.arithmetic.intervals import (
    LINE,
    ZeroDivisorError,
    add,
    contains,
    divide,
    exactly,
    hull,
    intersect,
    is_empty,
    meets,
    multiply,
    negate,
    reciprocal,
    scale,
    shift,
    subtract,
    width,
)
from reportlint.arithmetic.mobius import mobius
from reportlint.arithmetic.model import Interval

EPSILON = Fraction(1, 10**9)
FAR = Fraction(10**9)
NEAR = Fraction(1, 1000)
SHARE = Fraction(1, 20)


def points(x: Interval) -> list[Fraction]:
    """Points of x: its ends where included, points just inside, far out, zero and the middle."""
    low = -FAR if x.low is None else x.low
    high = FAR if x.high is None else x.high
    tried = [low, low + EPSILON, (low + high) / 2, high - EPSILON, high, Fraction(0), EPSILON]
    return [p for p in [*tried, -EPSILON] if contains(x, p)]


def check(found: Interval, images: list[Fraction]) -> None:
    """Nothing falls outside `found`, and its ends are reached or approached."""
    assert all(contains(found, v) for v in images)
    for end, closed, extreme in (
        (found.low, found.low_closed, min(images)),
        (found.high, found.high_closed, max(images)),
    ):
        if end is None:
            assert abs(extreme) > FAR / 100
        else:
            assert abs(extreme - end) < NEAR
            assert (extreme == end) == closed


@examples(SHARE)
@given(intervals(), intervals())
def test_sums_and_products(x: Interval, y: Interval) -> None:
    pairs = list(product(points(x), points(y)))
    check(add(x, y), [a + b for a, b in pairs])
    check(subtract(x, y), [a - b for a, b in pairs])


@pytest.mark.parametrize("operation", [multiply, divide])
@examples(SHARE)
@given(x=intervals(), y=intervals())
def test_products_and_quotients(
    operation: Callable[[Interval, Interval], Interval], x: Interval, y: Interval
) -> None:
    assume(operation is multiply or not contains(y, Fraction(0)))
    exact = [a * b if operation is multiply else a / b for a, b in product(points(x), points(y))]
    found = operation(x, y)
    assert all(contains(found, v) for v in exact)
    for end, closed, extreme in (
        (found.low, found.low_closed, min(exact)),
        (found.high, found.high_closed, max(exact)),
    ):
        if end is None:
            assert abs(extreme) > FAR / 1000
        elif closed:
            assert extreme == end
        else:
            assert extreme != end


@examples(SHARE)
@given(intervals())
def test_maps_of_one_interval(x: Interval) -> None:
    check(negate(x), [-p for p in points(x)])
    check(shift(x, Fraction(3)), [p + 3 for p in points(x)])
    check(scale(x, Fraction(-2)), [-2 * p for p in points(x)])
    assert scale(x, Fraction(0)) == exactly(Fraction(0))


@examples(SHARE)
@given(intervals(), intervals())
def test_intersection_and_hull(x: Interval, y: Interval) -> None:
    grid = [Fraction(n, 2) for n in range(-12, 13)]
    both = intersect(x, y)
    for value in grid:
        inside = contains(x, value) and contains(y, value)
        assert contains(both, value) == inside
        assert contains(hull(x, y), value) >= (contains(x, value) or contains(y, value))
    assert meets(x, y) == (not is_empty(both))
    if any(contains(both, v) for v in grid):
        assert meets(x, y)


@examples(SHARE)
@given(intervals())
def test_linear_fractions(x: Interval) -> None:
    for a, b, c, d in ((100, 0, 1, 1), (1, 0, -1, 100), (-1, 100, 1, 0), (2, 3, 0, 4)):
        found = mobius(a, b, c, d, x)
        images = [(a * p + b) / (c * p + d) for p in points(x) if c * p + d]
        assert all(contains(found, v) for v in images)
        if c and contains(x, Fraction(-d, c)):
            assert found == LINE


def test_zero_is_no_divisor() -> None:
    for low, high in ((-1, 1), (0, 1), (-1, 0)):
        with pytest.raises(ZeroDivisorError):
            reciprocal(Interval(Fraction(low), Fraction(high)))


def test_an_open_zero_divides_to_infinity() -> None:
    found = reciprocal(Interval(Fraction(0), Fraction(2), False, True))
    assert found == Interval(Fraction(1, 2), None, True, False)


def test_negation_swaps_what_the_ends_include() -> None:
    assert negate(Interval(Fraction(1), Fraction(2), True, False)) == Interval(
        Fraction(-2), Fraction(-1), False, True
    )


def test_touching_ends_meet_only_if_both_are_closed() -> None:
    left = Interval(Fraction(0), Fraction(1))
    assert meets(left, Interval(Fraction(1), Fraction(2)))
    assert not meets(left, Interval(Fraction(1), Fraction(2), False, True))


def test_width() -> None:
    assert width(Interval(Fraction(1), Fraction(3))) == 2
    assert width(LINE) is None
