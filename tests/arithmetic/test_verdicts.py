"""The verdicts on relations, kind by kind."""

from __future__ import annotations

from fractions import Fraction

import pytest
from cases import q, relation

from reportlint.arithmetic.model import Interval, Quantity, Relation, RelationKind, Verdict
from reportlint.arithmetic.verdicts import Reason, judge

K = RelationKind
CONSISTENT, ROUNDING = Verdict.CONSISTENT, Verdict.ROUNDING
INCONSISTENT, NOT_ASSESSABLE = Verdict.INCONSISTENT, Verdict.NOT_ASSESSABLE

RATIO = relation(K.RATIO, "y", ("a", "numerator"), ("b", "denominator"))
FALL = relation(K.GROWTH, "y", ("a", "current"), ("b", "previous"), direction=-1)
RISE = relation(K.GROWTH, "y", ("a", "current"), ("b", "previous"), direction=1)
EITHER = relation(K.GROWTH, "y", ("a", "current"), ("b", "previous"))
BY_CHANGE = relation(K.GROWTH, "y", ("a", "numerator"), ("b", "current"), direction=-1)
OF_PREVIOUS = relation(K.GROWTH, "y", ("a", "numerator"), ("b", "previous"), direction=-1)
SUM = relation(K.SUM, "y", ("a", "addend"), ("b", "addend"))
LESS = relation(K.SUM, "y", ("a", "addend"), ("b", "addend", -1))
PARTS = relation(K.SUM, "y", ("a", "addend"), ("b", "addend"), exhaustive=False)
SHARES = relation(K.SUM, None, ("a", "addend"), ("b", "addend"), ("y", "addend"))
DIFFERENCE = relation(K.DIFFERENCE, "y", ("a", "minuend"), ("b", "subtrahend"))
POINTS = relation(K.POINTS_CHANGE, "y", ("a", "current"), ("b", "previous"), direction=-1)
TIMES = relation(K.MULTIPLE, "y", ("a", "current"), ("b", "previous"))
MORE_TIMES = relation(K.MULTIPLE, "y", ("a", "current"), ("b", "previous"), direction=1)
AVERAGE = relation(K.AVERAGE, "y", ("a", "total"), ("b", "factor"))
MEAN = relation(K.AVERAGE, "y", ("a", "item"), ("b", "item"))
PRODUCT = relation(K.PRODUCT, "y", ("a", "factor"), ("b", "factor"))
EQUAL = relation(K.EQUAL, None, ("a", "item"), ("b", "item"), ("y", "item"))
ABOVE = relation(K.ORDER, None, ("a", "actual"), ("b", "target"), direction=1)
LEVEL = relation(K.ORDER, None, ("a", "current"), ("b", "previous"))
COUNT = relation(K.COUNT, "y", ("a", "item"), ("b", "item"))
SCORE = relation(K.SCORE, "y", ("a", "factor"), ("b", "actual"))


