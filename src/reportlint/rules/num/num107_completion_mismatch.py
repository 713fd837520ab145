"""NUM107: completion-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM107",
    "completion-mismatch",
    severity="error",
    title_en="A completion rate differs from actual ÷ target.",
)
def completion_mismatch(facts: Facts) -> Iterator[Flag]:
    """完成率与实际完成、目标值不符。

    查什么：绩效指标的完成率按写明的目标值（计划数、任务数）和实际完成值重算。
    为什么：完成率决定指标得分；只有一半的任务却写成全部完成，评价就失真。
    例：“计划改造小区46个，完成43个，完成率95.48%”——应为93.48%。
    不查什么：没有写明目标值的；目标为区间、“不低于”一类的；资金的执行率（归 NUM103）。
    依据：算术。
    """
    yield from recomputed(facts, "NUM107")
