"""Every claim recomputed from the figures it names, or weighed over the readings it leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportlint.arithmetic.hypotheses import Mistake, fitting
from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Role, Verdict
from reportlint.arithmetic.verdicts import Judgement, judge
from reportlint.facts.believable import believable
from reportlint.facts.model import Assessment, Claim, ClaimSource, Figure, Part
from reportlint.facts.quantities import quantities_of
from reportlint.facts.working import working

FITS = frozenset({Verdict.CONSISTENT, Verdict.ROUNDING})
Judged = tuple[Relation, Judgement]
_LEVELS = frozenset({RelationKind.RATIO, RelationKind.SHARE})
_BASES = frozenset({Role.DENOMINATOR, Role.WHOLE})


def assess(
    claims: Sequence[Claim], figures: Mapping[str, Figure], parts: Sequence[Part] = ()
) -> tuple[Assessment, ...]:
    """Judge every claim, in order. Figures without a value make a claim not-assessable.

    `parts` give the scales by which grade words mean scores.
    """
    quantities = quantities_of(figures, parts)
    found = tuple(_assess(claim, figures, quantities) for claim in claims)
    return tuple(_unlike(found))


def _unlike(found: Sequence[Assessment]) -> Iterator[Assessment]:
    """A part and the total that it does add up to are not called equal."""
    sums = [
        frozenset(a.relation.figures)
        for a in found
        if a.relation.kind is RelationKind.SUM and a.verdict is Verdict.CONSISTENT
    ]
    for a in found:
        equal = a.relation.kind is RelationKind.EQUAL and a.claim.source is ClaimSource.STATED
        if equal and a.verdict is Verdict.INCONSISTENT:
            names = frozenset(a.relation.figures)
            if any(names < whole for whole in sums):
                yield replace(a, verdict=Verdict.UNRESOLVED)
                continue
        yield a


def _assess(
    claim: Claim, figures: Mapping[str, Figure], quantities: Mapping[str, Quantity]
) -> Assessment:
    first = (claim.relation, judge(claim.relation, quantities))
    if claim.certain and first[1].verdict is Verdict.INCONSISTENT:
        certain = believable(claim, first, figures, quantities)
        claim = claim if certain else replace(claim, certain=False)
    if first[1].verdict is Verdict.CONSISTENT:
        return _assessment(claim, first, figures)
    if not claim.alternatives:
        found = _other_base(claim, first[1], figures, quantities)
        return _assessment(claim, first, figures, fitting=found)
    others = [(r, judge(r, quantities)) for r in claim.alternatives]
    if claim.named:
        return _named(claim, first, others, figures)
    return _open(claim, [first, *others], figures)


def _named(
    claim: Claim, first: Judged, others: Sequence[Judged], figures: Mapping[str, Figure]
) -> Assessment:
    """The words fix the operands: only the named reading counts, others may explain a failure."""
    fitting = [r for r, j in others if j.verdict is Verdict.CONSISTENT]
    failed = first[1].verdict is Verdict.INCONSISTENT
    explained = fitting[0] if failed and len(fitting) == 1 else None
    return _assessment(claim, first, figures, fitting=explained)


def _other_base(
    claim: Claim,
    judgement: Judgement,
    figures: Mapping[str, Figure],
    quantities: Mapping[str, Quantity],
) -> Relation | None:
    """The one figure of the same paragraph by which a stated rate that fails would hold."""
    stated = claim.source is ClaimSource.STATED and claim.kind in _LEVELS
    if judgement.verdict is not Verdict.INCONSISTENT or not stated:
        return None
    base = next((figures[t.figure] for t in claim.relation.terms if t.role in _BASES), None)
    if base is None:
        return None
    others = {f.value: f.id for f in figures.values() if _instead(f, base)}
    found = fitting(claim.relation, quantities, list(others.values()))
    bases = [h.relation for h in found if h.mistake is Mistake.DENOMINATOR]
    return bases[0] if len(found) == len(bases) == 1 else None


def _instead(other: Figure, base: Figure) -> bool:
    """Whether a figure may have been taken for the base of a rate."""
    alike = other.numeral.kind is base.numeral.kind and other.period == base.period
    there = other.block == base.block and other.cell == base.cell
    return alike and there and bool(other.value) and other.value != base.value


def _open(claim: Claim, judged: Sequence[Judged], figures: Mapping[str, Figure]) -> Assessment:
    """The words fix no operand: one consistent reading suffices, no reading can be an error."""
    for wanted in (Verdict.CONSISTENT, Verdict.ROUNDING):
        for candidate in judged:
            if candidate[1].verdict is wanted:
                return _assessment(claim, candidate, figures)
    assessable = [c for c in judged if c[1].verdict is not Verdict.NOT_ASSESSABLE]
    if not assessable:
        return _assessment(claim, judged[0], figures)
    return _assessment(claim, assessable[0], figures, verdict=Verdict.UNRESOLVED)


def _assessment(
    claim: Claim,
    judged: Judged,
    figures: Mapping[str, Figure],
    *,
    verdict: Verdict | None = None,
    fitting: Relation | None = None,
) -> Assessment:
    relation, judgement = judged
    if not claim.certain and judgement.verdict is Verdict.INCONSISTENT:
        verdict = Verdict.IMPROBABLE if claim.suspected else Verdict.UNRESOLVED
    return Assessment(
        claim=claim,
        relation=relation,
        verdict=verdict or judgement.verdict,
        expected=judgement.expected,
        working=working(relation, judgement, figures),
        working_en=working(relation, judgement, figures, "en"),
        fitting=fitting,
        reason=judgement.reason,
    )
