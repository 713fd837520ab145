"""SCO307: score-restated."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts, Figure
from reportlint.facts.scoring.restated import conflicting_grades
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule

_BASIS = Basis("财预〔2020〕10号", "自评结果应内容完整、数据真实、结果客观", BasisStatus.UNVERIFIED)


@rule(
    "SCO307",
    "score-restated",
    severity="error",
    title_en="A score or grade is stated twice with two values.",
    basis=_BASIS,
)
def score_restated(facts: Facts) -> Iterator[Flag]:
    """得分或等级前后不一致。

    查什么：摘要、正文、结论与自评表（评分表）里的总分、一级指标得分和评价等级是否相同。
    为什么：一份报告只有一个结论；改了表没有改正文，读者不知道以哪个为准。
    例：摘要写“综合得分91.5分”，评分表合计为90.5分。
    不查什么：自评与复核（评审）各有得分的；上年的得分；几个项目各自的得分；平均分。
    依据：财预〔2020〕10号（依据待核）。
    """
    yield from recomputed(facts, "SCO307")
    for first, other in conflicting_grades(facts):
        yield _flag(facts, first, other)


def _flag(facts: Facts, first: Figure, other: Figure) -> Flag:
    a, b = first.numeral.text.strip("“”"), other.numeral.text.strip("“”")
    return Flag(
        anchor=figure_anchor(facts, other),
        message=Text(
            f"评价等级此处为“{b}”，前文为“{a}”，前后不一致。",
            f"The grade is “{b}” here and “{a}” before.",
        ),
        advice=Text("核对等级，前后写成一致。", "Check the grade; state the same one throughout."),
        evidence=(figure_evidence(facts, first, "stated"),),
        confidence=Confidence.MEDIUM,
    )
