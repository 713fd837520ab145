"""The lexicons of wording: what is in them holds together, what is broken is said in one line."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportlint.lexicon import patterns
from reportlint.lexicon.empty_problems import empty_forms
from reportlint.lexicon.fields import field_titles
from reportlint.lexicon.grades import known_scales
from reportlint.lexicon.headings import open_ending
from reportlint.lexicon.judgements import judged_measures
from reportlint.lexicon.patterns import plain_typo, word_patterns
from reportlint.lexicon.points import change_words
from reportlint.lexicon.shortfalls import shortfall_names
from reportlint.lexicon.terms import LexiconError


@pytest.mark.parametrize(
    "name",
    [
        "residue",
        "placeholders",
        "typos",
        "range_units",
        "double_hedges",
        "jiezhi",
        "repeated_words",
        "multiple_falls",
        "signs",
    ],
)
def test_patterns_load_and_say_what_they_are(name: str) -> None:
    found = word_patterns(name)
    assert found
    assert all(p.zh and p.en for p in found)


def test_every_typo_has_its_correction() -> None:
    assert all(p.right for p in word_patterns("typos"))


def test_no_typo_is_found_in_its_own_correction() -> None:
    for pattern in word_patterns("typos"):
        if "\\g" not in pattern.right:
            assert not list(pattern.spans(pattern.right))


def test_a_correction_takes_over_what_was_matched() -> None:
    typo = next(p for p in word_patterns("typos") if p.id == "绩管理")
    assert typo.correction("绩管理", "加强绩管理") == "绩效管理"
    assert plain_typo("帐本", "账本").correction("帐本", "帐本") == "账本"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"pattern": [{"id": "a", "regex": "(", "zh": "", "en": ""}]}, "a: regex"),
        ({"pattern": [{"id": "a", "zh": "", "en": ""}]}, "a: regex is missing"),
        (
            {"pattern": [{"id": "a", "regex": "x", "zh": "", "en": "", "colour": 1}]},
            "unknown key colour",
        ),
        (
            {"pattern": [{"id": "a", "regex": "x", "zh": "", "en": "", "scope": "moon"}]},
            "scope: expected one of",
        ),
        (
            {"pattern": [{"id": "a", "regex": r, "zh": "", "en": ""} for r in "xy"]},
            "id used twice: a",
        ),
    ],
)
def test_a_broken_entry_is_said(
    monkeypatch: pytest.MonkeyPatch, data: dict[str, object], said: str
) -> None:
    monkeypatch.setattr(patterns, "read_toml", lambda _: data)
    word_patterns.cache_clear()
    with pytest.raises(LexiconError, match=said):
        word_patterns("mine")
    word_patterns.cache_clear()


def test_the_other_lexicons_load() -> None:
    assert empty_forms().none.match("无")
    assert set(field_titles()) == {"problems", "measures"}
    assert {m.limit for m in judged_measures()} >= {"good_deviation", "good_execution"}
    assert set(shortfall_names()) == {"score", "deduction", "execution", "unspent"}
    assert change_words().change.search("提高2%")


def test_scales_fall_from_the_best_and_leave_no_gap() -> None:
    for scale in known_scales():
        assert scale[0].high is None
        assert all(below.high == above.low for above, below in pairwise(scale))


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("加强预算执行的", "的"),
        ("存在的问题和", "和"),
        ("财务以及", "以及"),
        ("评价目的", ""),
        ("公众参与", ""),
        ("存在", ""),
        ("预算执行情况", ""),
    ],
)
def test_words_that_cannot_end_a_heading(title: str, word: str) -> None:
    assert open_ending(title) == word


@pytest.mark.parametrize(
    ("title", "problems", "measures"),
    [
        ("存在的问题及原因分析", True, False),
        ("存在的主要问题", True, False),
        ("主要经验及做法、存在的问题和建议", True, True),
        ("偏离绩效目标的原因和下一步改进措施", True, True),
        ("问题与改进", True, True),
        ("措施建议", False, True),
        ("下一步工作计划", False, True),
        ("上年度绩效自评整改情况", False, False),
        ("其他需要说明的问题", False, False),
        ("解决群众用水问题", False, False),
        ("主要措施及成效", False, False),
        ("预算管理情况", False, False),
    ],
)
def test_titles_of_fields(title: str, problems: bool, measures: bool) -> None:
    titles = field_titles()
    assert titles["problems"].titles(title) is problems
    assert titles["measures"].titles(title) is measures


@pytest.mark.parametrize(
    ("label", "fits"),
    [
        ("存在问题", True),
        ("存在的主要问题及原因分析：", True),
        ("三、存在的问题", True),
        ("存在问题（200字以内）", True),
        ("问题清单", False),
        ("解决的主要问题是缺水", False),
    ],
)
def test_labels_of_problem_cells(label: str, fits: bool) -> None:
    assert field_titles()["problems"].labels(label) is fits
