"""How far each figure is to be trusted when one of several must be wrong (ALGORITHMS 3.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role, Verdict
from reportlint.facts.model import Assessment, Figure, FigureKind
from reportlint.facts.scoring.execution import FORMULA as EXECUTION_SCORE

RATE = Fraction(80, 100)
TOTAL = Fraction(90, 100)
BASE = Fraction(1)
MARK = Fraction(40, 100)
"""A mark that its full mark or its rule contradicts."""
FULL_MARK = Fraction(2)
"""What such a mark is held against: fixed by the form, or borne out by the money."""
TABLE = Fraction(5, 100)
RESTATED = Fraction(5, 100)
MOST_RESTATED = 3
HEDGED = Fraction(-10, 100)
FIXED = frozenset({FigureKind.DATE, FigureKind.PERIOD})
"""Never suspected: dates are no measurements."""
_RATES = frozenset(
    {
        RelationKind.RATIO,
        RelationKind.SHARE,
        RelationKind.GROWTH,
        RelationKind.POINTS_CHANGE,
        RelationKind.MULTIPLE,
        RelationKind.AVERAGE,
    }
)
_AGREEING = frozenset({Verdict.CONSISTENT, Verdict.ROUNDING})


def reliabilities(
    assessments: Sequence[Assessment], figures: Mapping[str, Figure]
) -> dict[str, Fraction]:
    """Weights of all figures: rates below totals below base figures, a little more for tables."""
    derived = _derived(assessments, figures)
    agreeing = _agreeing(assessments)
    return {
        name: (derived.get(name, BASE) + _extra(figure) + _restated(agreeing.get(name, 0)))
        * Fraction(str(figure.confidence))
        for name, figure in figures.items()
    }


def _extra(figure: Figure) -> Fraction:
    table = TABLE if figure.how == "table" else Fraction(0)
    return table + (HEDGED if figure.numeral.hedge is not None else 0)


def _restated(times: int) -> Fraction:
    return min(times, MOST_RESTATED) * RESTATED


def _marks(assessment: Assessment, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The marks that are held against a full mark: the form fixes the latter, people the former."""
    relation = assessment.relation
    of_scores = relation.result and figures[relation.result].numeral.kind is FigureKind.SCORE
    if relation.kind is RelationKind.SUM and not relation.exhaustive and of_scores:
        return tuple(t.figure for t in relation.terms)
    if assessment.claim.formula == EXECUTION_SCORE:
        return tuple(t.figure for t in relation.terms if t.role is Role.NUMERATOR)
    return ()


def _derived(
    assessments: Sequence[Assessment], figures: Mapping[str, Figure]
) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for assessment in assessments:
        result = assessment.relation.result
        if marks := _marks(assessment, figures):
            found.update(dict.fromkeys(assessment.relation.figures, FULL_MARK))
            found.update(dict.fromkeys(marks, MARK))
        elif result is not None:
            weight = RATE if assessment.relation.kind in _RATES else TOTAL
            found[result] = min(found.get(result, BASE), weight)
    return found


def _agreeing(assessments: Sequence[Assessment]) -> dict[str, int]:
    """How many other statements of it agree with each figure."""
    found: dict[str, int] = {}
    for assessment in assessments:
        said = assessment.relation.kind is RelationKind.EQUAL and not assessment.claim.borne_out
        if said and assessment.verdict in _AGREEING:
            members = assessment.relation.figures
            for name in members:
                found[name] = found.get(name, 0) + len(members) - 1
    return found
