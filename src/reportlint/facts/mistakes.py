"""How a rate that is wrong was computed, where exactly one mistake accounts for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportlint.arithmetic.hypotheses import Hypothesis, Mistake, fitting
from reportlint.arithmetic.model import Quantity, RelationKind
from reportlint.facts.model import Assessment, Diagnosis, Figure, Slip

MOST_CANDIDATES = 12
"""With more other operands at hand, one of them may fit by chance."""
SPEAKING = 100
"""A rate of fewer units of its last digit than this fits too many operands."""
_SLIPS = {
    Mistake.DENOMINATOR: Slip.DENOMINATOR,
    Mistake.COMPLEMENT: Slip.COMPLEMENT,
    Mistake.FRACTION: Slip.UNIT,
    Mistake.INVERSE: Slip.INVERSE,
    Mistake.BASE_CURRENT: Slip.BASE,
    Mistake.LEVEL_FOR_CHANGE: Slip.LEVEL,
}
_RATES = frozenset({RelationKind.RATIO, RelationKind.SHARE, RelationKind.GROWTH})


def explained(
    diagnosis: Diagnosis, figures: Mapping[str, Figure], quantities: Mapping[str, Quantity]
) -> Diagnosis:
    """The diagnosis with the mistake that leads exactly to the printed rate, if there is one only.

    The rate is then the one figure to change, not its operands.
    """
    if diagnosis.slip is not Slip.UNKNOWN or len(diagnosis.violated) != 1:
        return diagnosis
    assessment = diagnosis.violated[0]
    result = assessment.relation.result
    if result not in diagnosis.suspects or not _telling(assessment, quantities):
        return diagnosis
    candidates = _candidates(assessment, figures)
    found = fitting(assessment.relation, quantities, candidates)
    slip = _SLIPS.get(found[0].mistake) if len(found) == 1 else None
    if slip is None or result is None:
        return diagnosis
    return _decided(diagnosis, assessment, result, slip, found[0])


def _decided(
    diagnosis: Diagnosis, assessment: Assessment, result: str, slip: Slip, found: Hypothesis
) -> Diagnosis:
    if slip is Slip.DENOMINATOR:
        assessment = replace(assessment, fitting=found.relation)
    first = diagnosis.suspects[0] == result
    return Diagnosis(
        suspects=(result,),
        violated=(assessment,),
        admissible=assessment.expected,
        corrected=diagnosis.corrected if first else None,
        slip=slip,
    )


def _telling(assessment: Assessment, quantities: Mapping[str, Quantity]) -> bool:
    relation = assessment.relation
    shown = quantities.get(relation.result or "")
    if relation.kind not in _RATES or shown is None or shown.bounds is not None:
        return False
    return shown.place > 0 and abs(shown.value) >= SPEAKING * shown.place


def _candidates(assessment: Assessment, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """Other figures of the operands' kind in the same row, or in the same paragraph."""
    own = assessment.relation.figures
    operand = figures[own[-1]]
    near = [
        f.id
        for f in figures.values()
        if f.id not in own
        and f.block == operand.block
        and f.numeral.kind is operand.numeral.kind
        and (f.cell or (0,))[0] == (operand.cell or (0,))[0]
        and f.value not in {figures[o].value for o in own}
    ]
    return tuple(near) if len(near) <= MOST_CANDIDATES else ()
