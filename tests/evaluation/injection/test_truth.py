from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from reportlint.arithmetic.model import RelationKind
from reportlint.evaluation.injection.truth import FormulaError, Truth


def truth(**formulas: str) -> Truth:
    made = Truth(Random(3), Fraction(1))
    for name, formula in formulas.items():
        made.define(name, formula)
    return made


@pytest.mark.parametrize(
    ("formula", "value", "kind", "figures"),
    [
        ("a + b", Fraction(50), RelationKind.SUM, ("c", "a", "b")),
        ("a - b", Fraction(30), RelationKind.DIFFERENCE, ("c", "a", "b")),
        ("a - b - b", Fraction(20), RelationKind.SUM, ("a", "b", "b", "c")),
        ("100 * b / a", Fraction(25), RelationKind.RATIO, ("c", "b", "a")),
        ("100 * (a / b - 1)", Fraction(300), RelationKind.GROWTH, ("c", "a", "b")),
        ("a / b", Fraction(4), RelationKind.AVERAGE, ("c", "a", "b")),
        ("a * b", Fraction(400), RelationKind.PRODUCT, ("c", "a", "b")),
    ],
)
def test_a_formula_is_a_value_and_a_relation(
    formula: str, value: Fraction, kind: RelationKind, figures: tuple[str, ...]
) -> None:
    made = truth(a="whole(40, 40)", b="whole(10, 10)", c=formula)
    (relation,) = made.relations
    assert made.values["c"] == value
    assert relation.kind is kind
    assert relation.figures == figures


def test_what_is_drawn_states_nothing() -> None:
    made = truth(a="amount(10, 20)", b="a * draw(0.5, 0.6)", n="tenths(3, 5)")
    assert made.relations == []
    assert 100_000 <= made.values["a"] <= 200_000
    assert made.values["a"] / 2 <= made.values["b"] <= made.values["a"] * Fraction(6, 10)


@pytest.mark.parametrize("formula", ["unknown + 1", "print(1, 2)", "a.b", "'x'"])
def test_other_expressions_are_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        truth(a=formula)
