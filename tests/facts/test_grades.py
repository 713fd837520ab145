"""Grade words as scores."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from figures import claim, figure, relation

from reportlint.arithmetic.intervals import LINE
from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.facts.assessment import assess
from reportlint.facts.diagnosis import diagnose
from reportlint.facts.model import Figure, FigureKind, Numeral, Part
from reportlint.profiles import load_profiles
from reportlint.result import Text


def grade(word: str) -> Figure:
    numeral = Numeral(0, len(word), word, FigureKind.GRADE, None, "", Fraction(1), 0, LINE)
    return Figure("grade", numeral, 0, 0, len(word))


def part(profile: str | None) -> Part:
    known = load_profiles()[profile] if profile else None
    return Part(known, "", None, 0, 1, Text("", ""))


BEIJING = part("beijing-department-overall")
GRADED = claim(relation(RelationKind.GRADE, "grade", score="actual"))


@pytest.mark.parametrize(
    ("word", "score", "verdict"),
    [
        ("优", "97分", Verdict.CONSISTENT),
        ("优秀", "90分", Verdict.CONSISTENT),
        ("良", "97分", Verdict.INCONSISTENT),
        ("优", "88.5分", Verdict.INCONSISTENT),
        ("良", "80.00分", Verdict.CONSISTENT),
        ("差", "42分", Verdict.CONSISTENT),
        ("卓越", "97分", Verdict.NOT_ASSESSABLE),
    ],
)
def test_grade_against_score(word: str, score: str, verdict: Verdict) -> None:
    figures = {"grade": grade(word), "score": figure("score", score)}
    (found,) = assess([GRADED], figures, [BEIJING])
    assert found.verdict is verdict


def test_without_a_scale_nothing_is_said() -> None:
    figures = {"grade": grade("优"), "score": figure("score", "60分")}
    for parts in ([], [part(None)], [replace(BEIJING, start_block=3, end_block=9)]):
        (found,) = assess([GRADED], figures, parts)
        assert found.verdict is Verdict.NOT_ASSESSABLE


def test_either_the_grade_or_the_score_is_wrong() -> None:
    figures = {"grade": grade("优"), "score": figure("score", "78分")}
    (found,) = diagnose(assess([GRADED], figures, [BEIJING]), figures, [BEIJING])
    assert set(found.suspects) == {"grade", "score"}
    assert found.corrected is None
