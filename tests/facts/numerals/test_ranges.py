"""Ranges and words that name two neighbours: no value, both ends."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.facts.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit"),
    [
        ("在85%～90%之间", "85%～90%", 85, 90, "%"),
        ("补助3-6万", "3-6万", 30000, 60000, "万"),
        ("1.2万—3万元", "1.2万—3万元", 12000, 30000, "万元"),
        ("浮动2-4%", "2-4%", 2, 4, "%"),
        ("2~3个月", "2~3个月", 2, 3, "个月"),
        ("三到五年", "三到五年", 3, 5, "年"),
        ("十八至三十万元", "十八至三十万元", 180000, 300000, "万元"),
        ("1.5-2倍", "1.5-2倍", Fraction(3, 2), 2, "倍"),
        ("80（含）-90分", "80（含）-90分", 80, 90, "分"),
        ("70-80（不含80）分", "70-80（不含80）分", 70, 80, "分"),
        ("两三百人", "两三百人", 200, 300, "人"),
        ("十五六所", "十五六所", 15, 16, "所"),
        ("三五个", "三五个", 3, 5, "个"),
        ("十几处", "十几处", 11, 19, "处"),
        ("几百人", "几百人", 100, 1000, "人"),
        ("百分之三十至四十", "百分之三十至四十", 30, 40, "%"),
    ],
)
def test_ranges(text: str, quote: str, low: int, high: int, unit: str) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.text, numeral.value, numeral.unit) == (quote, None, unit)
    assert (numeral.interval.low, numeral.interval.high) == (low, high)


def test_an_excluded_end_is_open() -> None:
    (numeral,) = find_numerals("80-90(不含90)为良")
    assert (numeral.interval.low_closed, numeral.interval.high_closed) == (True, False)


def test_a_change_from_one_value_to_another_is_no_range() -> None:
    assert [n.text for n in find_numerals("由5%到8%")] == ["5%", "8%"]


def test_falling_ends_are_two_numbers() -> None:
    assert len(find_numerals("9%-4%")) == 2
