"""NUM119: rounding-residual."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Assessment, Facts
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.recomputation import residuals
from reportlint.rules.registry import rule
from reportlint.rules.wording import subject


@rule(
    "NUM119",
    "rounding-residual",
    severity="info",
    title_en="Differs by rounding only.",
)
def rounding_residual(facts: Facts) -> Iterator[Flag]:
    """只差末位：尾差。

    查什么：合计、差额、比率与重算值只差在最后一位，各数四舍五入或截尾足以解释的。
    为什么：尾差不是错误，列出来是让审核人不必再按一遍计算器。
    例：“100.33＋200.33＝300.67”——各数四舍五入后差0.01。
    不查什么：四舍五入解释不了的差异（归各自的条目）；正好相符的。
    依据：算术；GB/T 8170 数值修约。
    """
    seen = set()
    for assessment in residuals(facts):
        shown = assessment.relation.figures[0]
        if shown not in seen:
            seen.add(shown)
            yield _flag(facts, assessment)


def _flag(facts: Facts, assessment: Assessment) -> Flag:
    relation = assessment.relation
    shown = facts.figures[relation.figures[0]]
    roles = {t.figure: t.role.value for t in relation.terms}
    others = [f for f in relation.figures if f != shown.id]
    return Flag(
        anchor=figure_anchor(facts, shown),
        message=Text(
            f"{subject(facts, shown)}：与重算值只差末位，属尾差。",
            f"{subject(facts, shown)}: differs from the recomputed value in the last digit only.",
        ),
        advice=Text("无须修改；如要求数字衔接，可核对取数精度。", "Nothing to change."),
        working=assessment.working,
        working_en=assessment.working_en,
        evidence=tuple(
            figure_evidence(facts, facts.figures[f], roles.get(f, "result")) for f in others
        ),
    )
