"""NUM121: unit-slip."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM121",
    "unit-slip",
    severity="error",
    title_en="Off by a power of ten that a slip of unit explains.",
)
def unit_slip(facts: Facts) -> Iterator[Flag]:
    """差十、百、千、万倍：单位或小数点之误。

    查什么：重算不符的数字，如与应有值恰差一个单位换算（元/万元/亿元）或小数点错位，则归于本条。
    为什么：数量级的错误后果最大，也最容易改。
    例：正文写“支出0.33万元”，表中同一项是3,286.61万元、全文各比率也按后者计算。
    不查什么：元、万元混用而数值一致的；只是数量悬殊而不成整倍的。
    依据：算术。
    """
    yield from recomputed(facts, "NUM121")
