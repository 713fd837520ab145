"""What a failing rate is a rate of instead."""

from __future__ import annotations

import pytest
from cases import q, relation

from reportlint.arithmetic.hypotheses import Mistake, fitting
from reportlint.arithmetic.model import RelationKind

RATIO = relation(RelationKind.RATIO, "y", ("a", "numerator"), ("b", "denominator"))
GROWTH = relation(RelationKind.GROWTH, "y", ("a", "current"), ("b", "previous"), direction=1)
FALL = relation(RelationKind.GROWTH, "y", ("a", "current"), ("b", "previous"), direction=-1)
FIGURES = {"a": q("431.70"), "b": q("602.80"), "c": q("550.10"), "d": q("512.90")}


def mistakes(tested, shown: str, *candidates: str) -> list[Mistake]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    return [h.mistake for h in fitting(tested, FIGURES | {"y": q(shown)}, candidates)]


@pytest.mark.parametrize(
    ("shown", "mistake"),
    [
        ("78.48", Mistake.DENOMINATOR),
        ("85.09", Mistake.NUMERATOR),
        ("28.38", Mistake.COMPLEMENT),
        ("139.63", Mistake.INVERSE),
        ("0.7162", Mistake.FRACTION),
    ],
)
def test_rates(shown: str, mistake: Mistake) -> None:
    assert mistake in mistakes(RATIO, shown, "c", "d")


def test_a_rate_that_fits_nothing() -> None:
    assert mistakes(RATIO, "64.01", "c", "d") == []


def test_growth() -> None:
    up = FIGURES | {"a": FIGURES["b"], "b": FIGURES["a"]}
    found = {shown: fitting(GROWTH, up | {"y": q(shown)}) for shown in ("28.38", "139.63")}
    assert [h.mistake for h in found["28.38"]] == [Mistake.BASE_CURRENT]
    assert [h.mistake for h in found["139.63"]] == [Mistake.LEVEL_FOR_CHANGE]
    assert mistakes(FALL, "39.63") == [Mistake.BASE_CURRENT]


def test_without_a_result_there_is_nothing_to_explain() -> None:
    order = relation(RelationKind.ORDER, None, ("a", "current"), ("b", "previous"), direction=1)
    assert fitting(order, FIGURES) == ()
