"""NUM114: table-total."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM114",
    "table-total",
    severity="error",
    title_en="A table total differs from its cells.",
)
def table_total(facts: Facts) -> Iterator[Flag]:
    """表中合计与各项之和不符。

    查什么：表格中的合计、小计、总计行（列），类、款、项各级科目，收支两侧的总计，“其中”行。
    为什么：表格是全文数字的来源，合计错了，正文往往跟着错。
    例：合计行写 100.00，而各行相加为 110.00。
    不查什么：没有列全的“其中”行；各格四舍五入造成的尾差（归 NUM119）；看不出层次的表。
    依据：算术。
    """
    yield from recomputed(facts, "NUM114")
