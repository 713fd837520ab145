"""Which printed figures each relation of the truth binds, and which slips they can reveal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Role, Term, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.evaluation.injection.drafting import Slot


@dataclass(frozen=True, slots=True)
class Bound:
    """Relations over slots: figure `i` is called `str(i)`."""

    relations: tuple[Relation, ...]
    of: Mapping[int, tuple[int, ...]]

    def broken(self, quantities: Mapping[str, Quantity], touched: Sequence[int]) -> list[Relation]:
        """The relations over `touched` figures that no rounding of true figures allows."""
        names = {n for i in touched for n in self.of.get(i, ())}
        found = (self.relations[n] for n in sorted(names))
        return [r for r in found if judge(r, quantities).verdict is Verdict.INCONSISTENT]


def bind(relations: Sequence[Relation], slots: Sequence[Slot]) -> Bound:
    """Every relation once for each place that states its result, with the nearest operands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, slot in enumerate(slots):
        places[slot.name].append(i)
    stated = [r for r in relations if all(name in places for name in r.figures)]
    found = [*_restated(places), *(b for r in stated for b in _bound(r, places, slots))]
    of: defaultdict[int, list[int]] = defaultdict(list)
    for n, relation in enumerate(found):
        for figure in dict.fromkeys(relation.figures):
            of[int(figure)].append(n)
    return Bound(tuple(found), {i: tuple(ns) for i, ns in of.items()})


def _restated(places: Mapping[str, Sequence[int]]) -> list[Relation]:
    several = [(name, own) for name, own in places.items() if len(own) > 1]
    return [
        Relation(f"={name}", RelationKind.EQUAL, None, tuple(Term(str(i), Role.ITEM) for i in own))
        for name, own in several
    ]


def _bound(
    relation: Relation, places: Mapping[str, Sequence[int]], slots: Sequence[Slot]
) -> list[Relation]:
    """One relation per set of operands: a total in prose adds nothing to the table's own sum."""
    found: dict[tuple[str, ...], tuple[int, Relation]] = {}
    for result in places[relation.result or ""]:
        terms = tuple(
            replace(t, figure=str(_nearest(result, places[t.figure], slots)))
            for t in relation.terms
        )
        far = sum(_distance(slots[result], slots[int(t.figure)]) for t in terms)
        key = tuple(t.figure for t in terms)
        if key not in found or far < found[key][0]:
            found[key] = (far, replace(relation, result=str(result), terms=terms))
    return [r for _, r in found.values()]


def _nearest(result: int, candidates: Sequence[int], slots: Sequence[Slot]) -> int:
    return min(candidates, key=lambda i: _distance(slots[result], slots[i]))


def _distance(a: Slot, b: Slot) -> int:
    """Table figures belong together, then those of a paragraph, then the nearest before."""
    if a.table or b.table:
        return abs(a.start - b.start) + (0 if a.table == b.table else 10**6)
    return abs(a.start - b.start) + (0 if b.start < a.start else 10)
