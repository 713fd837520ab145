"""CON201: restated-differently."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "CON201",
    "restated-differently",
    severity="error",
    title_en="One quantity is given two values.",
    basis=OWN_WORDS,
)
def restated_differently(facts: Facts) -> Iterator[Flag]:
    """同一数值前后不一致。

    查什么：同一单位、同一年度、同一口径的同一个数，在摘要、正文、结论、附件中先后出现而数值不同。
    为什么：前后不一必有一处错误，且常是改了一处忘了另一处。
    例：“预算执行情况”写支出480.20万元，“评价结论”写支出482.20万元。
    不查什么：口径、年度、范围不同的数；精度不同而四舍五入后相同的；元与万元换算后相同的。
    依据：报告自身表述。
    """
    yield from recomputed(facts, "CON201")
