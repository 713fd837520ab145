"""NUM113: impossible-rate."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.impossible_rates import ImpossibleRate, impossible_rates
from reportlint.facts.model import Facts
from reportlint.result import Flag, Severity, Text
from reportlint.rules.anchoring import figure_anchor
from reportlint.rules.registry import OWN_WORDS, rule
from reportlint.rules.wording import named


@rule(
    "NUM113",
    "impossible-rate",
    severity="error",
    title_en="A rate lies outside the range that it can have.",
    basis=OWN_WORDS,
)
def impossible_rate(facts: Facts) -> Iterator[Flag]:
    """比率超出可能的范围。

    查什么：满意度、合格率、及时率、结转结余率等按其含义只能在0到100%之间的比率，写成100%以上或负数
    的（错误）；预算执行率、覆盖率等超过100%而前后文没有说明原因的（警告）。
    为什么：多半是小数点、分子分母颠倒，或把增长率写进了比率。
    例：“服务对象满意度达到102.5%”。
    不查什么：完成率、到位率（可以超额）；年初预算完成率；增长率、变动率；说明了追加、调整、结转等原因
    的执行率；“不低于”“超过”之类的目标值。
    依据：报告自身表述（比率名称的含义）。
    """
    for found in impossible_rates(facts):
        yield _flag(facts, found)


def _flag(facts: Facts, found: ImpossibleRate) -> Flag:
    figure, bound = found.figure, found.bound
    sure = bound.severity == "error"
    tail = "" if sure else "，且未说明原因"
    tail_en = "" if sure else ", and no reason is given"
    return Flag(
        anchor=figure_anchor(facts, figure),
        message=Text(
            f"{named(figure)}：超出{bound.low}～{bound.high}%的范围{tail}。",
            f"{named(figure)}: outside {bound.low}–{bound.high} %{tail_en}.",
        ),
        advice=Text(
            "核对分子、分母和小数点；确有其事的，写明原因。",
            "Check numerator, denominator and decimal point; if it is so, say why.",
        ),
        severity=Severity.ERROR if sure else Severity.WARNING,
    )