@pytest.mark.parametrize(
    ("tested", "a", "b", "y", "verdict"),
    [
        (RATIO, "4831.20", "5120.75", "94.35", CONSISTENT),
        (RATIO, "4831.20", "5120.75", "94.34", ROUNDING),
        (RATIO, "4831.20", "5120.75", "94.53", INCONSISTENT),
        (RATIO, "1", "8", "12", CONSISTENT),
        (RATIO, "1", "8", "13", CONSISTENT),
        (RATIO, "12.00", "0.00", "0.00", NOT_ASSESSABLE),
        (RISE, "126.40", "118.00", "7.12", CONSISTENT),
        (RISE, "118.00", "126.40", "6.65", INCONSISTENT),
        (FALL, "118.00", "126.40", "6.65", CONSISTENT),
        (FALL, "118.00", "126.40", "-6.65", CONSISTENT),
        (FALL, "126.40", "118.00", "7.12", INCONSISTENT),
        (EITHER, "118.00", "126.40", "6.65", CONSISTENT),
        (EITHER, "118.00", "126.40", "-6.65", CONSISTENT),
        (EITHER, "126.40", "118.00", "-7.12", INCONSISTENT),
        (RISE, "10.00", "-5.00", "300.00", NOT_ASSESSABLE),
        (RISE, "2", "2", "5", NOT_ASSESSABLE),
        (BY_CHANGE, "8.40", "118.00", "6.65", CONSISTENT),
        (BY_CHANGE, "-8.40", "118.00", "6.65", CONSISTENT),
        (BY_CHANGE, "8.40", "118.00", "7.12", INCONSISTENT),
        (OF_PREVIOUS, "8.40", "126.40", "6.65", CONSISTENT),
        (OF_PREVIOUS, "-8.40", "126.40", "6.65", CONSISTENT),
        (SUM, "3.14", "2.72", "5.86", CONSISTENT),
        (SUM, "3.14", "2.72", "5.88", ROUNDING),
        (SUM, "3.14", "2.72", "5.89", INCONSISTENT),
        (SUM, "3.14", "2.7182", "5.86", CONSISTENT),
        (LESS, "3.14", "2.72", "0.42", CONSISTENT),
        (PARTS, "3.14", "2.72", "9.00", CONSISTENT),
        (PARTS, "3.14", "2.72", "5.84", ROUNDING),
        (PARTS, "3.14", "2.72", "5.60", INCONSISTENT),
        (PARTS, "3.14", "-2.72", "0.10", NOT_ASSESSABLE),
        (SHARES, "31.4", "27.2", "41.4", CONSISTENT),
        (SHARES, "31.4", "27.2", "41.5", ROUNDING),
        (SHARES, "31.4", "27.2", "41.7", INCONSISTENT),
        (DIFFERENCE, "9.5", "7.2", "2.3", CONSISTENT),
        (DIFFERENCE, "7.2", "9.5", "2.3", CONSISTENT),
        (DIFFERENCE, "9.5", "7.2", "2.9", INCONSISTENT),
        (POINTS, "91.2", "93.7", "2.5", CONSISTENT),
        (POINTS, "93.7", "91.2", "2.5", INCONSISTENT),
        (TIMES, "50.0", "20.0", "2.5", CONSISTENT),
        (MORE_TIMES, "50.0", "20.0", "1.5", CONSISTENT),
        (MORE_TIMES, "50.0", "20.0", "2.5", INCONSISTENT),
        (AVERAGE, "480.0", "32.0", "15.0", CONSISTENT),
        (MEAN, "90.0", "95.0", "92.5", CONSISTENT),
        (PRODUCT, "1000.00", "239.0", "239000", CONSISTENT),
        (PRODUCT, "1000.00", "239.0", "249000", INCONSISTENT),
        (EQUAL, "12.34", "12.3", "12.340", CONSISTENT),
        (EQUAL, "12.34", "12.35", "12.34", ROUNDING),
        (EQUAL, "12.34", "12.43", "12.34", INCONSISTENT),
        (ABOVE, "95.2", "95.0", "0", CONSISTENT),
        (ABOVE, "95.0", "95.0", "0", ROUNDING),
        (ABOVE, "93.0", "95.0", "0", INCONSISTENT),
        (LEVEL, "95.0", "95.0", "0", CONSISTENT),
        (LEVEL, "95.0", "95.1", "0", ROUNDING),
        (LEVEL, "95.0", "95.4", "0", INCONSISTENT),
        (SCORE, "10.0", "94.35", "9.44", CONSISTENT),
        (SCORE, "10.0", "94.35", "8.44", INCONSISTENT),
    ],
)
def test_plain_figures(tested: Relation, a: str, b: str, y: str, verdict: Verdict) -> None:
    assert judge(tested, {"a": q(a), "b": q(b), "y": q(y)}).verdict is verdict


