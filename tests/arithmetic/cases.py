"""True data and the ways authors print it."""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from reportlint.arithmetic.model import Interval, Quantity, Relation, RelationKind, Role, Term
from reportlint.arithmetic.rounding import half_even, half_up, truncate

CASES = int(os.environ.get("REPORTLINT_CASES", "10000"))
"""Seeded random cases of the bulk tests."""
SHRINKABLE = 2000
"""Examples that hypothesis makes, shrinks and reports."""
RENDERINGS: tuple[Callable[[Fraction, Fraction], Fraction], ...] = (half_up, half_even, truncate)
PLACES = (*(Fraction(1, 10**d) for d in range(7)), Fraction(10), Fraction(10000))


def examples(share: Fraction) -> settings:
    """Settings for a property that takes its share of all shrinkable cases."""
    return settings(
        max_examples=max(50, int(SHRINKABLE * share)),
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def rationals(low: int, high: int) -> st.SearchStrategy[Fraction]:
    """Amounts with up to six decimals."""
    return st.integers(low * 10**6, high * 10**6).map(lambda n: Fraction(n, 10**6))


@st.composite
def printings(draw: st.DrawFn, value: Fraction) -> Quantity:
    """A true value as some author prints it."""
    place = draw(st.sampled_from(PLACES))
    return Quantity(draw(st.sampled_from(RENDERINGS))(value, place), place)


ends = st.one_of(st.none(), st.integers(-4, 4).map(Fraction))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Small intervals of every kind, never empty."""
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    point = low is not None and low == high
    return Interval(
        low,
        high,
        low is not None and (point or draw(st.booleans())),
        high is not None and (point or draw(st.booleans())),
    )


def relation(
    kind: RelationKind,
    result: str | None,
    *terms: tuple[str, str] | tuple[str, str, int],
    direction: int = 0,
    exhaustive: bool = True,
    name: str = "r",
) -> Relation:
    """A relation from (figure, role[, sign]) tuples."""
    made = tuple(Term(t[0], Role(t[1]), *t[2:]) for t in terms)
    return Relation(name, kind, result, made, direction, exhaustive)


def q(text: str, place: str | None = None) -> Quantity:
    """A quantity as printed: `12.30` has place 0.01; `place` overrides."""
    decimals = len(text.split(".")[1]) if "." in text else 0
    unit = Fraction(1, 10**decimals) if place is None else Fraction(place)
    return Quantity(Fraction(text), unit)
