"""Numbers that fill a table cell."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.facts.model import FigureKind, Hedge
from reportlint.facts.numerals import parse_number, read_cell


@pytest.mark.parametrize(
    ("text", "value", "unit", "decimals"),
    [
        ("2,480,116.35", "2480116.35", "", 2),
        ("（7,410.20）", "-7410.20", "", 2),
        ("-0.5", "-0.5", "", 1),
        ("０．９７", "0.97", "", 2),
        ("0", "0", "", 0),
        ("0.00", "0", "", 2),
        ("12.5%", "12.5", "%", 1),
        (" 96 分 ", "96", "分", 0),
        ("1.2万元", "1.2", "万元", 1),
        ("35个", "35", "个", 0),
        ("1 806.50", "1806.50", "", 2),
        ("582,1\n06.30", "582106.30", "", 2),
        ("9416.\n02", "9416.02", "", 2),
        ("=100%", "100", "%", 0),
    ],
)
def test_cells(text: str, value: str, unit: str, decimals: int) -> None:
    numeral = read_cell(text)
    assert numeral is not None
    assert (numeral.value, numeral.unit, numeral.decimals) == (Fraction(value), unit, decimals)
    assert numeral.text == text.strip() == text[numeral.start : numeral.end]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "—",
        "-",
        "/",
        "／",
        "*",
        "无",
        "教育支出",
        "12\n3",
        "120\n340",
        "5.20\n3",
        "9" * 5000,
    ],
)
def test_no_number(text: str) -> None:
    assert read_cell(text) is None
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("≥95%", Hedge.AT_LEAST),
        ("<5", Hedge.LESS),
        ("80%以上", Hedge.AT_LEAST),
        ("≤ 3", Hedge.AT_MOST),
    ],
)
def test_comparators(text: str, hedge: Hedge) -> None:
    numeral = read_cell(text)
    assert numeral is not None
    assert numeral.hedge is hedge


def test_a_bare_cell_is_rounded_and_unitless() -> None:
    numeral = read_cell("318")
    assert numeral is not None
    assert (numeral.kind, numeral.exact) == (FigureKind.OTHER, False)
    assert numeral.interval.low == Fraction(635, 2)


def test_parse_number_is_in_base_units() -> None:
    assert parse_number("1.2万元") == 12000
    assert parse_number("99.35%") == Fraction(9935, 100)
    assert parse_number("90%-95%") is None
