"""NUM112: zero-base."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Assessment, Facts, Figure
from reportlint.facts.zero_bases import zero_bases
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence
from reportlint.rules.registry import rule
from reportlint.rules.wording import named


@rule(
    "NUM112",
    "zero-base",
    severity="warning",
    title_en="A rate is given on a base of zero.",
)
def zero_base(facts: Facts) -> Iterator[Flag]:
    """基数为零，却给出了比率。

    查什么：上年数、预算数等基数为零，而报告仍写出增长率、完成率、占比的。
    为什么：基数为零时比率没有意义；常见的是把“从无到有”写成“增长100%”。
    例：“2023年支出0万元，2024年支出20万元，同比增长100%”。
    不查什么：比率空着、写“—”或写零的；分子、分母都是零的；基数印作0.00而实为不足末位的小数，
    比率正好由它算出的。
    依据：算术。
    """
    for assessment, base in zero_bases(facts):
        yield _flag(facts, assessment, base)


def _flag(facts: Facts, assessment: Assessment, base: Figure) -> Flag:
    relation = assessment.relation
    rate = facts.figures[relation.figures[0]]
    roles = {t.figure: t.role.value for t in relation.terms}
    return Flag(
        anchor=figure_anchor(facts, rate),
        message=Text(
            f"{named(rate)}：基数{base.numeral.text}为零，比率没有意义。",
            f"{named(rate)}: its base {base.numeral.text} is zero; the rate means nothing.",
        ),
        advice=Text(
            "改写为绝对数（如“增加20万元，上年无此项”），或核对基数。",
            "Give the amount instead, or check the base.",
        ),
        evidence=tuple(figure_evidence(facts, facts.figures[f], role) for f, role in roles.items()),
    )
