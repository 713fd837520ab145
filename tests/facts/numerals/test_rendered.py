"""Any figure, printed in any of the usual ways, is read back as itself."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.facts.numerals import find_numerals, read_cell

BEFORE = st.sampled_from(
    ["全年安排", "资金共计", "其中：支出", "，到位", "；结余", "（含", "较上年增加"]
)
AFTER = st.sampled_from(["，", "。", "；", "、其他", "）", "用于", "的", "等", ""])
UNITS = st.sampled_from(
    ["万元", "元", "亿元", "万", "%", "个百分点", "套", "所", "人次", "批次", "公里"]
)
COMMAS = st.sampled_from(["", ",", "，"])


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**11 - 1), st.integers(0, 4), COMMAS, st.booleans(), UNITS, BEFORE, AFTER)
def test_figures_in_prose(
    digits: int, decimals: int, comma: str, space: bool, unit: str, before: str, after: str
) -> None:
    value = Fraction(digits, 10**decimals)
    quote = printed(digits, decimals, comma) + (" " if space else "") + unit
    (numeral,) = find_numerals(before + quote + after)
    assert (numeral.text, numeral.unit, numeral.decimals) == (quote, unit, decimals)
    assert numeral.value == value
    assert numeral.start == len(before)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**13), st.integers(0, 6), COMMAS, st.booleans())
def test_figures_in_cells(digits: int, decimals: int, comma: str, bracket: bool) -> None:
    text = printed(digits, decimals, comma)
    numeral = read_cell(f"（{text}）" if bracket else text)
    assert numeral is not None
    assert numeral.value == Fraction(-digits if bracket else digits, 10**decimals)


def printed(digits: int, decimals: int, comma: str) -> str:
    whole, tail = divmod(digits, 10**decimals)
    grouped = f"{whole:,}".replace(",", comma)
    return f"{grouped}.{tail:0{decimals}d}" if decimals else grouped
