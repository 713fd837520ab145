"""A slice of the injection benchmark: no false error, and not worse than it was."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from reportlint.config import Config
from reportlint.evaluation import open_corpus
from reportlint.evaluation.injection.evaluation import load
from reportlint.evaluation.injection.items import Item
from reportlint.evaluation.injection.scoring import Score, errors, flags_of, score

CORPUS = Path(__file__).resolve().parents[3] / "corpora" / "injection"
SLICE = {"documents": 24, "per_document": 5, "pairs": 0}
WORDS = {"row-labels", "column-labels", "points", "turn"}
"""Slips in words, which are counted but have no floor yet."""


@cache
def items() -> tuple[Item, ...]:
    return tuple(load(open_corpus(CORPUS, SLICE)))


@cache
def scores() -> tuple[Score, ...]:
    spoilt = [i for i in items() if i.injections]
    return tuple(s for i in spoilt for s in score(i, Config()) if s.injection.detectable)


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_no_error_in_a_true_report() -> None:
    clean = [i for i in items() if not i.injections]
    assert len(clean) == SLICE["documents"]
    assert {i.id: [f.message.zh for f in errors(flags_of(i, Config()))] for i in clean} == {
        i.id: [] for i in clean
    }


def test_slips_in_figures_are_found() -> None:
    figures = [s for s in scores() if s.injection.kind not in WORDS]
    tables = [s for s in figures if s.item.report.form == "table"]
    assert share([s.detected for s in figures]) >= 0.75
    assert share([s.detected for s in tables]) >= 0.9


def test_the_wrong_figure_is_among_those_shown() -> None:
    found = [s for s in scores() if s.detected and s.injection.figures]
    assert share([s.shown for s in found]) >= 0.97


def test_tables_name_the_wrong_figure() -> None:
    tables = [s for s in scores() if s.item.report.form == "table"]
    related = [s for s in tables if s.injection.figures and s.injection.relations >= 2]
    assert share([s.named for s in related]) >= 0.8
    assert share([s.corrected for s in related if s.named]) >= 0.85


def test_the_seed_decides_everything() -> None:
    again = list(load(open_corpus(CORPUS, SLICE)))
    assert [i.text for i in again] == [i.text for i in items()]


def test_another_seed_gives_other_reports() -> None:
    other = next(iter(load(open_corpus(CORPUS, {**SLICE, "seed": 5}))))
    assert other.text != items()[0].text


def test_all_roundings_and_many_kinds_of_slip_occur() -> None:
    assert {i.report.rounding for i in items()} == {"half-up", "half-even", "truncation"}
    kinds = Counter(s.kind for i in items() for s in i.injections)
    assert len(kinds) >= 15


def test_edits_stand_where_the_scores_look() -> None:
    for item in items():
        for injection in item.injections:
            for edit in injection.edits:
                start, end = item.span(edit.start, edit.end)
                assert item.text[start:end] == edit.words
