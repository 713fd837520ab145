"""NUM103: rate-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM103",
    "rate-mismatch",
    severity="error",
    title_en="A named rate differs from its recomputation.",
)
def rate_mismatch(facts: Facts) -> Iterator[Flag]:
    """比率与其分子、分母不符。

    查什么：预算执行率、结转结余率、预决算差异率等有名称的比率，按文中写明的分子、分母重算。
    为什么：比率是评分的直接依据，也是最常抄错、用错分母的数字。
    例：“全年预算200万元，支出180万元，预算执行率95%”——应为90%。
    不查什么：文中没有写明分母、而又有几个分母都说得通的（口径不明，只记入台账）；截尾取数造成的
    末位之差（归 NUM119）。
    依据：算术。
    """
    yield from recomputed(facts, "NUM103")
