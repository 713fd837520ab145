"""Claims recomputed, and the line that shows how."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figures import book, claim, figure, relation

from reportlint.arithmetic.model import Relation, RelationKind, Verdict
from reportlint.facts.assessment import assess
from reportlint.facts.model import Assessment, Claim, Figure, Hedge

K = RelationKind
BOOK = book(
    spent="4831.20万元",
    budget="5,120.75万元",
    initial="4,902.40万元",
    rate="94.35%",
    wrong="94.53%",
    initial_rate="98.55%",
    left="289.55万元",
    yuan="51207500元",
    before="4510.00万元",
    up="7.12%",
    down="6.65%",
    points="4.2个百分点",
)
EXECUTION = relation(K.RATIO, "rate", spent="numerator", budget="denominator")
OF_INITIAL = relation(K.RATIO, "rate", spent="numerator", initial="denominator")


def one(made: Claim, figures: dict[str, Figure] | None = None) -> Assessment:
    (found,) = assess([made], figures or BOOK)
    return found


def rated(result: str, reading: Relation = EXECUTION) -> Relation:
    return replace(reading, result=result)


@pytest.mark.parametrize(
    ("tested", "line"),
    [
        (EXECUTION, "4831.20 ÷ 5,120.75 = 94.345…%，四舍五入为 94.35%"),
        (
            relation(K.DIFFERENCE, "left", budget="minuend", spent="subtrahend"),
            "5,120.75 − 4831.20 = 289.55",
        ),
        (
            relation(K.SUM, "budget", spent="addend", left="addend"),
            "4831.20 + 289.55 = 5120.75",
        ),
        (
            relation(K.SUM, "yuan", spent="addend", left="addend"),
            "4831.20万元 + 289.55万元 = 51207500元",
        ),
        (
            relation(K.GROWTH, "up", spent="current", before="previous", direction=1),
            "(4831.20 − 4510.00) ÷ 4510.00 = 7.121…%，四舍五入为 7.12%",
        ),
        (
            relation(K.GROWTH, "down", before="current", spent="previous", direction=-1),
            "(4831.20 − 4510.00) ÷ 4831.20 = 6.648…%，四舍五入为 6.65%",
        ),
        (
            relation(K.GROWTH, "up", left="numerator", spent="current", direction=1),
            "289.55 ÷ (4831.20 − 289.55) = 6.375…%，四舍五入为 6.38%",
        ),
        (
            relation(K.POINTS_CHANGE, "points", initial_rate="current", rate="previous"),
            "98.55% − 94.35% = 4.2个百分点",
        ),
        (
            relation(K.SUM, "budget", spent="addend", exhaustive=False),
            "4831.20 ≤ 5,120.75",
        ),
        (
            relation(K.SUM, "left", spent="addend", before="addend", exhaustive=False),
            "4831.20 + 4510.00 = 9341.20 > 289.55",
        ),
        (relation(K.EQUAL, None, budget="item", yuan="item"), "5,120.75万元 = 51207500元"),
        (
            relation(K.ORDER, None, spent="current", budget="previous", direction=1),
            "4831.20 < 5,120.75",
        ),
    ],
)
def test_working(tested: Relation, line: str) -> None:
    assert one(claim(tested)).working == line


@pytest.mark.parametrize(
    ("tested", "line"),
    [
        (relation(K.MULTIPLE, "times", a="current", b="previous"), "50.0 ÷ 20.0 = 2.5倍"),
        (
            relation(K.MULTIPLE, "times", a="current", b="previous", direction=1),
            "50.0 ÷ 20.0 − 1 = 1.5倍",
        ),
        (relation(K.AVERAGE, "b", a="total", n="factor"), "50.0 ÷ 4 = 12.5"),
        (relation(K.AVERAGE, "s", t="item", u="item"), "(90.0 + 95.0) ÷ 2 = 92.5分"),
        (relation(K.PRODUCT, "a", b="factor", n="factor"), "20.0 × 4 = 80.0"),
        (relation(K.COUNT, "n", a="item", b="item"), "1＋1 = 2个"),
        (
            relation(K.SCORE, "s", t="factor", rate="actual"),
            "90.0 × 90.5% = 81.45分，四舍五入为 81.5分",
        ),
        (relation(K.SCORE, "s", t="addend", u="addend"), "90.0 + 95.0 = 185.0分"),
        (
            relation(K.RATIO, "rate", a="numerator", b="numerator", c="denominator"),
            "(50.0 + 20.0) ÷ 80.0 = 87.5%",
        ),
    ],
)
def test_working_of_other_kinds(tested: Relation, line: str) -> None:
    figures = book(
        a="50.0万元",
        b="20.0万元",
        c="80.0万元",
        n="4个",
        times="2.5倍",
        s="92.5分",
        t="90.0分",
        u="95.0分",
        rate="90.5%",
    )
    shown = one(claim(tested), figures).working
    assert shown.partition("（")[0] == line


def test_the_range_is_shown_where_one_value_would_mislead() -> None:
    figures = book(a="0.52亿元", b="0.61亿元", y="91.2%")
    found = one(claim(relation(K.RATIO, "y", a="numerator", b="denominator")), figures)
    assert found.verdict is Verdict.INCONSISTENT
    assert found.working == "0.52 ÷ 0.61 = 85.24…%，四舍五入为 85.2%（应在 82.3%～88.3% 之间）"


def test_a_share_list_is_added_up() -> None:
    figures = book(a="30.2%", b="40.3%", c="30.0%")
    tested = relation(K.SUM, None, a="addend", b="addend", c="addend")
    found = one(claim(tested), figures)
    assert found.verdict is Verdict.INCONSISTENT
    assert found.working == "30.2% + 40.3% + 30.0% = 100.5%"


def test_nothing_is_shown_where_nothing_was_computed() -> None:
    found = one(claim(relation(K.RATIO, "rate", gone="numerator", budget="denominator")))
    assert found.verdict is Verdict.NOT_ASSESSABLE
    assert found.working == ""
    assert found.reason == "missing-operand"


def test_the_named_operand_counts() -> None:
    found = one(claim(rated("initial_rate"), rated("initial_rate", OF_INITIAL)))
    assert found.verdict is Verdict.INCONSISTENT
    assert found.relation.figures == ("initial_rate", "spent", "budget")
    assert found.fitting is not None
    assert "initial" in found.fitting.figures


def test_two_fitting_alternatives_explain_nothing() -> None:
    again = rated("initial_rate", OF_INITIAL)
    found = one(claim(rated("initial_rate"), again, again))
    assert found.verdict is Verdict.INCONSISTENT
    assert found.fitting is None


def test_an_open_operand_is_chosen_by_what_fits() -> None:
    found = one(claim(rated("initial_rate"), rated("initial_rate", OF_INITIAL), named=False))
    assert found.verdict is Verdict.CONSISTENT
    assert "initial" in found.relation.figures


def test_an_open_operand_is_never_an_error() -> None:
    found = one(claim(rated("wrong"), rated("wrong", OF_INITIAL), named=False))
    assert found.verdict is Verdict.UNRESOLVED


def test_an_uncertain_claim_is_never_an_error() -> None:
    assert one(claim(rated("wrong"), certain=False)).verdict is Verdict.UNRESOLVED
    assert one(claim(EXECUTION, certain=False)).verdict is Verdict.CONSISTENT


def test_hedges_use_what_their_words_allow() -> None:
    over = figure("over", "90%", hedge=Hedge.OVER, bounds=("90", None))
    short = figure("short", "95%", hedge=Hedge.OVER, bounds=("95", None))
    figures = BOOK | {"over": over, "short": short}
    assert one(claim(rated("over")), figures).verdict is Verdict.CONSISTENT
    assert one(claim(rated("short")), figures).verdict is Verdict.INCONSISTENT


def test_a_vague_figure_is_never_sharper_than_a_plain_one() -> None:
    about = figure("about", "94.35%", hedge=Hedge.ABOUT, bounds=("94.347", "94.353"))
    assert one(claim(rated("about")), BOOK | {"about": about}).verdict is Verdict.CONSISTENT


def test_a_range_holds_its_members() -> None:
    plain = figure("range", "1%", bounds=("90", "95"))
    ranged = replace(plain, numeral=replace(plain.numeral, value=None, text="90%至95%"))
    found = one(claim(rated("range")), BOOK | {"range": ranged})
    assert found.verdict is Verdict.CONSISTENT
    boundless = replace(
        ranged, numeral=replace(ranged.numeral, interval=figure("x", "1%").numeral.interval)
    )
    missing = one(claim(rated("range")), BOOK | {"range": boundless})
    assert missing.verdict is Verdict.NOT_ASSESSABLE


def test_working_in_english() -> None:
    assert one(claim(EXECUTION)).working_en == "4831.20 ÷ 5,120.75 = 94.345…%, rounded: 94.35%"
    coarse = book(spent="48.3万元", budget="51.2万元", rate="91.35%")
    line = one(claim(EXECUTION), coarse).working_en
    assert line.endswith("rounded: 94.34% (should be from 93.96% to 94.72%)"), line
