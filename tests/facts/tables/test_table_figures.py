"""Figures of cells: value, unit, kind, period, and what is no figure."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from reportlint.facts.model import FigureKind

Read = Callable[..., Any]


def test_amounts_take_the_unit_of_the_table(read: Read) -> None:
    figure = read("项目|决算数\n办公费|12.30", "单位：万元").figure(1, 1)
    assert (figure.unit, figure.value, figure.place) == ("万元", 123000, 100)
    assert (figure.numeral.kind, figure.numeral.unit) == (FigureKind.AMOUNT, "")
    assert figure.numeral.interval.low == 122950


def test_nearer_units_win(read: Read) -> None:
    found = read("项目|预算（元）|支出\n甲|1,200.00|0.15万元\n乙（千元）|3|4", "单位：万元")
    assert found.figure(1, 1).value == 1200
    assert found.figure(1, 2).value == 1500
    assert found.figure(2, 2).value == 4000


def test_unit_column(read: Read) -> None:
    text = "指标|计量单位|计划数|完成数\n修路|公里|12.5|12.0\n投资|万元|300|310"
    found = read(text)
    assert found.figure(1, 2).unit == "公里"
    assert found.figure(2, 3).value == 3100000


def test_counts_and_rates_take_no_unit_of_money(read: Read) -> None:
    found = read("项目|人数|执行率|金额\n甲|12|98.5|3.00", "单位：万元")
    assert found.figure(1, 1).unit == "人"
    assert found.figure(1, 2).numeral.kind is FigureKind.PERCENT
    assert found.figure(1, 3).value == 30000


def test_the_name_of_a_column_implies_a_measure_word(read: Read) -> None:
    found = read("市县|任务户数|缺编|补助\n甲|12|3|2.20\n乙|14|0|3.10", "单位：万元、户")
    units = [found.figure(1, column).unit for column in range(1, 4)]
    assert units == ["户", "人", "万元"]


def test_a_measure_word_is_implied_for_whole_numbers_only(read: Read) -> None:
    assert read("市县|参保人数\n甲|1.25\n乙|3.40").figure(1, 1).unit == ""


def test_fractions_under_a_rate_are_left_alone(read: Read) -> None:
    assert read("项目|执行率\n甲|0.98\n乙|1").figure(1, 1).numeral.kind is FigureKind.OTHER


def test_scores_are_scores(read: Read) -> None:
    figure = read("指标|分值|得分\n甲|10|9.5\n乙|20|18").figure(1, 1)
    assert (figure.numeral.kind, figure.place, figure.unit) == (FigureKind.SCORE, 0, "分")


@pytest.mark.parametrize("text", ["", "—", "/", "-", "--", "*", "无", "详见附件", "第3项", "附件1"])
def test_what_is_no_figure(read: Read, text: str) -> None:
    found = read(f"项目|决算数\n甲|{text}\n乙|5.00")
    assert set(found.facts.figures) == {(2, 1)}


def test_a_zero_is_a_figure(read: Read) -> None:
    assert read("项目|决算数\n甲|0.00\n乙|5.00").figure(1, 1).value == 0


def test_brackets_are_negative(read: Read) -> None:
    assert read("项目|变动\n甲|(2.50)\n乙|1.00").figure(1, 1).value == Fraction(-5, 2)


def test_codes_numbers_and_years_are_no_figures(read: Read) -> None:
    text = "年份|科目编码|序号|金额\n2022|2050101|1|5.0\n2023|2050102|2|6.0\n2024|2050103|3|7.0"
    assert {c for _, c in read(text).facts.figures} == {3}


@pytest.mark.parametrize(
    ("header", "period"),
    [("2022年决算数", "2022"), ("上年数", "2023"), ("本年数", "2024"), ("金额", "2024")],
)
def test_periods(read: Read, header: str, period: str) -> None:
    assert read(f"项目|{header}\n甲|1.00").figure(1, 1).period == period


def test_the_year_of_the_title_is_the_year_of_the_table(read: Read) -> None:
    found = read("项目|本年数|上年数\n甲|1.00|2.00", "2021年度收支情况表")
    assert (found.figure(1, 1).period, found.figure(1, 2).period) == ("2021", "2020")


def test_no_year_no_period(read: Read) -> None:
    assert read("项目|金额\n甲|1.00", year=None).figure(1, 1).period == ""


def test_a_merged_cell_is_one_figure(read: Read) -> None:
    found = read("项目|明细|金额\n甲|子|9.00\n^|丑|^\n合计|<|9.00")
    assert set(found.facts.figures) == {(1, 2), (3, 2)}


def test_ids_name_the_place(read: Read) -> None:
    found = read("项目|金额\n甲|1.00", "标题", "单位：元")
    assert set(found.figures) == {"t2.1.1"}
    assert found.figures["t2.1.1"].where == ("标题", "甲", "金额")


def test_telephone_numbers_are_no_figures(read: Read) -> None:
    text = """
项目名称|某工程|联系电话|13800001234
项目|编号|金额|
甲|20240017|5.00|
乙|20240018|6.00|
"""
    assert {f.numeral.text for f in read(text).figures.values()} == {"5.00", "6.00"}
