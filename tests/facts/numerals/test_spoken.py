"""Numbers in Chinese characters."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.facts.numerals.everywhere import find_numbers
from reportlint.facts.numerals.spoken import decimal_value, neighbours, spoken_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("一十二", 12),
        ("廿六", 26),
        ("二〇二四", 2024),
        ("一百零三", 103),
        ("两千六", 2600),
        ("十三万五", 135000),
        ("一千零一十万零二百", 10100200),
        ("三万亿", 3 * 10**12),
        ("壹佰贰拾叁万肆仟", 1234000),
        ("一万零百一十一", 10111),
        ("7万5千4百", 75400),
        ("200亿零四千230", 20000004230),
    ],
)
def test_values(words: str, value: int) -> None:
    assert spoken_value(words) == value


@pytest.mark.parametrize("words", ["十一十二", "百千", "一二十三百", "十1百2", "1.5万3千", "三元"])
def test_malformed_words_have_no_value(words: str) -> None:
    assert spoken_value(words) is None


def test_spoken_decimals() -> None:
    assert decimal_value("九十九点三五") == (Fraction(9935, 100), 2)
    assert decimal_value("一点五万") == (15000, 1)
    assert decimal_value("三点") is None


@pytest.mark.parametrize(
    ("words", "ends"),
    [("三四百", (300, 400)), ("十五六", (15, 16)), ("七百三四十", (730, 740)), ("三八", None)],
)
def test_neighbours(words: str, ends: tuple[int, int] | None) -> None:
    assert neighbours(words) == ends


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三的另一种写法是叁", [("三", 3), ("一", 1), ("叁", 3)]),
        ("走了一万 八千步", [("一万 八千", 18000)]),
        ("收拾队伍远离大陆", []),
        (
            "负3.5k、2e3和二又四分之一",
            [("负3.5k", -3500), ("2e3", 2000), ("二又四分之一", Fraction(9, 4))],
        ),
        ("六打", [("六打", 72)]),
    ],
)
def test_the_loose_mode_reads_every_number(text: str, found: list[tuple[str, Fraction]]) -> None:
    assert [(text[n.start : n.end], n.value) for n in find_numbers(text)] == found
