"""NUM101: sum-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM101",
    "sum-mismatch",
    severity="error",
    title_en="A total differs from the sum of its parts.",
)
def sum_mismatch(facts: Facts) -> Iterator[Flag]:
    """合计与各分项之和不符。

    查什么：正文中“合计、总计、其中、由……组成”等所述总数，与其各分项相加之和。
    为什么：总数和分项是全文其他比率的基础，一处写错，后面的占比、执行率都会跟着错。
    例：“预算1000万元，其中基本支出600万元、项目支出300万元”——两项之和是900万元。
    不查什么：“其中”只举几项而未列全的；各数各自四舍五入造成的尾差（归 NUM119）；带“约”“近”的概
    数。
    依据：算术。
    """
    yield from recomputed(facts, "NUM101")
