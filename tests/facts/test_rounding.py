"""The rounding of a whole report."""

from __future__ import annotations

import pytest
from figures import book, claim, relation

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.assessment import assess
from reportlint.facts.rounding import conventions_of, named

PRINTED = {"a": "4831.28万元", "b": "2718.28万元", "c": "1414.21万元", "w": "5120.75万元"}


def rounding(**rates: str) -> str | None:
    figures = book(**PRINTED, **rates)
    claims = [
        claim(relation(RelationKind.RATIO, rate, **{rate[0]: "numerator", "w": "denominator"}))
        for rate in rates
    ]
    return named(conventions_of(assess(claims, figures), figures).rates)


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        (("94.35%", "53.1%", "27.62%"), "half-up"),
        (("94.34%", "53.0%", "27.61%"), "truncation"),
        (("94.35%", "53.0%", "27.62%"), None),
        (("94.3%", "53.08%", "27.6%"), None),
    ],
)
def test_what_the_rates_show(rates: tuple[str, ...], expected: str | None) -> None:
    assert rounding(ar=rates[0], br=rates[1], cr=rates[2]) == expected


def test_no_claims_show_nothing() -> None:
    assert named(conventions_of([], {}).rates) is None
