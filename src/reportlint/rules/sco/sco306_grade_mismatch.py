"""SCO306: grade-mismatch."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.fields.sections import part_of
from reportlint.facts.grading import (
    allowed_somewhere,
    allows,
    grade_for,
    printed_scale,
    profile_scale,
)
from reportlint.facts.model import Claim, Facts, Figure
from reportlint.lexicon.grades import Scale, known_scales
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Severity, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.registry import OWN_WORDS, rule

_BASIS = Basis(
    "财政部预算司关于中央部门绩效评价结果等级的规定；财预〔2020〕10号", "", BasisStatus.UNVERIFIED
)
FULL_MARKS = 100


@rule(
    "SCO306",
    "grade-mismatch",
    severity="error",
    title_en="The grade is not that of the score.",
    basis=_BASIS,
)
def grade_mismatch(facts: Facts) -> Iterator[Flag]:
    """等级与得分不符。

    查什么：得分与“优、良、中、差”等等级是否在同一档。先用报告自己写明的分档，其次用报告类型的分档，都没
    有的用通行分档（90、80、60分，含本数）。
    为什么：等级决定结果应用；得分改过之后等级常常忘了改。
    例：“综合得分86.5分，评价等级为优”。
    不查什么：只有得分或只有等级的；各地分档不同而说得通的（75分评为良）只作警告；不是百分制的得分。
    依据：财政部预算司规定的分档；财预〔2020〕10号（依据待核）。
    """
    printed = printed_scale(facts)
    for claim in facts.claims:
        pair = _pair(facts, claim)
        if pair is not None:
            yield from _judged(facts, *pair, printed)


def _pair(facts: Facts, claim: Claim) -> tuple[Figure, Figure, Fraction] | None:
    """Grade, score and the score's value, where the claim is about them."""
    if claim.kind is not RelationKind.GRADE or claim.relation.result is None:
        return None
    scores = [t.figure for t in claim.relation.terms if t.role is Role.ACTUAL]
    if not scores:
        return None
    score = facts.figures[scores[0]]
    if score.value is None or not 0 <= score.value <= FULL_MARKS:
        return None
    return facts.figures[claim.relation.result], score, score.value


def _judged(
    facts: Facts, grade: Figure, score: Figure, value: Fraction, printed: Scale
) -> Iterator[Flag]:
    word = grade.numeral.text.strip("“”\"' ")
    own = allows(printed, word, value)
    if own is not None:
        if not own:
            yield _flag(facts, grade, score, printed, None, OWN_WORDS)
        return
    part = facts.parts[part_of(facts, grade.block)] if facts.parts else None
    scale = profile_scale(part) if part else ()
    if allows(scale or known_scales()[0], word, value) is not False:
        return
    doubtful = not scale or allowed_somewhere(word, value)
    severity = Severity.WARNING if doubtful else None
    yield _flag(facts, grade, score, scale or known_scales()[0], severity, None)


def _flag(
    facts: Facts,
    grade: Figure,
    score: Figure,
    scale: Scale,
    severity: Severity | None,
    basis: Basis | None,
) -> Flag:
    word, points = grade.numeral.text, score.numeral.text
    right = grade_for(scale, score.value or Fraction(0))
    should_zh = f"，按分档应为“{right}”" if right else ""
    should_en = f"; the scale gives “{right}”" if right else ""
    return Flag(
        anchor=figure_anchor(facts, grade),
        message=Text(
            f"得分{points}与等级“{word}”不在同一档{should_zh}。",
            f"The score {points} does not earn the grade “{word}”{should_en}.",
        ),
        advice=Text("核对得分和等级。", "Check the score and the grade."),
        evidence=(figure_evidence(facts, score, "actual"),),
        expected=right,
        severity=severity,
        confidence=Confidence.HIGH if severity is None else Confidence.MEDIUM,
        basis=basis,
    )
