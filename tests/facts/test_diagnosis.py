"""From failed claims to the figure to change."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from figures import book, claim, figure, relation

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.assessment import assess
from reportlint.facts.diagnosis import diagnose
from reportlint.facts.model import Claim, ClaimSource, Diagnosis, Figure, Slip

K = RelationKind
PRINTED = {
    "spent": "4831.20万元",
    "budget": "5120.75万元",
    "initial": "4902.40万元",
    "rate": "94.35%",
    "left": "289.55万元",
    "spent2": "4831.20万元",
    "spent3": "0.48亿元",
}
RATE = claim(relation(K.RATIO, "rate", spent="numerator", budget="denominator"), id="rate")
LEFT = claim(relation(K.DIFFERENCE, "left", budget="minuend", spent="subtrahend"), id="left")
LEFT2 = claim(relation(K.DIFFERENCE, "left", budget="minuend", spent2="subtrahend"), id="left2")
SAME = claim(
    relation(K.EQUAL, None, spent="item", spent2="item"),
    id="same",
    source=ClaimSource.RESTATEMENT,
)


def found(claims: list[Claim], figures: Mapping[str, Figure]) -> tuple[Diagnosis, ...]:
    return diagnose(assess(claims, figures), figures)


def with_(**changed: str) -> dict[str, Figure]:
    return book(**(PRINTED | changed))


def test_true_figures() -> None:
    assert found([RATE, LEFT, SAME], with_()) == ()


def test_one_figure_one_diagnosis() -> None:
    (one,) = found([RATE, LEFT], with_(spent="4381.20万元"))
    assert one.suspects == ("spent",)
    assert [a.claim.id for a in one.violated] == ["rate", "left"]
    assert one.slip is Slip.TRANSPOSITION
    assert one.corrected == 48312000


def test_a_derived_figure_leads_its_tie() -> None:
    (one,) = found([RATE], with_(rate="88.71%"))
    assert one.suspects[0] == "rate"
    assert one.corrected == Fraction("94.35")


def test_a_unit_slip() -> None:
    (one,) = found([RATE, LEFT], with_(spent="4831.20元"))
    assert one.slip is Slip.UNIT
    assert one.suspects == ("spent",)


def test_copies_are_right_or_wrong_together() -> None:
    """The wrong figure stands in two places that agree, and breaks a relation from each."""
    figures = with_(spent="4381.20万元", spent2="4381.20万元")
    (one,) = found([RATE, LEFT2, SAME], figures)
    assert one.suspects == ("spent",)
    assert [a.claim.id for a in one.violated] == ["rate", "left2"]


def test_the_copy_that_other_relations_contradict_is_wrong() -> None:
    (one,) = found([RATE, LEFT, SAME], with_(spent2="4813.20万元"))
    assert one.suspects == ("spent2",)
    assert one.corrected == 48312000


def test_a_wrong_copy_explains_what_was_computed_from_it() -> None:
    (one,) = found([RATE, LEFT2, SAME], with_(spent2="4813.20万元"))
    assert one.suspects == ("spent2",)
    assert {a.claim.id for a in one.violated} == {"left2", "same"}


def test_a_rate_of_another_denominator() -> None:
    other = relation(K.RATIO, "rate", spent="numerator", initial="denominator")
    figures = with_(rate="98.55%")
    (one,) = found([claim(RATE.relation, other), LEFT], figures)
    assert one.slip is Slip.DENOMINATOR
    assert one.suspects == ("rate",)


def test_a_wrong_denominator_is_not_excused_by_another_that_fits() -> None:
    other = relation(K.RATIO, "rate", spent="numerator", again="denominator")
    figures = with_(budget="5210.75万元") | {"again": figure("again", "5120.75万元")}
    (one,) = found([claim(RATE.relation, other), LEFT], figures)
    assert one.suspects == ("budget",)
    assert one.slip is Slip.TRANSPOSITION


def test_the_neighbours_share() -> None:
    figures = book(a="812.40万元", b="377.15万元", w="2960.00万元", x="12.74%", y="12.74%")
    shares = [
        claim(relation(K.SHARE, "x", a="part", w="whole"), id="x"),
        claim(relation(K.SHARE, "y", b="part", w="whole"), id="y"),
    ]
    (one,) = found(shares, figures)
    assert one.suspects == ("x",)
    assert one.slip is Slip.NEIGHBOUR


def test_uncertain_claims_make_no_diagnosis() -> None:
    doubtful = claim(LEFT.relation, certain=False)
    assert found([doubtful], with_(left="280.55万元")) == ()


def test_a_claim_without_operands_makes_no_diagnosis() -> None:
    assert found([claim(relation(K.ORDER, None, spent="item"))], with_()) == ()
