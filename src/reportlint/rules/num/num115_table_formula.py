"""NUM115: table-formula."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM115",
    "table-formula",
    severity="error",
    title_en="A formula or rate of a table does not hold.",
)
def table_formula(facts: Facts) -> Iterator[Flag]:
    """表中列明的公式或比率不成立。

    查什么：表头写明的公式（3=1+2、B/A）以及执行率、占比、增减率等列，按同一行（列）的数重算。
    为什么：自评表的执行率、得分直接由此而来。
    例：全年预算数 200、全年执行数 180、执行率 95%——应为 90%。
    不查什么：空格、“—”、“/”等未填的格；分母为零的行；末位之差（归 NUM119）。
    依据：算术。
    """
    yield from recomputed(facts, "NUM115")
