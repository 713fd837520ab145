"""Sums that rounding could explain, but hardly does (ALGORITHMS 3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Verdict
from reportlint.arithmetic.rounding import Convention
from reportlint.arithmetic.tails import ALPHA, improbable, independent_match
from reportlint.arithmetic.verdicts import judge
from reportlint.document import Document, Table
from reportlint.facts.model import Assessment, ClaimSource, Figure
from reportlint.facts.quantities import quantities_of
from reportlint.lexicon.disclaimers import rounding_disclaimer

_COMPARED = frozenset(
    {RelationKind.DIFFERENCE, RelationKind.RATIO, RelationKind.SHARE, RelationKind.GROWTH}
)
_PRINTED = frozenset({Verdict.CONSISTENT, Verdict.ROUNDING})


def doubted(
    assessments: Sequence[Assessment],
    figures: Mapping[str, Figure],
    document: Document,
    convention: Convention,
) -> tuple[Assessment, ...]:
    """The assessments, with sums `improbable` whose residual is hardly one of rounding.

    The chance of doubting any sum of a report of true figures is below α. A report that disclaims
    differences of rounding keeps the hard bound only.
    """
    assessments = [
        replace(a, verdict=Verdict.IMPROBABLE) if _beside_whole(a, figures) else a
        for a in assessments
    ]
    pending = any(_open_to_doubt(a) and a.verdict is Verdict.ROUNDING for a in assessments)
    if not pending or disclaims(document):
        return tuple(assessments)
    doubts = _Doubts(assessments, figures, convention)
    return tuple(
        replace(a, verdict=Verdict.IMPROBABLE) if doubts.about(a) else a for a in assessments
    )


def _beside_whole(assessment: Assessment, figures: Mapping[str, Figure]) -> bool:
    """预算32万元，支出26.38万元，减少6.62万元: only a rounded budget could save the difference.

    A whole number beside figures with decimals is more likely what was granted than rounded.
    """
    claim, relation = assessment.claim, assessment.relation
    stated = claim.source is ClaimSource.STATED and claim.certain and claim.named
    if assessment.verdict is not Verdict.ROUNDING or relation.kind not in _COMPARED or not stated:
        return False
    found = [figures[f] for f in relation.figures]
    whole = [f for f in found if not f.numeral.decimals and f.place and f.numeral.hedge is None]
    finer = [f for f in found if f.numeral.decimals and f.id != relation.result]
    if len(whole) != 1 or not finer or whole[0].id == relation.result:
        return False
    quantities = quantities_of({f.id: f for f in found})
    exact = quantities | {whole[0].id: replace(quantities[whole[0].id], place=Fraction(0))}
    return judge(relation, exact).verdict is Verdict.INCONSISTENT


def disclaims(document: Document) -> bool:
    """Whether the report says that totals may miss their parts by rounding."""
    found = rounding_disclaimer()
    return any(found.search(text) is not None for text in _texts(document))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells())
        else:
            yield block.text


def _open_to_doubt(assessment: Assessment) -> bool:
    relation = assessment.relation
    sums = relation.kind is RelationKind.SUM and relation.exhaustive
    return sums and assessment.claim.certain and assessment.verdict in _PRINTED


class _Doubts:
    """All sums of a report, and how probable their residuals are."""

    def __init__(
        self,
        assessments: Sequence[Assessment],
        figures: Mapping[str, Figure],
        convention: Convention,
    ) -> None:
        self.figures = figures
        self.quantities = quantities_of(figures)
        sums = [a for a in assessments if _open_to_doubt(a)]
        self.level = ALPHA / max(1, len(sums))
        self.convention = convention
        self.by_table: dict[int, list[Relation]] = {}
        for assessment in sums:
            if assessment.claim.source is ClaimSource.TABLE:
                self.by_table.setdefault(self._block(assessment), []).append(assessment.relation)

    def about(self, assessment: Assessment) -> bool:
        """Whether the residual of this sum is to be doubted."""
        if not _open_to_doubt(assessment) or assessment.verdict is not Verdict.ROUNDING:
            return False
        relation = assessment.relation
        if improbable(relation, self.quantities, self.convention, self.level):
            return True
        return self._alone(relation, self.by_table.get(self._block(assessment), []))

    def _block(self, assessment: Assessment) -> int:
        return self.figures[assessment.relation.figures[0]].block

    def _alone(self, relation: Relation, peers: Sequence[Relation]) -> bool:
        """Whether every other total of the table is the sum of its printed parts, not by chance."""
        place = _place(relation, self.quantities)
        others = [
            r
            for r in peers
            if r.id != relation.id and r.result and _place(r, self.quantities) == place
        ]
        if place is None or any(_residual(r, self.quantities) for r in others):
            return False
        chance = Fraction(1)
        for other in others:
            chance *= independent_match(_rounded_parts(other, self.quantities))
        return chance < self.level


def _place(relation: Relation, quantities: Mapping[str, Quantity]) -> Fraction | None:
    """The last digit that all figures share; None where they differ."""
    places = {quantities[f].place for f in relation.figures}
    return places.pop() if len(places) == 1 else None


def _residual(relation: Relation, quantities: Mapping[str, Quantity]) -> Fraction:
    parts = sum((t.sign * quantities[t.figure].value for t in relation.terms), Fraction(0))
    return parts - (quantities[relation.result].value if relation.result else 100)


def _rounded_parts(relation: Relation, quantities: Mapping[str, Quantity]) -> int:
    """Parts that look rounded: a last digit of zero may be all there was."""
    parts = [quantities[t.figure] for t in relation.terms]
    return sum(1 for q in parts if q.place and (q.value / q.place) % 10)
