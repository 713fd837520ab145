"""The property above all, on many seeded random data sets (`REPORTLINT_CASES`, 10⁴ by default)."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from cases import CASES, RENDERINGS, relation

from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Verdict
from reportlint.arithmetic.verdicts import judge

Case = tuple[Relation, dict[str, Quantity]]
K = RelationKind


def render(rng: random.Random, value: Fraction) -> Quantity:
    """A true value as some author prints it."""
    place = Fraction(10) ** rng.choice([-6, -4, -3, -2, -2, -2, -1, 0, 0, 1, 4])
    return Quantity(rng.choice(RENDERINGS)(value, place), place)


def amount(rng: random.Random) -> Fraction:
    """Amounts of every size; many stand exactly on the edge between two printed values."""
    digits = rng.randrange(0, 7)
    return Fraction(rng.randrange(1, 10 ** rng.randrange(1, 10)) * 5, 10**digits)


def signed(rng: random.Random) -> Fraction:
    return amount(rng) * rng.choice([1, 1, 1, -1])


def sums(rng: random.Random) -> Case:
    parts = [signed(rng) for _ in range(rng.randrange(2, 41))]
    shown = {f"x{i}": render(rng, v) for i, v in enumerate(parts)}
    shown["y"] = render(rng, sum(parts, Fraction(0)))
    return relation(K.SUM, "y", *((f"x{i}", "addend") for i in range(len(parts)))), shown


def partial_sums(rng: random.Random) -> Case:
    parts = [amount(rng) for _ in range(rng.randrange(1, 9))]
    total = sum(parts, Fraction(0)) + rng.choice([0, amount(rng)])
    shown = {f"x{i}": render(rng, v) for i, v in enumerate(parts)} | {"y": render(rng, total)}
    terms = [(f"x{i}", "addend") for i in range(len(parts))]
    return relation(K.SUM, "y", *terms, exhaustive=False), shown


def share_lists(rng: random.Random) -> Case:
    parts = [amount(rng) for _ in range(rng.randrange(2, 12))]
    whole = sum(parts, Fraction(0))
    shown = {f"s{i}": render(rng, 100 * p / whole) for i, p in enumerate(parts)}
    return relation(K.SUM, None, *((name, "addend") for name in shown)), shown


def rates(rng: random.Random) -> Case:
    a, b = amount(rng), amount(rng)
    shown = {"a": render(rng, a), "b": render(rng, b), "y": render(rng, 100 * a / b)}
    return relation(K.RATIO, "y", ("a", "numerator"), ("b", "denominator")), shown


def shares(rng: random.Random) -> Case:
    part, rest = amount(rng), amount(rng)
    shown = {"p": render(rng, part), "r": render(rng, rest)}
    shown["y"] = render(rng, 100 * part / (part + rest))
    return relation(K.SHARE, "y", ("p", "part"), ("p", "whole"), ("r", "whole")), shown


def growth(rng: random.Random) -> Case:
    current, previous = amount(rng), amount(rng)
    direction = 1 if current >= previous else -1
    sign = rng.choice([1, direction])
    shown = {
        "c": render(rng, current),
        "p": render(rng, previous),
        "d": render(rng, sign * (current - previous)),
        "y": render(rng, sign * 100 * (current / previous - 1)),
    }
    direct, base = ("c", "current"), ("p", "previous")
    change = ("d", "numerator")
    terms = rng.choice([(direct, base), (change, base), (change, direct)])
    return relation(K.GROWTH, "y", *terms, direction=rng.choice([0, direction])), shown


def differences(rng: random.Random) -> Case:
    a, b = signed(rng), signed(rng)
    direction = 1 if a >= b else -1
    change = (a - b) * rng.choice([1, direction])
    shown = {"a": render(rng, a), "b": render(rng, b), "y": render(rng, change)}
    kind, roles = rng.choice(
        [(K.DIFFERENCE, ("minuend", "subtrahend")), (K.POINTS_CHANGE, ("current", "previous"))]
    )
    terms = tuple(zip("ab", roles, strict=True))
    return relation(kind, "y", *terms, direction=rng.choice([0, direction])), shown


def restatements(rng: random.Random) -> Case:
    value = signed(rng)
    shown = {name: render(rng, value) for name in "abcd"}
    return relation(K.EQUAL, None, *((name, "item") for name in "abcd")), shown


FAMILIES: tuple[Callable[[random.Random], Case], ...] = (
    sums,
    partial_sums,
    share_lists,
    rates,
    shares,
    growth,
    differences,
    restatements,
)


@pytest.mark.parametrize("family", FAMILIES)
def test_true_figures_never_make_an_error(family: Callable[[random.Random], Case]) -> None:
    for seed in range(CASES // len(FAMILIES)):
        tested, shown = family(random.Random(seed))
        assert judge(tested, shown).verdict is not Verdict.INCONSISTENT, (seed, tested, shown)


@pytest.mark.parametrize("family", [sums, rates, differences, restatements])
def test_but_false_figures_do(family: Callable[[random.Random], Case]) -> None:
    """The check is not blind: a result doubled and moved is found wherever it can be."""
    found = 0
    for seed in range(200):
        tested, shown = family(random.Random(seed))
        last = tested.result or "a"
        wrong = Quantity(shown[last].value * 3 + 1000 * (shown[last].place or 1), shown[last].place)
        found += judge(tested, shown | {last: wrong}).verdict is Verdict.INCONSISTENT
    assert found > 80
