"""CON204: wrong-denominator-label."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "CON204",
    "wrong-denominator-label",
    severity="error",
    title_en="The rate fits another denominator than the one named.",
    basis=OWN_WORDS,
)
def wrong_denominator_label(facts: Facts) -> Iterator[Flag]:
    """比率实为以另一数为分母。

    查什么：按写明的分母重算不符，而恰好只有另一个数作分母时相符的比率。
    为什么：算得对而说法错：读者会误解口径。
    例：“年初预算800万元，全年预算1000万元，支出900万元，完成年初预算的90%”——实为全年预算的90%。
    不查什么：没有写明分母的；有几个分母都相符的（口径不明，只记入台账）。
    依据：报告自身表述。
    """
    yield from recomputed(facts, "CON204")
