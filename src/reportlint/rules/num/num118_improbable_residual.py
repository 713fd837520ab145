"""NUM118: improbable-residual."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.slips import mended_in
from reportlint.facts.model import Assessment, Facts
from reportlint.result import Confidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.recomputation import doubtful
from reportlint.rules.registry import rule
from reportlint.rules.wording import named


@rule(
    "NUM118",
    "improbable-residual",
    severity="warning",
    title_en="Rounding could explain the residual of this sum, but hardly does.",
)
def improbable_residual(facts: Facts) -> Iterator[Flag]:
    """尾差大得不像四舍五入。

    查什么：合计与各项之和的差，虽未超出各数取舍所能解释的极限，但按各数独立四舍五入（或截尾）计算，
    出现这样大的差的概率低于千分之几（随全文合计的个数从严）；或者同一张表其他合计都正好等于所列
    各项之和，只有这一个差了末位。
    为什么：这样的差多半是某一项抄错了末位，或漏了一个很小的项目。
    文字没有说明所列各项就是全部，合计与各项之和不等，但改动其中一个数的一位数字（或调换相邻两位）
    即恰好相等的，也在此提示；整数的预算、计划数旁边带小数的差额或比率，只有把整数当作四舍五入的数才说得通的，同。
    例：五项保留一位小数的金额相加得100.5，合计写“100.2”。
    不查什么：一般的尾差（归 NUM119）；超出极限的（归 NUM101、NUM114 等）；报告已说明合计数因
    四舍五入存在尾差的。
    依据：算术（均匀舍入误差之和的分布）。
    """
    for assessment in doubtful(facts):
        by_slip = assessment.claim.suspected or assessment.claim.kind is not RelationKind.SUM
        yield _slip(facts, assessment) if by_slip else _flag(facts, assessment)


def _slip(facts: Facts, assessment: Assessment) -> Flag:
    """A list that one slip of the pen keeps from adding up: which figure it was, nobody knows."""
    relation = assessment.relation
    suspects = mended_in(relation, facts.figures) or (facts.figures[relation.figures[0]],)
    shown = suspects[0]
    roles = {t.figure: t.role.value for t in relation.terms}
    others = [f for f in relation.figures if f != shown.id]
    anchors = tuple(figure_anchor(facts, f) for f in suspects)
    return Flag(
        anchor=anchors[0],
        message=Text(
            f"{named(shown)}：与相关各数对不上，不像四舍五入，疑为笔误。",
            f"{named(shown)}: the figures do not agree, hardly for rounding; a slip of the pen?",
        ),
        advice=Text(
            "核对各数有无错位、颠倒；所列不是全部的，不必修改。",
            "Look for a wrong or transposed digit; if the list is not complete, nothing is wrong.",
        ),
        working=assessment.working,
        working_en=assessment.working_en,
        evidence=tuple(
            figure_evidence(facts, facts.figures[f], roles.get(f, "result")) for f in others
        ),
        candidates=anchors if len(anchors) > 1 else (),
        confidence=Confidence.MEDIUM,
    )


def _flag(facts: Facts, assessment: Assessment) -> Flag:
    relation = assessment.relation
    shown = facts.figures[relation.figures[0]]
    others = [f for f in relation.figures if f != shown.id]
    roles = {t.figure: t.role.value for t in relation.terms}
    return Flag(
        anchor=figure_anchor(facts, shown),
        message=Text(
            f"{named(shown)}：与各项之和的差不像四舍五入的尾差。",
            f"{named(shown)}: the residual is hardly one of rounding.",
        ),
        advice=Text(
            "逐项核对末位数字，查有无漏列的小额项目；确系取舍所致的，加注说明。",
            "Check the last digits, and look for a small item left out; if rounding it is, say so.",
        ),
        working=assessment.working,
        working_en=assessment.working_en,
        evidence=tuple(
            figure_evidence(facts, facts.figures[f], roles.get(f, "result")) for f in others
        ),
        confidence=Confidence.MEDIUM,
    )
