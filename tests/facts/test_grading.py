"""Which scale of grades a report is held to."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.document import Document, Paragraph
from reportlint.facts.grading import allowed_somewhere, allows, grade_for, printed_scale
from reportlint.facts.model import Facts, Outline
from reportlint.lexicon.grades import known_scales


def _facts(text: str) -> Facts:
    return Facts(Document("report", "", "text", (Paragraph(text),)), Outline())


@pytest.mark.parametrize(
    ("text", "grade", "score", "fits"),
    [
        ("85—100分为优，70—84分为良，60—69分为中。", "优", 86, True),
        ("85—100分为优，70—84分为良，60—69分为中。", "优", 84, False),
        ("80-89分为良，90-100分为优。", "良", Fraction("89.5"), True),
        ("优（90-100分）、良（75-89分）", "良", 76, True),
        ("90分（含）以上为优，80分（含）以上为良。", "良", 79, False),
        ("90（含）-100分为优秀、80（含）-90分为良好。", "优秀", 100, True),
    ],
)
def test_a_printed_scale_is_read(text: str, grade: str, score: Fraction, fits: bool) -> None:
    assert allows(printed_scale(_facts(text)), grade, Fraction(score)) is fits


@pytest.mark.parametrize(
    "text", ["综合得分95分，评价等级为优。", "90分以上为优。", "优良天数300天。"]
)
def test_one_band_is_no_scale(text: str) -> None:
    assert printed_scale(_facts(text)) == ()


@pytest.mark.parametrize(
    ("grade", "score", "somewhere"),
    [
        ("优", 90, True),
        ("优", 89, False),
        ("良好", 76, True),
        ("合格", 92, True),
        ("差", 61, False),
    ],
)
def test_scales_in_use(grade: str, score: int, somewhere: bool) -> None:
    assert allowed_somewhere(grade, Fraction(score)) is somewhere


def test_the_grade_of_a_score() -> None:
    assert grade_for(known_scales()[0], Fraction("86.5")) == "良"
    assert grade_for((), Fraction(50)) is None
    assert allows(known_scales()[0], "甲等", Fraction(95)) is None
