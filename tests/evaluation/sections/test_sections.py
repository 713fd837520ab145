"""Missing sections over all profiles, with headings in every manner."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportlint.config import Config
from reportlint.evaluation import evaluate, open_corpus
from reportlint.evaluation.corpus import CorpusError
from reportlint.evaluation.sections.evaluation import Score, measures, scores_of
from reportlint.evaluation.sections.generation import MANNERS, skeletons
from reportlint.evaluation.sections.model import load
from reportlint.evaluation.sections.numbering import label
from reportlint.profiles import load_profiles

CORPUS = Path(__file__).resolve().parents[3] / "corpora" / "sections"
SLICE = {"documents": 180}
BAR = 0.98
ROUTINE = {"plain", "numbers-lost", "half-width", "run-in", "order-changed", "aliases"}


@cache
def scores() -> tuple[Score, ...]:
    return tuple(scores_of(open_corpus(CORPUS, SLICE), Config()))


def test_missing_sections_are_found_and_no_others() -> None:
    precision, _, both = measures(scores())
    assert both >= BAR
    assert precision >= BAR


def test_nothing_is_missed_where_only_the_form_of_headings_varies() -> None:
    routine = [s for s in scores() if s.skeleton.manner in ROUTINE]
    assert [(s.skeleton.id, s.false, s.missed) for s in routine if s.false or s.missed] == []
    assert measures(routine) == (1.0, 1.0, 1.0)


def test_every_profile_and_manner_takes_part() -> None:
    seen = {(s.skeleton.profile, s.skeleton.manner) for s in scores()}
    outlines = load(CORPUS, open_corpus(CORPUS).settings).prose.titles
    assert len(outlines) >= 10
    assert all(load_profiles()[name].sections for name in outlines)
    assert seen == {(name, manner) for name in outlines for manner in MANNERS}


def test_what_is_lacking_is_not_in_the_text() -> None:
    made = list(skeletons(load(CORPUS, open_corpus(CORPUS, {"documents": 20}).settings)))
    assert any(s.lacking for s in made)
    plain = [s for s in made if s.manner == "plain"]
    assert not [t for s in plain for t in s.lacking if f"、{t}\n" in s.text]


def test_the_same_seed_makes_the_same_skeletons() -> None:
    settings = open_corpus(CORPUS, {"documents": 20}).settings
    assert list(skeletons(load(CORPUS, settings))) == list(skeletons(load(CORPUS, settings)))


def test_tables_by_profile_and_manner() -> None:
    found = evaluate(open_corpus(CORPUS, {"documents": 10}))
    kinds, manners = found.tables
    assert kinds.rows[-1][:2] == ("all", "10")
    assert [row[0] for row in manners.rows] == ["plain", "all"]


@pytest.mark.parametrize("change", [{"documents": 0}, {"colour": 1}, {"headings": "none.toml"}])
def test_a_broken_corpus_is_one_line(change: dict[str, object]) -> None:
    with pytest.raises(CorpusError) as raised:
        evaluate(open_corpus(CORPUS, change))
    assert "\n" not in raised.value.text.en


def test_numbers_of_headings() -> None:
    assert [label("chinese", n) for n in (1, 10, 11, 20, 21)] == [
        "一、",
        "十、",
        "十一、",
        "二十、",
        "二十一、",
    ]
    assert label("chinese", 3, 2) == "（二）"
    assert label("decimal", 3, 2) == "3.2 "
    assert label("parts", 2) == "第二部分 "
