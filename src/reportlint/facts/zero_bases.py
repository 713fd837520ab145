"""Rates that are given although what they are rates of is nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlint.arithmetic.domains import domain
from reportlint.arithmetic.intervals import is_empty, meets
from reportlint.arithmetic.model import Quantity, Relation, Verdict
from reportlint.arithmetic.readings import BOTTOM, TOP, readings
from reportlint.arithmetic.verdicts import Reason
from reportlint.facts.model import Assessment, Facts, Figure
from reportlint.facts.quantities import quantities_of


def zero_bases(facts: Facts) -> Iterator[tuple[Assessment, Figure]]:
    """Every claim of a rate on a base of zero, with that base.

    Nothing of nothing is left alone, and so is a base that may be more than nothing: one printed
    as 0.00 from which the rate would follow before rounding.
    """
    quantities = quantities_of(facts.figures)
    for assessment in facts.assessments:
        if assessment.verdict is not Verdict.NOT_ASSESSABLE or assessment.reason != Reason.ZERO:
            continue
        claim, relation = assessment.claim, assessment.relation
        base = _base(relation)
        if not claim.named or not claim.certain or base is None or base not in quantities:
            continue
        empty = not quantities[base].value and _stated(relation, quantities)
        if empty and not _hidden(relation, base, quantities):
            yield assessment, facts.figures[base]


def _base(relation: Relation) -> str | None:
    below = [t.figure for t in relation.terms if t.role in BOTTOM]
    return below[0] if len(below) == 1 else None


def _stated(relation: Relation, quantities: Mapping[str, Quantity]) -> bool:
    """Whether something is printed above the line, and a rate of it other than zero."""
    names = [relation.result, *(t.figure for t in relation.terms if t.role in TOP)]
    return len(names) > 1 and all(n in quantities and quantities[n].value for n in names if n)


def _hidden(relation: Relation, base: str, quantities: Mapping[str, Quantity]) -> bool:
    """Whether digits that were not printed would make a base of which the rate is true."""
    domains = {n: domain(quantities[n]) for n in relation.figures}
    for form in readings(relation, quantities):
        found = form.solve(base, domains)
        if not is_empty(found) and meets(found, domains[base]):
            return True
    return False
