"""How a report was rounded, read off its own figures."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from cases import q, relation

from reportlint.arithmetic.conventions import Conventions, Footing, infer
from reportlint.arithmetic.model import Quantity, Relation, RelationKind
from reportlint.arithmetic.rounding import Convention, half_up, truncate
from reportlint.arithmetic.verdicts import judge

CENT = Fraction(1, 100)


def inferred(relations: list[Relation], figures: dict[str, Quantity]) -> Conventions:
    return infer([(r, judge(r, figures)) for r in relations], figures)


def rates(
    prints: Callable[[Fraction, Fraction], Fraction], count: int
) -> tuple[list[Relation], dict[str, Quantity]]:
    rng, relations, figures = random.Random(3), [], {}
    for i in range(count):
        a, b = Fraction(rng.randrange(10**8, 10**9), 100), Fraction(10**9, 100)
        figures |= {f"a{i}": Quantity(a, CENT), f"b{i}": Quantity(b, CENT)}
        figures[f"y{i}"] = Quantity(prints(100 * a / b, CENT), CENT)
        terms = ((f"a{i}", "numerator"), (f"b{i}", "denominator"))
        relations.append(relation(RelationKind.RATIO, f"y{i}", *terms, name=f"r{i}"))
    return relations, figures


@pytest.mark.parametrize(
    ("prints", "count", "expected"),
    [
        (half_up, 20, Convention.HALF_UP),
        (truncate, 20, Convention.TRUNCATION),
        (half_up, 2, Convention.UNKNOWN),
    ],
)
def test_rates(
    prints: Callable[[Fraction, Fraction], Fraction], count: int, expected: Convention
) -> None:
    assert inferred(*rates(prints, count)).rates is expected


def sums(rounded_apart: bool) -> tuple[list[Relation], dict[str, Quantity]]:
    rng, relations, figures = random.Random(4), [], {}
    for i in range(10):
        true = [Fraction(rng.randrange(10**6), 1000) for _ in range(8)]
        shown = [half_up(v, CENT) for v in true]
        total = half_up(sum(true, Fraction(0)), CENT) if rounded_apart else sum(shown, Fraction(0))
        figures |= {f"x{i}.{k}": Quantity(v, CENT) for k, v in enumerate(shown)}
        figures[f"y{i}"] = Quantity(total, CENT)
        terms = ((f"x{i}.{k}", "addend") for k in range(8))
        relations.append(relation(RelationKind.SUM, f"y{i}", *terms, name=f"s{i}"))
    return relations, figures


def test_totals_rounded_on_their_own() -> None:
    assert inferred(*sums(True)).footing is Footing.INDEPENDENT


def test_totals_added_from_printed_parts() -> None:
    assert inferred(*sums(False)).footing is Footing.PRINTED_PARTS


def test_two_sums_prove_nothing() -> None:
    relations, figures = sums(False)
    assert inferred(relations[:2], figures).footing is Footing.UNKNOWN


@pytest.mark.parametrize(("last", "nudged"), [("33.34", True), ("33.33", False)])
def test_shares_nudged_to_a_hundred(last: str, nudged: bool) -> None:
    figures = {f"p{i}": q("5000.00") for i in range(3)} | {"w": q("15000.00")}
    figures |= {"s0": q("33.33"), "s1": q("33.33"), "s2": q(last)}
    shares = [
        relation(RelationKind.SHARE, f"s{i}", (f"p{i}", "part"), ("w", "whole")) for i in range(3)
    ]
    whole = relation(RelationKind.SUM, None, *((f"s{i}", "addend") for i in range(3)))
    assert inferred([*shares, whole], figures).nudged is nudged


def test_nothing_judged() -> None:
    assert inferred([], {}) == Conventions()
