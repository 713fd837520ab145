"""Words that blur or bound a number: part of its text, and the interval they mean."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.facts.model import Hedge
from reportlint.facts.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "quote", "hedge", "low", "high"),
    [
        ("约36万元", "约36万元", Hedge.ABOUT, 355000, 365000),
        ("80元左右", "80元左右", Hedge.ABOUT, 75, 85),
        ("近500人参加", "近500人", Hedge.ALMOST, 400, 500),
        ("共1,500余个", "1,500余个", Hedge.OVER, 1500, 1600),
        ("六百多户", "六百多户", Hedge.OVER, 600, 700),
        ("2300万余元", "2300万余元", Hedge.OVER, 23000000, 24000000),
        ("百余家企业", "百余家", Hedge.OVER, 100, 200),
        ("约十多人", "约十多人", Hedge.OVER, 10, 20),
        ("超过75%", "超过75%", Hedge.GREATER, 75, None),
        ("不低于９０％", "不低于９０％", Hedge.AT_LEAST, 90, None),
        ("≧ 95 %", "≧ 95 %", Hedge.AT_LEAST, 95, None),
        ("80%以上", "80%以上", Hedge.AT_LEAST, 80, None),
        ("50万元（含）以上", "50万元（含）以上", Hedge.AT_LEAST, 500000, None),
        ("控制成本1200元以内", "1200元以内", Hedge.AT_MOST, None, 1200),
        ("不超过5个工作日", "不超过5个工作日", Hedge.AT_MOST, None, 5),
        ("不足3公里", "不足3公里", Hedge.LESS, None, 3000),
        ("低于60分", "低于60分", Hedge.LESS, None, 60),
        ("60以下为差", "60以下", Hedge.AT_MOST, None, 60),
    ],
)
def test_hedges(text: str, quote: str, hedge: Hedge, low: int | None, high: int | None) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.text == quote
    assert numeral.hedge is hedge
    assert (numeral.interval.low, numeral.interval.high) == (low, high)
    assert not numeral.exact


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("节约18万元", "18万元"),
        ("近3年投入", "3年"),
        ("在附近6个村", "6个"),
        ("违约金2万元", "2万元"),
        ("12间上下游厂房", "12间"),
    ],
)
def test_parts_of_other_words_hedge_nothing(text: str, quote: str) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.text, numeral.hedge) == (quote, None)


def test_about_blurs_across_one_verb_and_stays_outside_the_quote() -> None:
    (numeral,) = find_numerals("约占30%")
    assert (numeral.text, numeral.hedge) == ("30%", Hedge.ABOUT)
    assert (numeral.interval.low, numeral.interval.high) == (25, 35)


@pytest.mark.parametrize(
    ("text", "low", "high", "low_closed", "high_closed"),
    [
        ("为12.50万元", "124950", "125050", True, False),
        ("为-12.50万元", "-125050", "-124950", False, True),
        ("为0.0%", "-0.05", "0.05", False, False),
    ],
)
def test_plain_numbers_mean_what_rounds_half_up_to_them(
    text: str, low: str, high: str, low_closed: bool, high_closed: bool
) -> None:
    (numeral,) = find_numerals(text)
    interval = numeral.interval
    assert (interval.low, interval.high) == (Fraction(low), Fraction(high))
    assert (interval.low_closed, interval.high_closed) == (low_closed, high_closed)
