"""Two engines, one meaning."""

from __future__ import annotations

import re

import pytest
import regex

from reportlint.lexicon.compiling import compiled


@pytest.mark.parametrize("pattern", ["支出|收入", "(?P<at>无)问题?", "[一二三]+、", "(?<=共)计"])
def test_plain_patterns_take_the_engine_that_compiles_faster(pattern: str) -> None:
    assert isinstance(compiled(pattern), re.Pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"\p{Han}+", r"(?<at>无)", r"(?<=支出|收)计", r"\w+", r"\b1", "[[一二]--二]", r"第\d++条\K款"],
)
def test_patterns_that_only_regex_knows_or_reads_otherwise_go_to_it(pattern: str) -> None:
    assert isinstance(compiled(pattern), regex.Pattern)


def test_a_circled_number_is_what_regex_says_it_is() -> None:
    assert compiled(r"\w").search("①") is None


def test_letters_of_either_case() -> None:
    assert compiled("word", ignore_case=True).search("WORD") is not None


def test_a_broken_pattern_is_an_error_of_regex() -> None:
    with pytest.raises(regex.error):
        compiled("(?:无")
