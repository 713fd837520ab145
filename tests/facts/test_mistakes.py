"""What led to a wrong rate, where one mistake accounts for it to the digit."""

from __future__ import annotations

import pytest
from figures import book, claim, relation

from reportlint.arithmetic.model import Relation, RelationKind
from reportlint.facts.assessment import assess
from reportlint.facts.diagnosis import diagnose
from reportlint.facts.model import Slip

K = RelationKind
RATE = relation(K.RATIO, "y", a="numerator", b="denominator")
GROWTH = relation(K.GROWTH, "y", 1, a="current", b="previous")


@pytest.mark.parametrize(
    ("tested", "rate", "slip"),
    [
        (RATE, "41.12%", Slip.COMPLEMENT),
        (RATE, "169.85%", Slip.INVERSE),
        (RATE, "83.67%", Slip.DENOMINATOR),
        (RATE, "61.93%", Slip.UNKNOWN),
    ],
)
def test_named_where_it_fits_exactly(tested: Relation, rate: str, slip: Slip) -> None:
    figures = book(a="512.37万元", b="870.25万元", other="612.37万元", y=rate)
    (found,) = diagnose(assess([claim(tested)], figures), figures)
    assert found.slip is slip
    assert slip is Slip.UNKNOWN or found.suspects == ("y",)


def test_a_growth_far_off_that_nothing_explains_is_read_wrongly() -> None:
    figures = book(a="512.37万元", b="870.25万元", y="25.31%")
    assert diagnose(assess([claim(GROWTH)], figures), figures) == ()


def test_a_change_divided_by_the_current_figure() -> None:
    figures = book(a="1200.50万元", b="1003.25万元", y="16.43%")
    (found,) = diagnose(assess([claim(GROWTH)], figures), figures)
    assert found.slip is Slip.BASE
    assert found.suspects == ("y",)


def test_two_fitting_operands_explain_nothing() -> None:
    figures = book(a="512.37万元", b="870.25万元", o="612.37万元", p="612.36万元", y="83.67%")
    (found,) = diagnose(assess([claim(RATE)], figures), figures)
    assert found.slip is not Slip.DENOMINATOR
