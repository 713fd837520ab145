"""Hits, misses and false answers of a passage, counted against a program of our making."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reportlint.config import Config
from reportlint.evaluation.annotated.answers import Answer, Answers, answers, facts_of, visible
from reportlint.evaluation.annotated.model import Passage
from reportlint.evaluation.annotated.reading import read_passages
from reportlint.evaluation.annotated.scoring import Score, score
from reportlint.evaluation.annotated.statements import statement

TEXT = """== s1
> 到位资金⟦a:1,200万元⟧，支出⟦b:1,140万元⟧，支出进度⟦r:95%⟧。
a: 到位资金
b: 支出
r: 支出进度
~ ratio r = b / a
"""


def _passage() -> Passage:
    return next(iter(read_passages(TEXT, "s.md")))


def _perfect(passage: Passage) -> Answers:
    before, _ = visible(passage.text)
    figures = tuple(
        Answer(
            m.id,
            before[m.start],
            before[m.end],
            passage.text[m.start : m.end],
            m.value,
            m.unit,
            m.indicators[0],
            None,
        )
        for m in passage.marks
    )
    return Answers(figures, ((statement("~ ratio r = b / a"), True),), ())


def _counts(found: Score, aspect: str) -> dict[str, int]:
    return {k: v for k, v in found.counts.get(aspect, {}).items() if v}


def test_everything_right() -> None:
    found = score(_passage(), _perfect(_passage()))
    assert _counts(found, "figures") == {"hit": 3}
    assert _counts(found, "indicators") == {"hit": 3}
    assert _counts(found, "ratio") == {"hit": 1}
    assert found.perfect
    assert not found.misses


def test_a_wrong_value_is_missed_and_false() -> None:
    said = _perfect(_passage())
    wrong = replace(said.figures[0], value=Fraction(1200))
    found = score(_passage(), replace(said, figures=(wrong, *said.figures[1:])))
    assert _counts(found, "figures") == {"hit": 2, "missed": 1, "false": 1}
    assert not found.perfect


def test_a_figure_where_none_is() -> None:
    said = _perfect(_passage())
    extra = replace(said.figures[0], id="x", start=0, end=2, text="到位")
    found = score(_passage(), replace(said, figures=(*said.figures, extra)))
    assert _counts(found, "figures") == {"hit": 3, "false": 1}


def test_another_name_is_missed_and_false() -> None:
    said = _perfect(_passage())
    renamed = replace(said.figures[1], indicator="结余")
    found = score(_passage(), replace(said, figures=(said.figures[0], renamed, said.figures[2])))
    assert _counts(found, "indicators") == {"hit": 2, "missed": 1, "false": 1}
    assert found.perfect


def test_a_relation_turned_round() -> None:
    said = replace(_perfect(_passage()), relations=((statement("~ ratio r = a / b"), True),))
    found = score(_passage(), said)
    assert _counts(found, "ratio") == {"missed": 1, "false": 1}
    assert "missed ratio: 95% = ratio(1,140万元, /1,200万元)" in found.misses


def test_a_relation_that_only_follows_is_not_counted_as_false() -> None:
    said = _perfect(_passage())
    more = ((statement("~ diff r = a - b"), False),)
    assert score(_passage(), replace(said, relations=(*said.relations, *more))).perfect


def test_the_program_itself_reads_the_passage() -> None:
    facts = facts_of(_passage(), Config())
    assert score(_passage(), answers(_passage(), facts)).perfect
