"""NUM108: product-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM108",
    "product-mismatch",
    severity="error",
    title_en="A product or average differs from its recomputation.",
)
def product_mismatch(facts: Facts) -> Iterator[Flag]:
    """标准与数量之积、平均数不符。

    查什么：单价、补助标准乘以数量（人数、面积、次数）应等于写明的金额；人均、户均、亩均应等于总数除以个数。
    为什么：按标准发放的资金，错一个数就是多发或少发。
    例：“每户补助700元，共14户，发放补助9,080元”——应为9,800元。
    不查什么：分档发放、部分期间发放等标准不止一个的；“约”“左右”一类的数；只写标准没有写数量的。
    依据：算术。
    """
    yield from recomputed(facts, "NUM108")
