"""Relations that a column of rates or changes may state, and which of them it does state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.model import Figure
from reportlint.facts.quantities import quantities_of
from reportlint.facts.tables.sums import Position

CUED = Fraction(2, 3)
"""Share of the rows in which a relation must fit that the header of its column names."""

FEWEST = 2
"""Rows that must fit before the others count as wrong, unless the words leave no choice."""

SPEAKING = 20
"""A result of fewer units of its last digit than this (0.01 %) fits many operands."""

_FITS = (Verdict.CONSISTENT, Verdict.ROUNDING)


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

    def verdict(self) -> Verdict:
        """What a recomputation finds."""
        quantities = quantities_of({f.id: f for f in self.figures})
        return judge(self.relation(""), quantities).verdict


@dataclass(frozen=True, slots=True)
class Family:
    """One reading of a whole column: a draft for each row. `firm`: its words fix the operands."""

    drafts: tuple[Draft, ...]
    firm: bool = False


def pick(families: Sequence[Family]) -> list[Draft]:
    """The drafts of the reading that fits most rows.

    Rows that fail are kept where the reading is firm or fits two rows of three to the digit;
    else they are left open among all readings.
    """
    judged = [(f, [d.verdict() for d in f.drafts]) for f in families if f.drafts]
    if not judged:
        return []
    first = judged[0][0]
    fits = [sum(v in _FITS for v in verdicts) for _, verdicts in judged]
    fails = [sum(v is Verdict.INCONSISTENT for v in verdicts) for _, verdicts in judged]
    lead = first.firm and (fits[0] >= fails[0] or _one_figure(first))
    best = 0 if lead else max(range(len(judged)), key=lambda i: (fits[i], -i))
    family, verdicts = judged[best]
    total = fits[best] + fails[best]
    sound = lead or (_exact(family, verdicts) >= FEWEST and fits[best] >= CUED * total)
    rivals = [f for f, _ in judged if f is not family]
    return [
        _with_rivals(draft, rivals, sound)
        for draft, verdict in zip(family.drafts, verdicts, strict=True)
        if sound or verdict is not Verdict.INCONSISTENT
    ]


def _exact(family: Family, verdicts: Sequence[Verdict]) -> int:
    """Rows that fit to the digit, less those that would fit anywhere (nothing, or all)."""
    return sum(
        v is Verdict.CONSISTENT and d.result is not None and _speaks(d.result)
        for d, v in zip(family.drafts, verdicts, strict=True)
    )


def _speaks(result: Figure) -> bool:
    """Whether a result has digits enough not to be met by chance."""
    value = abs(result.value or Fraction(0))
    return value != 100 and value > 0 and value >= SPEAKING * result.place


def _one_figure(family: Family) -> bool:
    """Whether all results are one number, so that one slip may have made all of them wrong."""
    return len({d.result.value for d in family.drafts if d.result is not None}) == 1


def _with_rivals(draft: Draft, rivals: Sequence[Family], sound: bool) -> Draft:
    others = tuple(
        d for family in rivals for d in family.drafts if _same_result(d, draft) and d != draft
    )
    return replace(draft, open=not sound, others=others[:4])


def _same_result(a: Draft, b: Draft) -> bool:
    return a.result is not None and b.result is not None and a.result.id == b.result.id
