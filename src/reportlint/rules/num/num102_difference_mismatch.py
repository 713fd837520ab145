"""NUM102: difference-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM102",
    "difference-mismatch",
    severity="error",
    title_en="A stated balance, surplus or change differs from the difference of its figures.",
)
def difference_mismatch(facts: Facts) -> Iterator[Flag]:
    """差额与两数之差不符。

    查什么：结转结余、增减额、节约额、差值与其被减数、减数。
    为什么：差额最常在改动其中一数后忘记同步。
    例：“预算500万元，支出480万元，结余30万元”——应为20万元。
    不查什么：不写正负号的差值；收回、核销等另有说明的结余；尾差（归 NUM119）。
    依据：算术。
    """
    yield from recomputed(facts, "NUM102")
