"""Verdicts and diagnosis of reports of 1,000, 5,000 and 20,000 figures (`make benchmarks`)."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from budgets import SLIPS, System, table
from pytest_benchmark.fixture import BenchmarkFixture

from reportlint.arithmetic import localisation
from reportlint.arithmetic.model import Quantity, Relation, RootCause
from reportlint.arithmetic.verdicts import judge

ROWS = 12
"""Rows of each table; a report holds as many tables as its figures need."""
WRONG = 10
"""Every tenth table has one wrong figure."""


def report(figures: int) -> System:
    """Tables of a budget, of so many figures in all."""
    rng = random.Random(figures)
    relations: list[Relation] = []
    quantities: dict[str, Quantity] = {}
    number = 0
    while len(quantities) < figures:
        own, shown = table(rng, ROWS)
        if number % WRONG == 0:
            name = rng.choice(sorted(shown))
            shown[name] = SLIPS["digit"](rng, shown[name])
        relations += [_apart(r, number) for r in own]
        quantities |= {f"{number}/{name}": q for name, q in shown.items()}
        number += 1
    return relations, quantities


def _apart(relation: Relation, number: int) -> Relation:
    terms = tuple(replace(t, figure=f"{number}/{t.figure}") for t in relation.terms)
    result = f"{number}/{relation.result}"
    return replace(relation, id=f"{number}/{relation.id}", result=result, terms=terms)


def diagnosed(
    relations: Sequence[Relation], quantities: Mapping[str, Quantity]
) -> tuple[RootCause, ...]:
    verdicts = {r.id: judge(r, quantities).verdict for r in relations}
    return localisation.diagnose(relations, quantities, verdicts=verdicts)


@pytest.mark.parametrize("figures", [1000, 5000, 20000])
def test_verdicts_and_diagnosis(benchmark: BenchmarkFixture, figures: int) -> None:
    relations, quantities = report(figures)
    causes = benchmark.pedantic(diagnosed, args=(relations, quantities), rounds=3)
    assert causes
