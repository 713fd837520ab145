"""NUM120: impossible-percentage."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.facts.survey_shares import ImpossibleShare, impossible_shares
from reportlint.result import Confidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.registry import rule
from reportlint.rules.wording import named


@rule(
    "NUM120",
    "impossible-percentage",
    severity="warning",
    title_en="No count out of the stated number of answers gives this percentage.",
)
def impossible_percentage(facts: Facts) -> Iterator[Flag]:
    """百分比不可能由所述份数得出。

    查什么：问卷、抽查、考核中“满意的占…”“合格率…”之类的百分比，用所述份数（发放、回收、有效）中
    的任何一个整数都算不出来的。
    为什么：说明份数或百分比至少有一个抄错，或者另有没有写明的基数。
    例：“回收有效问卷50份，表示满意的占93.15%”——50份只能得出2%的倍数。
    不查什么：加权或按多题平均计算的满意度；份数很多、任何百分比都能凑出的；同段写明人数、可以直接
    重算的（归各自的条目）；“约”“以上”等概数。
    依据：算术（整数除以整数）。
    """
    for found in impossible_shares(facts):
        yield _flag(facts, found)


def _flag(facts: Facts, found: ImpossibleShare) -> Flag:
    percent, totals = found.percent, found.totals
    counts = "、".join(t.numeral.text for t in totals)
    return Flag(
        anchor=figure_anchor(facts, percent),
        message=Text(
            f"{named(percent)}：{counts}中没有一个整数能得出这个百分比。",
            f"{named(percent)}: no whole number out of {counts} gives this percentage.",
        ),
        advice=Text(
            "核对份数和百分比，写明计算的基数。",
            "Check the counts and the percentage, and name the base.",
        ),
        evidence=tuple(figure_evidence(facts, t, "denominator") for t in totals),
        confidence=Confidence.MEDIUM,
    )
