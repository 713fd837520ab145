from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.arithmetic.decimals import base_units, mantissa
from reportlint.result import Text
from reportlint.writers import EXTRACTIONS, View, writer
from reportlint.writers.extraction import no_extraction


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(12), 0, "12"),
        (Fraction("12.50"), 2, "12.50"),
        (Fraction("-9325.96"), 2, "-9325.96"),
        (Fraction(2, 3), 0, "2/3"),
        (Fraction(0), 2, "0.00"),
        (Fraction("-0.05"), 2, "-0.05"),
        (Fraction(3286618082), 2, "3286618082.00"),
        (Fraction("0.125"), 1, "0.125"),
        (None, 2, None),
    ],
)
def test_a_mantissa_keeps_its_printed_decimals(
    value: Fraction | None, decimals: int, text: str | None
) -> None:
    assert mantissa(value, decimals) == text


@given(st.fractions())
def test_strings_are_exact(value: Fraction) -> None:
    text = base_units(value)
    assert text is not None
    assert Fraction(text) == value
    assert "e" not in text.lower()
    assert text == "0" or not text.startswith("-0/")


@pytest.mark.parametrize("name", list(EXTRACTIONS))
def test_an_unreadable_file_says_why_in_the_text(name: str) -> None:
    format = writer(EXTRACTIONS, name)
    item = no_extraction("坏\x1b.pdf", Text("文件已损坏。", "damaged"))
    text = format.render([item], View())
    assert "\x1b" not in text
    assert ("文件已损坏。" in text) == (name == "text")
    assert "坏" in format.index([("x", item)], View(lang="en"))
