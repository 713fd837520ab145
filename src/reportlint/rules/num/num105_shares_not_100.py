"""NUM105: shares-not-100."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM105",
    "shares-not-100",
    severity="error",
    title_en="A complete list of shares does not add up to 100 %.",
)
def shares_not_100(facts: Facts) -> Iterator[Flag]:
    """各项占比之和不等于100%。

    查什么：列全了各组成部分的一组占比，相加应为100%，允许各项四舍五入的误差。
    为什么：即使分项金额没有给出，也能看出一组占比里有错。
    例：“A占45.20%，B占30.10%，C占26.70%”（全部三项）——合计102.00%。
    不查什么：没有列全的占比；可重复计算的多选题；误差在四舍五入范围内的。
    依据：算术。
    """
    yield from recomputed(facts, "NUM105")
