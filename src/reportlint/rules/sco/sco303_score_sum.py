"""SCO303: score-sum."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Basis, BasisStatus, Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule

_BASIS = Basis("项目支出绩效自评表（财预〔2020〕10号附件1）", "总分栏", BasisStatus.VERIFIED)


@rule(
    "SCO303",
    "score-sum",
    severity="error",
    title_en="The total score differs from the sum of its parts.",
    basis=_BASIS,
)
def score_sum(facts: Facts) -> Iterator[Flag]:
    """总分与各项得分之和不符。

    查什么：综合得分、自评总分与各项得分之和；评分表、自评表里得分一栏的总分（小计）与各行得分之和。
    为什么：总分决定等级和结果应用；各行改过分以后总分常常忘了改。
    例：“决策18分、过程17分、产出27分、效益26分，综合得分90分”——应为88分。
    不查什么：没有列全的扣分项；加权平均的得分；另有加分的；各格四舍五入造成的尾差（归 NUM119）。
    依据：财预〔2020〕10号附件1项目支出绩效自评表：总分为各项得分之和。
    """
    yield from recomputed(facts, "SCO303")
