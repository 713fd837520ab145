"""SCO302: score-exceeds-weight."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Basis, BasisStatus, Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule

_BASIS = Basis("项目支出绩效自评表填报说明", "得分不得突破权重总额", BasisStatus.VERIFIED)


@rule(
    "SCO302",
    "score-exceeds-weight",
    severity="error",
    title_en="A row is given more points than its weight.",
    basis=_BASIS,
)
def score_exceeds_weight(facts: Facts) -> Iterator[Flag]:
    """得分超过该项分值。

    查什么：评分表、自评表里一行的得分是否高于该行的分值（权重）；正文里“满分15分”的一项是否得了15分以上。
    为什么：得分不得突破权重，多出的分会抬高总分和等级。
    例：分值10分的指标得12分。
    不查什么：加分项；各行都按百分制打分、再按权重折算的表；分值合并在几行上、看不出属于哪一行的。
    依据：自评表填报说明：得分不得突破权重总额。
    """
    yield from recomputed(facts, "SCO302")
