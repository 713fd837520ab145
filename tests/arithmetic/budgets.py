"""Budget tables with true figures, and slips of the pen in them."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

from cases import relation

from reportlint.arithmetic.model import Quantity, Relation, RelationKind
from reportlint.arithmetic.rounding import half_up

CENT = Fraction(1, 100)
COLUMNS = ("budget", "spent", "before")
System = tuple[list[Relation], dict[str, Quantity]]
Slip = Callable[[random.Random, Quantity], Quantity]


def table(rng: random.Random, rows: int) -> System:
    """Items with budget, spending, last year's spending, and everything derived from them."""
    true = {str(i): _row(rng) for i in range(rows)}
    true["total"] = tuple(sum(column, Fraction(0)) for column in zip(*true.values(), strict=True))
    whole = true["total"][1]
    figures: dict[str, Quantity] = {}
    relations: list[Relation] = []
    for name, (budget, spent, before) in true.items():
        derived = (100 * spent / budget, 100 * (spent / before - 1), budget - spent)
        values = (budget, spent, before, *derived, 100 * spent / whole)
        labels = (*COLUMNS, "rate", "growth", "left", "share")
        for label, value in zip(labels, values, strict=True):
            figures[f"{label} {name}"] = Quantity(half_up(value, CENT), CENT)
        relations += _row_relations(name)
    return relations + [_column(c, rows) for c in (*COLUMNS, "left")], figures


def _row(rng: random.Random) -> tuple[Fraction, ...]:
    budget = Fraction(rng.randrange(10**4, 10**7), 1000)
    spent = budget * Fraction(rng.randrange(300, 1000), 1000)
    return budget, spent, spent * Fraction(rng.randrange(700, 1300), 1000)


def _row_relations(name: str) -> list[Relation]:
    budget, spent, before = (f"{c} {name}" for c in COLUMNS)
    kinds = RelationKind
    found = [
        relation(kinds.RATIO, f"rate {name}", (spent, "numerator"), (budget, "denominator")),
        relation(kinds.GROWTH, f"growth {name}", (spent, "current"), (before, "previous")),
        relation(kinds.DIFFERENCE, f"left {name}", (budget, "minuend"), (spent, "subtrahend")),
    ]
    if name != "total":
        found.append(
            relation(kinds.SHARE, f"share {name}", (spent, "part"), ("spent total", "whole"))
        )
    return [_named(r) for r in found]


def _column(label: str, rows: int) -> Relation:
    terms = ((f"{label} {i}", "addend") for i in range(rows))
    return _named(relation(RelationKind.SUM, f"{label} total", *terms))


def _named(made: Relation) -> Relation:
    return Relation(
        f"{made.kind} {made.result}", made.kind, made.result, made.terms, made.direction
    )


def _on_digits(change: Callable[[random.Random, str], str]) -> Slip:
    def slip(rng: random.Random, quantity: Quantity) -> Quantity:
        steps = quantity.value / quantity.place
        digits = change(rng, str(abs(int(steps)))) or "0"
        return Quantity(int(digits) * quantity.place * (-1 if steps < 0 else 1), quantity.place)

    return slip


def _replace(rng: random.Random, digits: str) -> str:
    i = rng.randrange(len(digits))
    return digits[:i] + rng.choice("0123456789") + digits[i + 1 :]


def _transpose(rng: random.Random, digits: str) -> str:
    if len(digits) < 2:
        return digits
    i = rng.randrange(len(digits) - 1)
    return digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]


def _drop(rng: random.Random, digits: str) -> str:
    i = rng.randrange(len(digits))
    return digits[:i] + digits[i + 1 :]


def _point(rng: random.Random, quantity: Quantity) -> Quantity:
    factor = Fraction(10) ** rng.choice([-2, -1, 1, 2])
    return Quantity(half_up(quantity.value * factor, quantity.place), quantity.place)


def _unit(rng: random.Random, quantity: Quantity) -> Quantity:
    factor = Fraction(10) ** rng.choice([-4, 4])
    return Quantity(quantity.value * factor, quantity.place * factor)


def _sign(rng: random.Random, quantity: Quantity) -> Quantity:
    return Quantity(-quantity.value, quantity.place)


SLIPS: dict[str, Slip] = {
    "digit": _on_digits(_replace),
    "transposition": _on_digits(_transpose),
    "dropped-digit": _on_digits(_drop),
    "point": _point,
    "unit": _unit,
    "sign": _sign,
}
