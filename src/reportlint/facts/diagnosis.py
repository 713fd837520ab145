"""From failed claims to root causes: which figure is wrong, and what it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.arithmetic import localisation
from reportlint.arithmetic.model import Edit, Quantity, RelationKind, RootCause, Verdict
from reportlint.facts.copies import Copies
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
    found = [*causes, *((i, _denominator(assessments[i])) for i in mislabelled)]
    return tuple(d for _, d in sorted(found, key=lambda item: item[0]))


def _mislabelled(assessments: Sequence[Assessment]) -> list[int]:
    """Failed rates that fit another operand, whose own operand nothing else speaks against."""
    failed = [i for i, a in enumerate(assessments) if a.verdict is Verdict.INCONSISTENT]
    found = []
    for i in failed:
        fitting = assessments[i].fitting
        if fitting is None:
            continue
        dropped = set(assessments[i].relation.figures) - set(fitting.figures)
        others = (set(assessments[j].relation.figures) for j in failed if j != i)
        if not any(dropped & other for other in others):
            found.append(i)
    return found


def _denominator(assessment: Assessment) -> Diagnosis:
    result = assessment.relation.result or assessment.relation.figures[0]
    return Diagnosis((result,), (assessment,), assessment.expected, None, Slip.DENOMINATOR)


def _locate(
    assessments: Sequence[Assessment],
    figures: Mapping[str, Figure],
    quantities: Mapping[str, Quantity],
    left_out: Sequence[int],
) -> Iterator[tuple[int, Diagnosis]]:
    copies = Copies(assessments, quantities)
    rewritten = (
        copies.rewritten(a.relation, str(i)) for i, a in enumerate(assessments) if i not in left_out
    )
    causes = localisation.diagnose(
        [r for r in rewritten if r is not None],
        quantities,
        reliabilities(assessments, figures),
        {name for name, figure in figures.items() if figure.numeral.kind in FIXED},
        {str(i): a.verdict for i, a in enumerate(assessments)},
    )
    for cause in _distinct(causes):
        violated = [assessments[int(n)] for n in cause.relations]
        yield int(cause.relations[0]), _diagnosis(cause, violated, figures, copies)


def _distinct(causes: Sequence[RootCause]) -> Iterator[RootCause]:
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
    if slip is Slip.STALE and _is_neighbours(figures[suspects[0]], violated, figures):
        slip = Slip.NEIGHBOUR
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


def _is_neighbours(
    figure: Figure, violated: Sequence[Assessment], figures: Mapping[str, Figure]
) -> bool:
    """Whether a share was copied from another item of the same period."""
    share = any(a.relation.result == figure.id and a.relation.kind in _SHARES for a in violated)
    same = (f for f in figures.values() if f.id != figure.id and f.value == figure.value)
    return share and any(f.period == figure.period for f in same)
