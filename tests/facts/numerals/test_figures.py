"""Numbers that state something: span, value, unit, kind and what the words around them mean."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.facts.model import FigureKind, Numeral
from reportlint.facts.numerals import find_numerals


def only(text: str) -> Numeral:
    found = find_numerals(text)
    assert len(found) == 1, [n.text for n in found]
    numeral = found[0]
    assert numeral.text == text[numeral.start : numeral.end]
    return numeral


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "scale"),
    [
        ("本年安排5,206,318.40元。", "5,206,318.40元", "5206318.40", "元", 1),
        ("到位3，207.15万元", "3，207.15万元", "3207.15", "万元", 10**4),
        ("共计２６．５亿元", "２６．５亿元", "26.5", "亿元", 10**8),
        ("支付 318 042.90 元整", "318 042.90 元整", "318042.90", "元", 1),
        ("拨付三千万元给区县", "三千万元", "3000", "万元", 10**4),
        ("大写：叁拾伍万陆仟元整", "叁拾伍万陆仟元整", "356000", "元", 1),
        ("一亿2300万元", "一亿2300万元", "12300", "万元", 10**4),
        ("每户七元五角", "七元五角", "7.5", "元", 1),
        ("下达29.6万，", "29.6万", "29.6", "万", 10**4),
        ("结余（1,204.70）万元", "（1,204.70）万元", "-1204.70", "万元", 10**4),
        ("净增加额-318.2万元", "-318.2万元", "-318.2", "万元", 10**4),
        ("按260元/辆补助", "260元/辆", "260", "元/辆", 1),
    ],
)
def test_amounts(text: str, quote: str, value: str, unit: str, scale: int) -> None:
    numeral = only(text)
    assert numeral.kind is FigureKind.AMOUNT
    assert (numeral.text, numeral.unit, numeral.scale) == (quote, unit, scale)
    assert numeral.value == Fraction(value)
