"""NUM106: growth-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM106",
    "growth-mismatch",
    severity="error",
    title_en="A rate of change differs from change ÷ previous value.",
)
def growth_mismatch(facts: Facts) -> Iterator[Flag]:
    """变动率与两期数不符。

    查什么：“比上年增长/下降X%”“同比”等变动率，按两期数或变动额重算。
    为什么：常见的错是以本年数作除数，或沿用上年的变动率。
    例：“支出由200万元增加到230万元，增长13%”——应为15%。
    不查什么：基数为零或为负的；没有给出基数的；同口径比较而未给出同口径基数的。
    依据：算术。
    """
    yield from recomputed(facts, "NUM106")
