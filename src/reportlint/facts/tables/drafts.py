"""Relations that a column of rates or changes may state, before they are numbered."""

from __future__ import annotations

from dataclasses import dataclass

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term, Verdict
from reportlint.arithmetic.verdicts import Judgement, judge
from reportlint.facts.model import Figure
from reportlint.facts.quantities import quantities_of
from reportlint.facts.tables.sums import Position


@dataclass(frozen=True, slots=True)
class Draft:
    """One relation over cells, not yet numbered. `cell` holds the words that state it.

    `certain` and `open` (no operand is fixed by words) go over to the claim.
    """

    kind: RelationKind
    result: Figure | None
    terms: tuple[tuple[Figure, Role, int], ...]
    cell: Position
    direction: int = 0
    exhaustive: bool = True
    formula: str | None = None
    certain: bool = True
    open: bool = False
    others: tuple[Draft, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, the result first."""
        rest = tuple(f for f, _, _ in self.terms)
        return rest if self.result is None else (self.result, *rest)

    def relation(self, name: str) -> Relation:
        """The relation under the id `name`."""
        terms = tuple(Term(f.id, role, sign) for f, role, sign in self.terms)
        result = self.result.id if self.result else None
        return Relation(name, self.kind, result, terms, self.direction, self.exhaustive)

    def judgement(self) -> Judgement:
        """What a recomputation finds."""
        quantities = quantities_of({f.id: f for f in self.figures})
        return judge(self.relation(""), quantities)

    def verdict(self) -> Verdict:
        """The verdict of a recomputation."""
        return self.judgement().verdict


@dataclass(frozen=True, slots=True)
class Family:
    """One reading of a whole column: a draft for each row.

    `firm`: nothing else could be meant. `named`: header words say which columns are related; else
    the figures alone suggest it.
    """

    drafts: tuple[Draft, ...]
    firm: bool = False
    named: bool = True
