"""NUM109: count-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM109",
    "count-mismatch",
    severity="error",
    title_en="A stated count differs from what is listed.",
)
def count_mismatch(facts: Facts) -> Iterator[Flag]:
    """数目与所列各项不符。

    查什么：“共N个”与其后列举的名称个数，与按类别分列的个数之和。
    为什么：机构、项目、指标的个数与名单对不上，说明名单或个数没有更新。
    例：“下属单位10个，即……”而只列了9个名称。
    不查什么：以“等”结尾的列举；分级的个数（一级、二级、三级指标）；括号里另有说明的列举。
    依据：算术。
    """
    yield from recomputed(facts, "NUM109")
