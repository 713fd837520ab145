"""NUM104: share-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM104",
    "share-mismatch",
    severity="error",
    title_en="A share differs from part ÷ whole.",
)
def share_mismatch(facts: Facts) -> Iterator[Flag]:
    """占比与部分、总体不符。

    查什么：“占……的X%”“比重为X%”等占比，按部分与总体重算。
    为什么：占比常被抄成另一项的，或沿用上年的。
    例：“支出300万元，其中项目支出120万元，占45%”——应为40%。
    不查什么：末位经过调整、使各项合计正好100%的占比（归 NUM119）；总体不明的占比。
    依据：算术。
    """
    yield from recomputed(facts, "NUM104")
