"""NUM110: part-exceeds-whole."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM110",
    "part-exceeds-whole",
    severity="error",
    title_en="Parts exceed their whole.",
)
def part_exceeds_whole(facts: Facts) -> Iterator[Flag]:
    """分项之和超过总数。

    查什么：“其中”所列的各项（无论是否列全），相加不应大于总数。
    为什么：部分大于总体必有一处写错。
    例：“接待12批次，其中外事接待15批次”。
    不查什么：“其中”之内再分“其中”的下级项目；允许重复计算的人次、指标。
    依据：算术。
    """
    yield from recomputed(facts, "NUM110")
