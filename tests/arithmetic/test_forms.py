"""Every form, solved for every figure, admits the truth, and little besides."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from reportlint.arithmetic.forms import Form, Linear, Monomial, Quotient, Same, holds
from reportlint.arithmetic.intervals import LINE, contains, exactly, is_empty
from reportlint.arithmetic.model import Interval

Values = dict[str, Fraction]


def amount(rng: random.Random) -> Fraction:
    return Fraction(rng.randrange(1, 10**6), 10 ** rng.randrange(0, 4))


def linear(rng: random.Random) -> tuple[Form, Values]:
    values = {name: amount(rng) for name in "abc"}
    values["y"] = values["a"] + values["b"] - values["c"] + 5
    return Linear((("y", -1), ("a", 1), ("b", 1), ("c", -1)), Fraction(5)), values


def at_most(rng: random.Random) -> tuple[Form, Values]:
    values = {name: amount(rng) for name in "ab"}
    values["y"] = values["a"] + values["b"] + rng.choice([0, amount(rng)])
    return Linear((("y", -1), ("a", 1), ("b", 1)), at_most=True), values


def quotient(rng: random.Random) -> tuple[Form, Values]:
    values = {name: amount(rng) for name in "abc"}
    sign = rng.choice([1, -1])
    values["y"] = sign * (100 * (values["a"] + values["b"]) / values["c"] - 100)
    return Quotient("y", sign, 100, 100, (("a", 1), ("b", 1)), (("c", 1),)), values


def inside(rng: random.Random) -> tuple[Form, Values]:
    values = {"p": amount(rng), "r": rng.choice([amount(rng), Fraction(0)])}
    values["y"] = 100 * values["p"] / (values["p"] + values["r"])
    return Quotient("y", 1, 0, 100, (("p", 1),), (("r", 1),), 1), values


def monomial(rng: random.Random) -> tuple[Form, Values]:
    values = {name: amount(rng) for name in "abc"}
    values["y"] = values["a"] * values["b"] / values["c"] / 100
    return Monomial("y", ("a", "b"), ("c",), Fraction(1, 100)), values


def same(rng: random.Random) -> tuple[Form, Values]:
    return Same(("a", "b", "c")), dict.fromkeys("abc", amount(rng))


FORMS = (linear, at_most, quotient, inside, monomial, same)


def around(rng: random.Random, value: Fraction) -> Interval:
    """A domain that holds the value: printed, exact, half-open or free."""
    spread = Fraction(1, 10 ** rng.randrange(0, 4))
    return rng.choice(
        [
            Interval(value - spread, value + spread, False, False),
            Interval(value - spread, value + spread / 3),
            exactly(value),
            Interval(value, None, True, False),
            LINE,
        ]
    )


@pytest.mark.parametrize("make", FORMS)
def test_the_truth_is_always_admitted(make) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    for seed in range(300):
        rng = random.Random(seed)
        form, values = make(rng)
        domains = {name: around(rng, value) for name, value in values.items()}
        assert holds(form, domains)
        for name in form.variables:
            assert contains(form.solve(name, domains), values[name]), (seed, name)


@pytest.mark.parametrize("make", [linear, quotient, inside, monomial, same])
def test_exact_figures_leave_one_value(make) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    for seed in range(100):
        form, values = make(random.Random(seed))
        exact = {name: exactly(value) for name, value in values.items()}
        for name in form.variables:
            found = form.solve(name, exact)
            unknown = make is inside and not values["r"] and name != "r"
            assert unknown or found == exactly(values[name]), (seed, name)
        result = form.variables[0]
        assert form.point(values) == values[result]


def test_nothing_satisfies_a_zero_rate_of_something() -> None:
    form = Quotient("y", 1, 0, 100, (("a", 1),), (("b", 1),))
    domains = {"a": exactly(Fraction(5)), "y": exactly(Fraction(0)), "b": LINE}
    assert is_empty(form.solve("b", domains))


def test_a_zero_divisor_gives_no_point() -> None:
    zero = {"y": Fraction(0), "a": Fraction(1), "b": Fraction(0)}
    assert Quotient("y", 1, 0, 100, (("a", 1),), (("b", 1),)).point(zero) is None
    assert Monomial("y", ("a",), ("b",)).point(zero) is None
    assert (
        Monomial("y", ("a",), ("b",)).solve("y", {k: exactly(v) for k, v in zero.items()}) == LINE
    )
