"""What printed figures stand for, by convention (ALGORITHMS 3.1)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from cases import examples, rationals
from hypothesis import given
from hypothesis import strategies as st

from reportlint.arithmetic.intervals import contains
from reportlint.arithmetic.model import Interval
from reportlint.arithmetic.rounding import (
    Convention,
    half_even,
    half_up,
    printed,
    rounds_to,
    truncate,
)

PRINTERS = {
    Convention.HALF_UP: half_up,
    Convention.HALF_EVEN: half_even,
    Convention.TRUNCATION: truncate,
}


@pytest.mark.parametrize("convention", PRINTERS)
@examples(Fraction(1, 20))
@given(value=rationals(-20, 20), digits=st.integers(0, 3))
def test_the_interval_holds_exactly_what_prints_alike(
    convention: Convention, value: Fraction, digits: int
) -> None:
    place, prints = Fraction(1, 10**digits), PRINTERS[convention]
    shown = prints(value, place)
    for other in (value, shown, shown + place / 2, shown - place / 2, shown + place, shown - place):
        inside = contains(printed(shown, place, convention), other)
        assert inside == (prints(other, place) == shown)
    for wider in (Convention.ROBUST, Convention.UNKNOWN):
        if wider is Convention.ROBUST or convention is not Convention.TRUNCATION:
            assert contains(printed(shown, place, wider), value)


@pytest.mark.parametrize(
    ("convention", "value", "expected"),
    [
        (Convention.UNKNOWN, "1.2", ("1.15", "1.25", True, True)),
        (Convention.HALF_UP, "1.2", ("1.15", "1.25", True, False)),
        (Convention.HALF_UP, "-1.2", ("-1.25", "-1.15", False, True)),
        (Convention.HALF_UP, "0", ("-0.05", "0.05", False, False)),
        (Convention.HALF_EVEN, "1.2", ("1.15", "1.25", True, True)),
        (Convention.HALF_EVEN, "1.3", ("1.25", "1.35", False, False)),
        (Convention.TRUNCATION, "1.2", ("1.2", "1.3", True, False)),
        (Convention.TRUNCATION, "-1.2", ("-1.3", "-1.2", False, True)),
        (Convention.TRUNCATION, "0", ("-0.1", "0.1", False, False)),
        (Convention.CEILING, "1.2", ("1.1", "1.2", False, True)),
        (Convention.ROBUST, "1.2", ("1.1", "1.3", False, False)),
        (Convention.EXACT, "1.2", ("1.2", "1.2", True, True)),
    ],
)
def test_the_table(
    convention: Convention, value: str, expected: tuple[str, str, bool, bool]
) -> None:
    low, high, low_closed, high_closed = expected
    found = printed(Fraction(value), Fraction("0.1"), convention)
    assert found == Interval(Fraction(low), Fraction(high), low_closed, high_closed)


def test_halves_round_either_way() -> None:
    place = Fraction("0.1")
    assert rounds_to(Fraction("0.25"), Fraction("0.2"), place)
    assert rounds_to(Fraction("0.25"), Fraction("0.3"), place)
    assert not rounds_to(Fraction("0.35"), Fraction("0.3"), place)
    assert rounds_to(Fraction("-0.25"), Fraction("-0.3"), place)


def test_an_exact_count_is_only_itself() -> None:
    assert half_up(Fraction("2.5"), Fraction(0)) == Fraction("2.5")
    assert not rounds_to(Fraction("2.5"), Fraction(3), Fraction(0))
