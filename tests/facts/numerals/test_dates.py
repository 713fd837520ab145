"""Dates and periods."""

from __future__ import annotations

import pytest

from reportlint.facts.model import FigureKind
from reportlint.facts.numerals import find_numerals

DATE, PERIOD = FigureKind.DATE, FigureKind.PERIOD


@pytest.mark.parametrize(
    ("text", "quote", "kind", "low", "high"),
    [
        ("2024年完成", "2024年", PERIOD, 2024, 2024),
        ("2024 年度部门决算", "2024 年度", PERIOD, 2024, 2024),
        ("二〇二三年", "二〇二三年", PERIOD, 2023, 2023),
        ("2022—2024年", "2022—2024年", PERIOD, 2022, 2024),
        ("2023年至2025年", "2023年至2025年", PERIOD, 2023, 2025),
        ("截至2024年12月31日止", "2024年12月31日", DATE, 2024, 2024),
        ("2024年3月起", "2024年3月", DATE, 2024, 2024),
        ("2024.6.30前", "2024.6.30", DATE, 2024, 2024),
        ("2024-06-30前", "2024-06-30", DATE, 2024, 2024),
        ("2024年1-10月", "2024年1-10月", PERIOD, 2024, 2024),
        ("1—6月", "1—6月", PERIOD, 1, 6),
        ("3月1日至11月30日", "3月1日至11月30日", PERIOD, 3, 11),
        ("9月份", "9月份", DATE, 9, 9),
        ("2024年第三季度", "2024年第三季度", PERIOD, 2024, 2024),
        ("前三季度", "前三季度", PERIOD, 3, 3),
        ("2024年上半年", "2024年上半年", PERIOD, 2024, 2024),
        ("“十四五”期间", "“十四五”期间", PERIOD, 2021, 2025),
        ("2023-2024学年", "2023-2024学年", PERIOD, 2023, 2024),
    ],
)
def test_dates(text: str, quote: str, kind: FigureKind, low: int, high: int) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.text, numeral.kind) == (quote, kind)
    assert (numeral.interval.low, numeral.interval.high) == (low, high)


def test_a_year_has_its_value() -> None:
    (numeral,) = find_numerals("2024年度")
    assert (numeral.value, numeral.unit) == (2024, "年度")


def test_durations_are_no_dates() -> None:
    found = find_numerals("连续11年，发放12个月，30日内")
    assert [(n.text, n.kind) for n in found][:2] == [
        ("11年", FigureKind.OTHER),
        ("12个月", FigureKind.OTHER),
    ]
