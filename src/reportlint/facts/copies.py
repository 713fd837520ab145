"""Restatements that agree to the last digit are one figure to be right or wrong as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Verdict
from reportlint.facts.model import Assessment


class Copies:
    """Maps every figure to the first of the figures that restate it identically."""

    def __init__(
        self, assessments: Sequence[Assessment], quantities: Mapping[str, Quantity]
    ) -> None:
        self._first: dict[str, str] = {}
        for assessment in assessments:
            said = not assessment.claim.borne_out
            same = said and assessment.relation.kind is RelationKind.EQUAL
            if same and assessment.verdict is Verdict.CONSISTENT:
                self._join(assessment.relation.figures, quantities)

    def _join(self, names: Sequence[str], quantities: Mapping[str, Quantity]) -> None:
        by_print: dict[Quantity, str] = {}
        for name in names:
            first = by_print.setdefault(quantities[name], self.of(name))
            self._first[self.of(name)] = first

    def of(self, name: str) -> str:
        """The figure that stands for `name`."""
        while (first := self._first.get(name, name)) != name:
            name = first
        return name

    def rewritten(self, relation: Relation, id: str) -> Relation | None:
        """The relation over the standing figures; None when it only says x = x."""
        terms = tuple(replace(t, figure=self.of(t.figure)) for t in relation.terms)
        if relation.kind is RelationKind.EQUAL:
            terms = tuple({t.figure: t for t in terms}.values())
            if len(terms) < 2:
                return None
        result = None if relation.result is None else self.of(relation.result)
        return replace(relation, id=id, result=result, terms=terms)
