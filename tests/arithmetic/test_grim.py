"""Percentages that no count can give."""

from __future__ import annotations

from fractions import Fraction

import pytest
from cases import examples, q
from hypothesis import given
from hypothesis import strategies as st

from reportlint.arithmetic.grim import counts, possible, power, worth_testing
from reportlint.arithmetic.model import Interval, Quantity
from reportlint.arithmetic.rounding import half_even, half_up, truncate

SHARE = Fraction(1, 20)


@examples(SHARE)
@given(
    st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(0, 3),
    st.sampled_from([half_up, half_even, truncate]),
)
def test_real_counts_are_always_possible(counted: tuple[int, int], digits: int, prints) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    answers, total = counted
    place = Fraction(1, 10**digits)
    shown = Quantity(prints(Fraction(100 * answers, total), place), place)
    assert answers in counts(shown, total)
    assert possible(shown, total)


@pytest.mark.parametrize(
    ("percent", "total", "expected"),
    [
        ("94.44", 18, True),
        ("94.45", 18, False),
        ("33.3", 3, True),
        ("33.4", 3, False),
        ("66.66", 3, True),
        ("66.67", 3, True),
        ("50.00", 0, True),
        ("101.00", 100, False),
    ],
)
def test_examples(percent: str, total: int, expected: bool) -> None:
    assert possible(q(percent), total) is expected


def test_hedged_percentages_exclude_nothing() -> None:
    hedged = Quantity(Fraction("94.45"), Fraction("0.01"), Interval(Fraction(90), Fraction(95)))
    assert possible(hedged, 18)


def test_power_fades_with_the_number_of_answers() -> None:
    assert power(18, Fraction("0.01")) > Fraction(99, 100)
    assert power(10_000, Fraction("0.01")) == 0
    assert power(18, Fraction(0)) == 0
    assert worth_testing(q("94.45"), 18)
    assert not worth_testing(q("94"), 180)
