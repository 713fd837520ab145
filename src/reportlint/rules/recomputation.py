"""From diagnoses to flags: one root cause, one flag, under its most specific code.

The NUM and CON rules about figures are one line each over `recomputed`; what differs between them
is which relations are theirs (`code_of`) and how the fault is put into words (`wording`).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.facts.model import (
    Assessment,
    ClaimSource,
    Diagnosis,
    Facts,
    Figure,
    FigureKind,
    Slip,
)
from reportlint.facts.scoring import are_weights, is_weight
from reportlint.facts.scoring.execution import FORMULA as EXECUTION_SCORE
from reportlint.result import Confidence, Evidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence, span_anchor
from reportlint.rules.figures_as_printed import grouping_of, interval_like, like
from reportlint.rules.wording import advice, contradicted, message

_BY_KIND = {
    RelationKind.SUM: "NUM101",
    RelationKind.DIFFERENCE: "NUM102",
    RelationKind.RATIO: "NUM103",
    RelationKind.SHARE: "NUM104",
    RelationKind.GROWTH: "NUM106",
    RelationKind.POINTS_CHANGE: "NUM106",
    RelationKind.PRODUCT: "NUM108",
    RelationKind.AVERAGE: "NUM108",
    RelationKind.COUNT: "NUM109",
    RelationKind.ORDER: "NUM111",
    RelationKind.MULTIPLE: "NUM116",
    RelationKind.EQUAL: "CON201",
    RelationKind.SCORE: "SCO303",
    RelationKind.GRADE: "SCO306",
}
_BY_SLIP = {
    Slip.UNIT: "NUM121",
    Slip.COMPLEMENT: "NUM117",
    Slip.NEIGHBOUR: "NUM117",
    Slip.SWAP: "NUM117",
    Slip.DENOMINATOR: "CON204",
}
_STATED = ClaimSource.STATED
_WIDER = {"NUM109": "NUM101"}
"""Subgroups of a count are parts of a sum as well."""
_AGAINST_FULL_MARK = ("SCO302", "SCO304")
_KINDS = tuple(RelationKind)
_LAST = ("NUM105", "CON201", "CON202", "SCO307")
_NAMED_RATES = frozenset({"final_budget_diff_rate", "exec_deviation", "carryover_change_rate"})
_COMPLETION = frozenset({"actual_completion_rate", "goal_rate"})
_DONE = "completion_rate"
"""完成…的N%: of a budget it is a rate like others, of a task the completion of an indicator."""
_MULTIPLIED = (RelationKind.PRODUCT, RelationKind.AVERAGE)
_OWN_IN_TABLES = (RelationKind.SCORE, RelationKind.GRADE, *_MULTIPLIED)


def code_of(facts: Facts, assessment: Assessment) -> str:
    """The rule to which a relation belongs."""
    claim = assessment.claim
    kind = claim.kind
    if kind is RelationKind.SUM:
        return _sum_code(facts, assessment)
    if kind is RelationKind.EQUAL:
        return _equal_code(facts, assessment)
    if claim.formula == EXECUTION_SCORE:
        return "SCO304"
    if kind is RelationKind.RATIO and _is_completion(facts, assessment):
        return "NUM107"
    if claim.source is ClaimSource.TABLE and kind not in _OWN_IN_TABLES:
        return "NUM115"
    if kind is RelationKind.GROWTH and claim.formula in _NAMED_RATES:
        return "NUM103"
    return _BY_KIND[kind]


def _equal_code(facts: Facts, assessment: Assessment) -> str:
    figures = [facts.figures[f] for f in assessment.relation.figures]
    if all(f.numeral.kind is FigureKind.SCORE for f in figures):
        return "SCO307"
    return "CON202" if len({f.how == "table" for f in figures}) > 1 else "CON201"


def _is_completion(facts: Facts, assessment: Assessment) -> bool:
    """Whether a rate says how far a task, not a budget, was done."""
    formula = assessment.claim.formula
    kinds = {facts.figures[t.figure].numeral.kind for t in assessment.relation.terms}
    return formula in _COMPLETION or (formula == _DONE and FigureKind.AMOUNT not in kinds)


def _sum_code(facts: Facts, assessment: Assessment) -> str:
    if assessment.relation.result is None:
        return "NUM105"
    parts = [facts.figures[t.figure] for t in assessment.relation.terms]
    if all(p.numeral.kind is FigureKind.SCORE for p in parts):
        if not assessment.relation.exhaustive:
            return "SCO302"
        result = facts.figures[assessment.relation.result]
        return "SCO301" if are_weights(facts.document, result, parts) else "SCO303"
    if assessment.claim.source is ClaimSource.TABLE:
        return "NUM114"
    if assessment.relation.exhaustive and all(p.numeral.kind is FigureKind.COUNT for p in parts):
        return "NUM109"
    return "NUM101" if assessment.relation.exhaustive else "NUM110"


def codes_of(facts: Facts, diagnosis: Diagnosis) -> tuple[str, ...]:
    """All codes a root cause concerns, the most specific first."""
    violated = sorted(diagnosis.violated, key=lambda a: _remoteness(a, diagnosis))
    own = dict.fromkeys(code_of(facts, a) for a in violated)
    ordered = sorted(own, key=lambda code: _LAST.index(code) + 1 if code in _LAST else 0)
    reversed_word = diagnosis.slip is Slip.SIGN and _is_the_word(diagnosis)
    slip = "NUM111" if reversed_word else _BY_SLIP.get(diagnosis.slip)
    codes = [slip, *ordered] if slip else ordered
    wider = [_WIDER[code] for code in codes if code in _WIDER]
    return tuple(dict.fromkeys((*codes, *wider)))


def _remoteness(assessment: Assessment, diagnosis: Diagnosis) -> tuple[bool, int]:
    """A relation whose very result is suspect comes first, then sums, then rates made of parts."""
    own_result = assessment.relation.result in diagnosis.suspects
    return (not own_result, _KINDS.index(assessment.claim.kind))


def recomputed(facts: Facts, code: str) -> Iterator[Flag]:
    """A flag for every root cause whose most specific code is `code`."""
    for diagnosis in facts.diagnoses:
        codes = codes_of(facts, diagnosis)
        if codes and codes[0] == code and diagnosis.suspects:
            yield _flag(facts, diagnosis, codes)


def _flag(facts: Facts, diagnosis: Diagnosis, codes: tuple[str, ...]) -> Flag:
    suspects = _suspects(facts, diagnosis, codes)
    lead = _lead(facts, diagnosis, codes)
    if _is_the_word(diagnosis):
        return _wrong_word(facts, lead, diagnosis, codes)
    expected = _expected(facts, suspects[0], diagnosis, tied=len(suspects) > 1)
    return Flag(
        anchor=figure_anchor(facts, suspects[0]),
        message=message(facts, lead, suspects, expected, diagnosis.slip),
        advice=advice(suspects, expected, diagnosis.slip),
        working=lead.working,
        working_en=lead.working_en,
        expected=expected,
        evidence=tuple(_evidence(facts, diagnosis, suspects[0])),
        candidates=tuple(figure_anchor(facts, s) for s in suspects) if len(suspects) > 1 else (),
        confidence=Confidence.HIGH if len(suspects) == 1 else Confidence.MEDIUM,
        also=codes[1:],
    )


def _suspects(facts: Facts, diagnosis: Diagnosis, codes: tuple[str, ...]) -> list[Figure]:
    """The likeliest first; of two statements of one figure the later one, prose before table.

    Of a mark and the full mark that it breaks only the mark: the form fixes the latter.
    """
    suspects = [facts.figures[id] for id in diagnosis.suspects]
    if codes[0] in _AGAINST_FULL_MARK:
        return [f for f in suspects if not is_weight(facts.document, f)] or suspects
    if all(a.claim.kind is RelationKind.EQUAL for a in diagnosis.violated):
        suspects.sort(key=lambda figure: (figure.how == "table", -figure.block, -figure.start))
    return suspects


def _is_the_word(diagnosis: Diagnosis) -> bool:
    """Whether 大于, 增加, 下降 are at fault: the figures are right but for the sense."""
    if diagnosis.slip is Slip.SIGN:
        return all(a.relation.direction and a.claim.source is _STATED for a in diagnosis.violated)
    return all(a.claim.kind is RelationKind.ORDER for a in diagnosis.violated)


def _wrong_word(
    facts: Facts, lead: Assessment, diagnosis: Diagnosis, codes: tuple[str, ...]
) -> Flag:
    """Only a comparing word contradicts the figures: the word is at fault, not one of them."""
    anchor = span_anchor(facts, lead.claim.words)
    return Flag(
        anchor=anchor,
        message=contradicted(anchor.quote, lead),
        advice=Text("核对数字后改正用词。", "Check the figures, then mend the word."),
        working=lead.working,
        working_en=lead.working_en,
        evidence=tuple(_evidence(facts, diagnosis)),
        also=codes[1:],
    )


def _lead(facts: Facts, diagnosis: Diagnosis, codes: tuple[str, ...]) -> Assessment:
    """The violated relation that explains the flag best: the one its code is named for."""
    for code in codes:
        for assessment in diagnosis.violated:
            if code_of(facts, assessment) == code:
                return assessment
    return diagnosis.violated[0]


def _expected(facts: Facts, suspect: Figure, diagnosis: Diagnosis, *, tied: bool) -> str | None:
    if tied:
        return None
    grouped = grouping_of(facts.figures[f] for a in diagnosis.violated for f in a.relation.figures)
    if diagnosis.corrected is not None:
        return like(suspect, diagnosis.corrected, grouped=grouped)
    if not diagnosis.admissible:
        return None
    return interval_like(suspect, diagnosis.admissible, grouped=grouped)


def _evidence(
    facts: Facts, diagnosis: Diagnosis, suspect: Figure | None = None
) -> Iterator[Evidence]:
    seen = {suspect.id} if suspect else set()
    for assessment in diagnosis.violated:
        relation = assessment.relation
        roles = {t.figure: t.role.value for t in relation.terms}
        for id in relation.figures:
            if id not in seen:
                seen.add(id)
                yield figure_evidence(facts, facts.figures[id], roles.get(id, "result"))


def residuals(facts: Facts) -> Iterator[Assessment]:
    """Relations that fail by rounding only."""
    return (a for a in facts.assessments if a.verdict is Verdict.ROUNDING)


def doubtful(facts: Facts) -> Iterator[Assessment]:
    """Sums whose residual rounding could explain, but hardly does."""
    return (a for a in facts.assessments if a.verdict is Verdict.IMPROBABLE)
