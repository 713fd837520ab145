"""NUM111: direction-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM111",
    "direction-mismatch",
    severity="error",
    title_en="Words of more, less or same contradict the figures.",
)
def direction_mismatch(facts: Facts) -> Iterator[Flag]:
    """大小或增减的说法与数字相反。

    查什么：“增加、减少、大于、小于、持平、超过、未达到”等说法与其两侧的数字。
    为什么：沿用上年文字、只换了数字时最容易出现。
    例：“决算数20万元大于预算数25万元”。
    不查什么：“基本持平”且差别不大的；两数只差末位的；比较对象不明的。
    依据：算术。
    """
    yield from recomputed(facts, "NUM111")
