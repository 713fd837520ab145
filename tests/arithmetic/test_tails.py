"""The tail of rounding residuals (ALGORITHMS 3.3)."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from cases import q, relation

from reportlint.arithmetic.model import Interval, Quantity, RelationKind
from reportlint.arithmetic.rounding import Convention, half_up, truncate
from reportlint.arithmetic.tails import cumulative, improbable, residual_probability

ONE = Fraction(1)


@pytest.mark.parametrize(
    ("parts", "residual", "probability"),
    [(5, 2, 0.017), (8, 3, 0.0013), (12, 4, 2.4e-4), (20, 5, 3.5e-4), (20, 6, 8.3e-6)],
)
def test_the_published_values(parts: int, residual: int, probability: float) -> None:
    found = residual_probability([ONE] * parts, ONE, Fraction(residual), Convention.HALF_UP)
    assert float(found) == pytest.approx(probability, rel=0.03)


def test_unequal_widths_against_geometry() -> None:
    """Two uniforms: the corner beyond x of a rectangle is a triangle."""
    widths, x = [Fraction(1), Fraction(1, 10)], Fraction(1, 2)
    corner = Fraction(1, 20) ** 2 / 2 / Fraction(1, 10)
    assert cumulative(widths, x) == 1 - corner
    assert cumulative(widths, Fraction(0)) == Fraction(1, 2)
    assert cumulative(widths, Fraction(1)) == 1


def test_against_simulation() -> None:
    rng = random.Random(5)
    beyond = 0
    for _ in range(4000):
        parts = [Fraction(rng.randrange(10**6), 10**4) for _ in range(9)]
        residual = sum(half_up(p, ONE) for p in parts) - half_up(sum(parts, Fraction(0)), ONE)
        beyond += abs(residual) >= 2
    expected = residual_probability([ONE] * 9, ONE, Fraction(2), Convention.HALF_UP)
    assert beyond / 4000 == pytest.approx(float(expected), abs=0.02)


def test_truncation_loses_half_a_digit_per_part() -> None:
    rng = random.Random(6)
    parts = [Fraction(rng.randrange(10**6), 10**4) for _ in range(20)]
    residual = sum(truncate(p, ONE) for p in parts) - truncate(sum(parts, Fraction(0)), ONE)
    places = [ONE] * 20
    assert residual < -5
    assert residual_probability(places, ONE, residual, Convention.HALF_UP) < Fraction(1, 100)
    assert residual_probability(places, ONE, residual, Convention.TRUNCATION) > Fraction(1, 20)
    assert residual_probability(places, ONE, residual, Convention.UNKNOWN) > Fraction(1, 20)


def sum_of(count: int, total: str) -> tuple[bool, bool]:
    names = [f"x{i}" for i in range(count)]
    figures = {n: q("3.00") for n in names} | {"y": q(total)}
    tested = relation(RelationKind.SUM, "y", *((n, "addend") for n in names))
    return tuple(improbable(tested, figures, c) for c in (Convention.HALF_UP, Convention.UNKNOWN))  # type: ignore[return-value]


def test_doubt_begins_far_out() -> None:
    assert sum_of(20, "60.02") == (False, False)
    assert sum_of(20, "59.94") == (True, True)
    assert sum_of(20, "60.06") == (True, False)


def test_what_is_never_doubted() -> None:
    figures = {"a": q("1.00"), "b": q("1.00"), "y": q("9.00")}
    parts = relation(RelationKind.SUM, "y", ("a", "addend"), ("b", "addend"), exhaustive=False)
    whole = relation(RelationKind.SUM, "y", ("a", "addend"), ("b", "addend"))
    hedged = figures | {"a": Quantity(ONE, ONE, Interval(Fraction(0), Fraction(2)))}
    ratio = relation(RelationKind.RATIO, "y", ("a", "numerator"), ("b", "denominator"))
    assert not improbable(parts, figures)
    assert not improbable(whole, hedged)
    assert not improbable(ratio, figures)


def test_exact_counts_leave_no_residual() -> None:
    counts = {n: q("3", "0") for n in "ab"}
    tested = relation(RelationKind.SUM, "y", ("a", "addend"), ("b", "addend"))
    assert improbable(tested, counts | {"y": q("7", "0")})
    assert not improbable(tested, counts | {"y": q("6", "0")})
