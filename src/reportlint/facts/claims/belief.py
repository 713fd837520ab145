"""Whether a claim that fails fails like a statement with one wrong figure, or like a misreading."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint.arithmetic.domains import domain
from reportlint.arithmetic.edits import plausible
from reportlint.arithmetic.intervals import is_empty
from reportlint.arithmetic.model import Quantity, Relation, RelationKind
from reportlint.arithmetic.readings import MalformedRelationError, readings
from reportlint.facts.model import Figure
from reportlint.facts.quantities import quantity_of

_TELLING = 10
"""Figures of fewer last digits than this are one slip from too much."""
_RATES = frozenset({RelationKind.RATIO, RelationKind.SHARE})


def one_slip_away(relation: Relation, figures: Mapping[str, Figure]) -> bool:
    """Whether one wrong digit, lost digit, exchange or shifted point in one figure mends it all."""
    found = {f: quantity_of(figures[f]) for f in relation.figures if f in figures}
    quantities = {name: q for name, q in found.items() if q is not None}
    if len(quantities) < len(set(relation.figures)):
        return False
    try:
        forms = readings(relation, quantities)
    except MalformedRelationError:
        return False
    domains = {name: domain(q) for name, q in quantities.items()}
    for form in forms:
        for name, quantity in quantities.items():
            if not _telling(quantity):
                continue
            others = form.solve(name, domains)
            percent = name == relation.result and relation.kind in _RATES
            if not is_empty(others) and any(plausible(quantity, others, percent=percent)):
                return True
    return False


def _telling(quantity: Quantity) -> bool:
    place = quantity.place or 1
    return quantity.bounds is None and abs(quantity.value) >= _TELLING * place
