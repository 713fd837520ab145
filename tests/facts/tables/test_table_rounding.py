"""No rendering of true figures makes a table wrong, and no table makes the reader fail."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from true_tables import true_table

MODES = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])
CENTS = st.integers(0, 10**9)


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.tuples(CENTS, CENTS, CENTS), min_size=2, max_size=9),
    MODES,
    st.integers(0, 4),
    st.booleans(),
)
def test_rounded_tables_are_right(
    read: Callable[..., Any],
    items: list[tuple[int, int, int]],
    mode: str,
    decimals: int,
    blank: bool,
) -> None:
    def shown(cents: int) -> str:
        if blank and not cents:
            return ""
        step = Decimal(1).scaleb(-decimals)
        return f"{(Decimal(cents) / 1000000).quantize(step, rounding=mode):,}"

    def line(name: str, values: tuple[int, ...]) -> str:
        return "|".join([name, *map(shown, (sum(values), *values)), _rate(values, mode)])

    totals = tuple(map(sum, zip(*items, strict=True)))
    rows = [line(f"{'甲乙丙丁戊己庚辛壬'[n]}项", values) for n, values in enumerate(items)]
    head = "项目|支出合计|基本支出|项目支出|经营支出|占比"
    text = "\n".join([head, *rows, line("合计", totals)])
    assert read(text, "单位：万元").wrong() == set()


def _rate(values: tuple[int, ...], mode: str) -> str:
    whole = sum(values)
    if not whole:
        return ""
    return f"{(Decimal(100 * values[0]) / whole).quantize(Decimal('0.01'), rounding=mode)}%"


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.randoms(use_true_random=False))
def test_true_tables_of_any_layout_are_right(read: Callable[..., Any], rng: random.Random) -> None:
    text, above = true_table(rng)
    assert read(text, above).wrong() == set(), text


def test_many_seeded_tables_are_right(read: Callable[..., Any]) -> None:
    for seed in range(int(os.environ.get("REPORTLINT_CASES", "10000")) // 40):
        text, above = true_table(random.Random(seed))
        assert read(text, above).wrong() == set(), (seed, text)


WORDS = st.sampled_from(
    [
        "",
        "—",
        "合计",
        "小计",
        "总计",
        "其中：甲",
        "一、",
        "（一）乙",
        "1.",
        "201",
        "20101",
        "类",
        "款",
        "项",
        "12.50",
        "100%",
        "-3",
        "(4.5)",
        "3=1+2",
        "1",
        "2",
        "栏次",
        "分值",
        "得分",
        "年度资金总额",
        "执行率（B/A）",
        "预算数（A）",
        "决算数（B）",
        "占比",
        "增减率",
        "2024年",
        "单位：万元",
        "约5",
        "≥3",
        "序号",
        "项目",
        "年初数",
        "本年增加",
        "年末数",
        "总分",
        "公用经费合计",
        "基本支出",
        "人员经费",
        "公用经费",
        "单价",
        "数量（台）",
        "其中：",
        "联系电话",
    ]
)


@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(WORDS, min_size=5, max_size=5), min_size=1, max_size=8))
def test_any_table_can_be_read(read: Callable[..., Any], rows: list[list[str]]) -> None:
    found = read("\n".join("|".join(row) for row in rows))
    names = [c.id for c in found.claims]
    assert len(set(names)) == len(names)
    assert all(set(c.relation.figures) <= set(found.figures) for c in found.claims)
