"""True values and the relations between them, from formulas: `rate = "100 * spent / budget"`.

A formula that draws at random (`draw(0.8, 0.9) * budget`) yields a value; every other formula
yields a value and the relation that it states.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term

HIDDEN = 10**7
"""Draws have more digits than anything printed, so that rounding is always at work."""
AMOUNT = 10_000
"""`amount(low, high)` draws in 万元."""


class FormulaError(ValueError):
    """A formula of the corpus that cannot be understood."""


@dataclass(slots=True)
class Truth:
    """The values of one report, in base units (元, %, 人, 分), and what holds between them."""

    random: Random
    size: Fraction
    values: dict[str, Fraction] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def define(self, name: str, formula: str) -> None:
        """Give `name` the value of `formula`. Raises `FormulaError`."""
        node = ast.parse(formula, mode="eval").body
        self.values[name] = self._value(node)
        self.relate(name, formula)

    def relate(self, name: str, formula: str) -> None:
        """Note the relation that `formula` states for `name`, which has its value already."""
        relation = relation_of(name, ast.parse(formula, mode="eval").body, len(self.relations))
        if relation is not None:
            self.relations.append(relation)

    def _value(self, node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=int() | float() as number):
                return Fraction(str(number))
            case ast.Name(id=name) if name in self.values:
                return self.values[name]
            case ast.BinOp(left, operator, right) if type(operator) in _OPERATORS:
                return _OPERATORS[type(operator)](self._value(left), self._value(right))
            case ast.Call(func=ast.Name(id=function), args=[low, high]):
                return self._drawn(function, self._value(low), self._value(high))
        raise FormulaError(ast.unparse(node))

    def _drawn(self, function: str, low: Fraction, high: Fraction) -> Fraction:
        if function == "whole":
            return Fraction(self.random.randint(int(low), int(high)))
        share = low + (high - low) * Fraction(self.random.randrange(HIDDEN), HIDDEN)
        if function == "tenths":
            return Fraction(round(share * 10), 10)
        if function == "amount":
            return Fraction(round(share * AMOUNT * self.size * 1000), 1000)
        if function == "draw":
            return share
        raise FormulaError(function)


_OPERATORS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


def relation_of(name: str, node: ast.expr, number: int) -> Relation | None:
    """What a formula states; None where it draws, or states nothing that reports state."""
    found = _linear(name, node) or _rate(node) or _simple(node)
    if found is None:
        return None
    kind, terms, result = found
    return Relation(f"t{number}", kind, result or name, tuple(terms), direction=1)


_Found = tuple[RelationKind, list[Term], str]


def _linear(name: str, node: ast.expr) -> _Found | None:
    terms = _signed(node, 1)
    if terms is None or len(terms) < 2:
        return None
    plus, minus = [n for n, s in terms if s > 0], [n for n, s in terms if s < 0]
    if not minus:
        return RelationKind.SUM, [Term(n, Role.ADDEND) for n in plus], ""
    if len(plus) == len(minus) == 1:
        return (
            RelationKind.DIFFERENCE,
            [Term(plus[0], Role.MINUEND), Term(minus[0], Role.SUBTRAHEND)],
            "",
        )
    if len(plus) == 1:
        return RelationKind.SUM, [Term(n, Role.ADDEND) for n in (*minus, name)], plus[0]
    return RelationKind.SUM, [Term(n, Role.ADDEND, s) for n, s in terms], ""


def _signed(node: ast.expr, sign: int) -> list[tuple[str, int]] | None:
    match node:
        case ast.Name(id=name):
            return [(name, sign)]
        case ast.BinOp(left, ast.Add() | ast.Sub() as operator, right):
            first = _signed(left, sign)
            second = _signed(right, sign if isinstance(operator, ast.Add) else -sign)
            return first + second if first and second else None
    return None


def _rate(node: ast.expr) -> _Found | None:
    match node:
        case ast.BinOp(
            ast.BinOp(ast.Constant(value=100), ast.Mult(), ast.Name(id=top)),
            ast.Div(),
            ast.Name(id=bottom),
        ):
            return (
                RelationKind.RATIO,
                [Term(top, Role.NUMERATOR), Term(bottom, Role.DENOMINATOR)],
                "",
            )
        case ast.BinOp(
            ast.Constant(value=100),
            ast.Mult(),
            ast.BinOp(
                ast.BinOp(ast.Name(id=now), ast.Div(), ast.Name(id=before)),
                ast.Sub(),
                ast.Constant(value=1),
            ),
        ):
            return (
                RelationKind.GROWTH,
                [Term(now, Role.CURRENT), Term(before, Role.PREVIOUS)],
                "",
            )
    return None


def _simple(node: ast.expr) -> _Found | None:
    match node:
        case ast.BinOp(ast.Name(id=a), ast.Div(), ast.Name(id=b)):
            return RelationKind.AVERAGE, [Term(a, Role.TOTAL), Term(b, Role.FACTOR)], ""
        case ast.BinOp(ast.Name(id=a), ast.Mult(), ast.Name(id=b)):
            return RelationKind.PRODUCT, [Term(a, Role.FACTOR), Term(b, Role.FACTOR)], ""
    return None
