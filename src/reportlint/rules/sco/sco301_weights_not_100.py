"""SCO301: weights-not-100."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Basis, BasisStatus, Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule

_BASIS = Basis(
    "项目支出绩效自评表（财预〔2020〕10号附件1）", "注1，权重合计100分", BasisStatus.VERIFIED
)


@rule(
    "SCO301",
    "weights-not-100",
    severity="error",
    title_en="Weights do not add up to their total.",
    basis=_BASIS,
)
def weights_not_100(facts: Facts) -> Iterator[Flag]:
    """权重（分值）合计不符。

    查什么：评分表、自评表里分值（权重）一栏各行之和是否等于合计行所写；正文里各部分分值之和是否等于总分。
    为什么：权重不满或超过100分，得分和等级都失去意义。
    例：产出50分、效益30分、满意度10分、预算执行15分，合计100分——各行相加为105分。
    不查什么：没有列全的表；一级、二级、三级指标分层写出的分值（不重复相加）；另设加分项的；预算执行的
    10分（20分）在别处列出的。
    依据：财预〔2020〕10号附件1项目支出绩效自评表注1：各项指标权重合计100分。
    """
    yield from recomputed(facts, "SCO301")