@pytest.mark.parametrize(("shown", "verdict"), [("2", CONSISTENT), ("3", INCONSISTENT)])
def test_counts(shown: str, verdict: Verdict) -> None:
    figures = {"a": q("1"), "b": q("1"), "y": q(shown, "0")}
    assert judge(COUNT, figures).verdict is verdict


def test_exact_counts_have_no_play() -> None:
    figures = {"a": q("12", "0"), "b": q("16", "0"), "y": q("28", "0")}
    assert judge(SUM, figures).verdict is CONSISTENT
    assert judge(SUM, figures | {"y": q("29", "0")}).verdict is INCONSISTENT
    assert judge(ABOVE, figures | {"b": q("12", "0")}).verdict is INCONSISTENT


def test_touching_open_ends_are_apart() -> None:
    """3.14 + 2.72 lies below 5.88, and 5.89 stands for more than 5.88."""
    figures = {"a": q("3.14"), "b": q("2.72"), "y": q("5.89")}
    assert judge(SUM, figures).verdict is INCONSISTENT
    assert judge(SUM, figures | {"y": q("5.89", "0.02")}).verdict is ROUNDING


def test_mixed_units_in_base_units() -> None:
    figures = {"a": q("31416000", "10000"), "b": q("27182000.55"), "y": q("0.59e8", "1000000")}
    assert judge(SUM, figures).verdict is CONSISTENT


def test_a_part_inside_the_whole_occurs_once() -> None:
    inside = relation(K.SHARE, "y", ("a", "part"), ("a", "whole"), ("b", "whole"))
    figures = {"a": q("1"), "b": q("1"), "y": q("50.0")}
    found = judge(inside, figures).expected
    assert found == Interval(Fraction(0), Fraction(100), False, False)


def about(value: str, low: str, high: str) -> Quantity:
    return Quantity(Fraction(value), Fraction(1), Interval(Fraction(low), Fraction(high)))


def test_hedged_figures_use_their_bounds() -> None:
    figures = {"a": q("48.00"), "b": q("60.00"), "y": about("80", "75", "85")}
    assert judge(RATIO, figures).verdict is CONSISTENT
    assert judge(RATIO, figures | {"y": about("90", "85", "95")}).verdict is INCONSISTENT
    assert judge(RATIO, figures | {"a": about("50", "45", "55")}).verdict is CONSISTENT


def test_nothing_but_hedges_is_not_assessable() -> None:
    vague = {name: about("50", "45", "55") for name in "aby"}
    assert judge(RATIO, vague).reason is Reason.HEDGED


def test_missing_operands() -> None:
    assert judge(RATIO, {"a": q("1"), "y": q("1")}).reason is Reason.MISSING
    bare = relation(K.RATIO, "y", ("a", "numerator"))
    assert judge(bare, {"a": q("1"), "y": q("1")}).reason is Reason.MISSING
    self_made = relation(K.SUM, "y", ("y", "addend"), ("a", "addend"))
    assert judge(self_made, {"a": q("1"), "y": q("1")}).reason is Reason.MISSING


@pytest.mark.parametrize("kind", K)
def test_a_relation_without_operands_is_never_an_error(kind: RelationKind) -> None:
    empty = relation(kind, "y")
    assert judge(empty, {"y": q("5")}).verdict is NOT_ASSESSABLE


def test_what_a_check_can_detect() -> None:
    fine = judge(RATIO, {"a": q("4831.20"), "b": q("5120.75"), "y": q("94.35")})
    coarse = judge(RATIO, {"a": q("3"), "b": q("4"), "y": q("75.00")})
    assert fine.detectable is not None
    assert fine.detectable < Fraction("0.011")
    assert coarse.detectable is not None
    assert coarse.detectable > 50


def test_the_value_is_signed_as_it_is_printed() -> None:
    figures = {"a": q("118.00"), "b": q("126.40"), "y": q("7.65")}
    found = judge(FALL, figures)
    assert found.value is not None
    assert round(found.value, 2) == Fraction("6.65")
