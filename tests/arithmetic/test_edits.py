"""What one slip could have made of a figure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from cases import q

from reportlint.arithmetic.edits import SHARES, corrections, plausible
from reportlint.arithmetic.intervals import exactly
from reportlint.arithmetic.model import Edit


@pytest.mark.parametrize(
    ("printed", "true", "edit"),
    [
        ("1426.10", "1462.10", Edit.TRANSPOSITION),
        ("1426.10", "1426.70", Edit.DIGIT),
        ("126.10", "1426.10", Edit.DROPPED_DIGIT),
        ("14426.10", "1426.10", Edit.INSERTED_DIGIT),
        ("1426.10", "14261000", Edit.UNIT),
        ("1426.10", "-1426.10", Edit.SIGN),
        ("-1426.10", "-1462.10", Edit.TRANSPOSITION),
    ],
)
def test_slips_are_found(printed: str, true: str, edit: Edit) -> None:
    found = plausible(q(printed), exactly(Fraction(true)))
    assert edit in {c.edit for c in found}


def test_the_complement_of_a_percentage() -> None:
    found = plausible(q("43.00"), exactly(Fraction(57)), percent=True)
    assert Edit.COMPLEMENT in {c.edit for c in found}
    assert Edit.COMPLEMENT not in {c.edit for c in plausible(q("43.00"), exactly(Fraction(57)))}


def test_far_values_are_no_slip() -> None:
    assert list(plausible(q("1426.10"), exactly(Fraction("9153.27")))) == []


def test_one_digit_moved_by_powers_of_ten_means_nothing() -> None:
    assert Edit.UNIT not in {c.edit for c in corrections(q("0.3"))}
    assert Edit.UNIT in {c.edit for c in corrections(q("0.31"))}


@pytest.mark.parametrize("printed", ["0", "7", "0.00", "1426.10", "-3.5"])
def test_likelihoods_stay_a_probability(printed: str) -> None:
    found = list(corrections(q(printed), percent=True))
    assert all(c.likelihood > 0 for c in found)
    assert sum(c.likelihood for c in found) <= sum(SHARES.values())
