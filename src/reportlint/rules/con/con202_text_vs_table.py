"""CON202: text-vs-table."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "CON202",
    "text-vs-table",
    severity="error",
    title_en="Prose and table disagree.",
    basis=OWN_WORDS,
)
def text_vs_table(facts: Facts) -> Iterator[Flag]:
    """文字与表格不一致。

    查什么：正文所述的数与表格中同一项目、同一口径的数。
    为什么：正文照表改写，抄错、漏改都发生在这里。
    例：表中“总计”为2,000.00，正文写“收入支出总计20.00万元”。
    不查什么：口径不同的数（如财政拨款与全部资金）；换算单位后相同的；末位之差（归 NUM119）。
    依据：报告自身表述。
    """
    yield from recomputed(facts, "CON202")
