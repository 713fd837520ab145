"""What is left between figures: two of them, or what was there, came in and went out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportlint.arithmetic.model import RelationKind, Role, Term
from reportlint.facts.claims.making import Reading, addends, term
from reportlint.facts.fits.chance import of_sum
from reportlint.facts.fits.cues import says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, nearby
from reportlint.facts.fits.search import EPSILON, Fit, believed

_TOLD, _UNTOLD, _BALANCE = 0.4, 0.03, 0.05
"""How easily a difference may come about by chance: where a word speaks of one, where none does,
and where three figures make it."""
_FEW = 7
"""Figures around a balance among which its three are looked for."""


def difference_reading(numbers: Sequence[Number], result: Number) -> Reading | None:
    """The figures nearby of which `result` is what is left."""
    near = [n for n in nearby(numbers, result, LEVELS) if n.number.dimension == result.dimension]
    told = says(result, "difference")
    found = next(believed(_pairs(near, result), near, _TOLD if told else _UNTOLD), None)
    if found is None and told:
        found = next(believed(_balances(near[:_FEW], result), near[:_FEW], _BALANCE), None)
    return found


def _pairs(near: Sequence[Near], result: Number) -> Iterator[Fit]:
    left = abs(result.value)
    for a, b in combinations(near, 2):
        larger, smaller = (a, b) if a.number.value > b.number.value else (b, a)
        one, other = larger.number, smaller.number
        slack = result.slack + one.slack + other.slack + EPSILON
        if abs(one.value - other.value - left) <= slack:
            terms = (term(one.mention, Role.MINUEND), term(other.mention, Role.SUBTRAHEND))
            reading = Reading(RelationKind.DIFFERENCE, result.id, terms)
            chance = of_sum(one, (result, other))
            yield Fit(a.cost + b.cost, chance, (reading,), (result, one, other))


def _balances(near: Sequence[Near], result: Number) -> Iterator[Fit]:
    near = [n for n in near if n.number.at < result.at]
    for a, b in combinations(near, 2):
        for out in near:
            if out is a or out is b:
                continue
            numbers = (result, a.number, b.number, out.number)
            gap = a.number.value + b.number.value - out.number.value - result.value
            if abs(gap) <= sum(n.slack for n in numbers) + EPSILON:
                yield _balance(result, (a, b), out)


def _balance(result: Number, came: tuple[Near, Near], out: Near) -> Fit:
    first, second = sorted((came[0].number, came[1].number), key=lambda n: n.at)
    terms = (*addends((first.mention, second.mention)), Term(out.number.id, Role.ADDEND, -1))
    numbers = (result, first, second, out.number)
    chance = of_sum(max(first, second, key=lambda n: n.value), numbers)
    cost = came[0].cost + came[1].cost + out.cost
    return Fit(cost, chance, (Reading(RelationKind.SUM, result.id, terms),), numbers)
