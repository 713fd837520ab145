"""Input made to break: long, repetitive, malformed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.facts.numerals import find_numerals, parse_number
from reportlint.facts.numerals.everywhere import find_numbers

ALPHABET = (
    "0123456789一二十百千万亿零两几半点分之成折%‰元角个人年月日-—～至.,，:()（） \n"
    "第约近不低于以上余负±¥k\u200b１"
)


@pytest.mark.parametrize(
    "pattern",
    [
        "9",
        "一",
        "1,234",
        "1 ",
        "1.2.",
        "，",
        "5-",
        "一分之",
        "1\u200b2",
        "1:",
        "(1",
        "1万2",
        "数十",
        "1%-",
        "￥",
    ],
)
def test_long_repetitions_end(pattern: str) -> None:
    text = pattern * (30000 // len(pattern))
    for numeral in find_numerals(text):
        assert numeral.text == text[numeral.start : numeral.end]


def test_a_number_of_a_hundred_thousand_digits_is_no_figure() -> None:
    text = "共" + "7" * 100_000 + "元，另有3元"
    assert [n.text for n in find_numerals(text)] == ["3元"]
    assert parse_number("7" * 100_000) is None


def test_a_line_of_a_million_characters() -> None:
    text = "资" * 500_000 + "金12万元" + "款" * 499_995
    assert [(n.start, n.text) for n in find_numerals(text)] == [(500_001, "12万元")]


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=40))
def test_any_text_is_read_in_order(text: str) -> None:
    for found in (find_numerals(text), find_numbers(text)):
        at = 0
        for item in found:
            assert at <= item.start < item.end <= len(text)
            at = item.end
