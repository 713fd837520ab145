"""From failed claims to root causes: which figure is wrong, and what it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic import localisation
from reportlint.arithmetic.model import Edit, Quantity, RelationKind, RootCause, Verdict
from reportlint.arithmetic.rounding import half_up
from reportlint.facts.assessment import FITS
from reportlint.facts.copies import Copies
from reportlint.facts.mistakes import explained
from reportlint.facts.model import Assessment, Diagnosis, Figure, Part, Slip
from reportlint.facts.quantities import quantities_of
from reportlint.facts.reliability import FIXED, reliabilities

_SLIPS = {
    Edit.UNIT: Slip.UNIT,
    Edit.DIGIT: Slip.DIGIT,
    Edit.TRANSPOSITION: Slip.TRANSPOSITION,
    Edit.DROPPED_DIGIT: Slip.DROPPED_DIGIT,
    Edit.INSERTED_DIGIT: Slip.DIGIT,
    Edit.SIGN: Slip.SIGN,
    Edit.STALE: Slip.STALE,
    Edit.SWAP: Slip.SWAP,
    Edit.COMPLEMENT: Slip.COMPLEMENT,
    Edit.UNKNOWN: Slip.UNKNOWN,
}
_NO_COPIES = frozenset({Slip.SWAP, Slip.COMPLEMENT, Slip.DENOMINATOR})
_COMMON = frozenset({Fraction(0), Fraction(100)})
"""Rates that many items have anyway."""
_SHARES = frozenset({RelationKind.RATIO, RelationKind.SHARE})


def diagnose(
    assessments: Sequence[Assessment], figures: Mapping[str, Figure], parts: Sequence[Part] = ()
) -> tuple[Diagnosis, ...]:
    """One diagnosis per root cause, in the order of the claims that it breaks.

    `parts` as for `assess`.
    """
    if all(a.verdict is not Verdict.INCONSISTENT for a in assessments):
        return ()
    quantities = quantities_of(figures, parts)
    mislabelled = _mislabelled(assessments)
    causes = _locate(assessments, figures, quantities, mislabelled)
    found = [*causes, *((i, _denominator(assessments[i], figures)) for i in mislabelled)]
    ordered = (d for _, d in sorted(found, key=lambda item: item[0]))
    return tuple(explained(d, figures, quantities) for d in ordered)


def _mislabelled(assessments: Sequence[Assessment]) -> list[int]:
    """Failed relations that fit another operand.

    Neither their own operand nor their result may fail elsewhere: then that figure is wrong.
    """
    failed = [i for i, a in enumerate(assessments) if a.verdict is Verdict.INCONSISTENT]
    found = []
    for i in failed:
        fitting = assessments[i].fitting
        if fitting is None:
            continue
        relation = assessments[i].relation
        dropped = {relation.result, *(set(relation.figures) - set(fitting.figures))}
        others = (set(assessments[j].relation.figures) for j in failed if j != i)
        if not any(dropped & other for other in others):
            found.append(i)
    return found


def _denominator(assessment: Assessment, figures: Mapping[str, Figure]) -> Diagnosis:
    result = assessment.relation.result or assessment.relation.figures[0]
    expected, place = assessment.expected, figures[result].place
    corrected = None
    if expected and expected.low is not None and expected.high is not None and place:
        corrected = half_up((expected.low + expected.high) / 2, place)
    return Diagnosis((result,), (assessment,), expected, corrected, Slip.DENOMINATOR)


def _locate(
    assessments: Sequence[Assessment],
    figures: Mapping[str, Figure],
    quantities: Mapping[str, Quantity],
    left_out: Sequence[int],
) -> Iterator[tuple[int, Diagnosis]]:
    copies = Copies(assessments, quantities)
    rewritten = (
        copies.rewritten(a.relation, str(i))
        for i, a in enumerate(assessments)
        if i not in left_out and not _is_echo(a)
    )
    causes = localisation.diagnose(
        [r for r in rewritten if r is not None],
        quantities,
        reliabilities(assessments, figures),
        {name for name, figure in figures.items() if figure.numeral.kind in FIXED},
        {str(i): a.verdict for i, a in enumerate(assessments)},
    )
    for cause in _distinct(_likelier_swaps(causes, assessments)):
        violated = [assessments[int(n)] for n in cause.relations]
        diagnosis = _diagnosis(cause, violated, figures, copies)
        yield int(cause.relations[0]), _as_copy(diagnosis, assessments, figures)


def _is_echo(assessment: Assessment) -> bool:
    """Whether two figures are only of one value: that proves neither of them."""
    return assessment.claim.borne_out and assessment.claim.kind is RelationKind.EQUAL


def _likelier_swaps(
    causes: Sequence[RootCause], assessments: Sequence[Assessment]
) -> Iterator[RootCause]:
    """Where two exchanges mend the same relations, that of the results: 占比 before amounts."""
    swaps: dict[tuple[str, ...], RootCause] = {}
    for cause in causes:
        if cause.edit is Edit.SWAP:
            results = {assessments[int(n)].relation.result for n in cause.relations}
            if cause.relations not in swaps or set(cause.suspects) <= results:
                swaps[cause.relations] = cause
    yield from (c for c in causes if c.edit is not Edit.SWAP or swaps[c.relations] is c)


def _distinct(causes: Iterable[RootCause]) -> Iterator[RootCause]:
    """Two wrong copies of one figure, both blamed for the same relations, are one cause."""
    seen = set()
    for cause in causes:
        key = (cause.relations, cause.corrected, cause.edit)
        if cause.corrected is None or key not in seen:
            seen.add(key)
            yield cause


def _diagnosis(
    cause: RootCause,
    violated: Sequence[Assessment],
    figures: Mapping[str, Figure],
    copies: Copies,
) -> Diagnosis:
    suspects = tuple(_occurrence(s, violated, copies) for s in cause.suspects)
    slip = _SLIPS[cause.edit]
    if figures[suspects[0]].value is None:
        return Diagnosis(suspects, tuple(violated))
    return Diagnosis(suspects, tuple(violated), cause.admissible, cause.corrected, slip)


def _occurrence(name: str, violated: Sequence[Assessment], copies: Copies) -> str:
    """The copy of a figure that the first violated claim is about."""
    for assessment in violated:
        for figure in assessment.relation.figures:
            if copies.of(figure) == name:
                return figure
    return name


def _as_copy(
    diagnosis: Diagnosis, assessments: Sequence[Assessment], figures: Mapping[str, Figure]
) -> Diagnosis:
    """A rate that another item beside it rightly bears was copied, whatever else it looks like."""
    figure = figures[diagnosis.suspects[0]]
    kinds = {a.claim.kind for a in diagnosis.violated if a.relation.result == figure.id} & _SHARES
    if diagnosis.slip in _NO_COPIES or figure.value in _COMMON or not kinds:
        return diagnosis
    right = (a.relation.result for a in assessments if a.verdict in FITS and a.claim.kind in kinds)
    if any(_beside(figures[r], figure) for r in right if r and r != figure.id):
        return replace(diagnosis, slip=Slip.NEIGHBOUR)
    return diagnosis


def _beside(other: Figure, figure: Figure) -> bool:
    """Printed alike, of one period, in the same or the next paragraph (or the same table)."""
    alike = other.numeral.text == figure.numeral.text and other.period == figure.period
    return alike and other.how == figure.how and abs(other.block - figure.block) <= 1
