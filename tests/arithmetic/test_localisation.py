"""Which figure is wrong, and what it should have been."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from budgets import SLIPS, table
from cases import q, relation

from reportlint.arithmetic.localisation import diagnose
from reportlint.arithmetic.model import (
    Edit,
    Interval,
    Quantity,
    Relation,
    RelationKind,
    RootCause,
    Verdict,
)
from reportlint.arithmetic.verdicts import judge

K = RelationKind
RATE = relation(K.RATIO, "rate", ("spent", "numerator"), ("budget", "denominator"), name="rate")
LEFT = relation(K.DIFFERENCE, "left", ("budget", "minuend"), ("spent", "subtrahend"), name="left")
TOTAL = relation(K.SUM, "budget", ("basic", "addend"), ("project", "addend"), name="total")
BOOK = {
    "budget": q("8412.57"),
    "spent": q("7903.18"),
    "rate": q("93.94"),
    "left": q("509.39"),
    "basic": q("5120.40"),
    "project": q("3292.17"),
}


def only(relations: list[Relation], **printed: str) -> RootCause:
    (cause,) = diagnose(relations, BOOK | {k: q(v) for k, v in printed.items()})
    return cause


def test_true_figures_have_no_root_cause() -> None:
    assert diagnose([RATE, LEFT, TOTAL], BOOK) == ()


@pytest.mark.parametrize(
    ("figure", "printed", "edit"),
    [
        ("budget", "8142.57", Edit.TRANSPOSITION),
        ("budget", "84125700.00", Edit.UNIT),
        ("spent", "7903.78", Edit.DIGIT),
        ("spent", "79033.18", Edit.INSERTED_DIGIT),
        ("rate", "6.06", Edit.COMPLEMENT),
        ("rate", "93.49", Edit.TRANSPOSITION),
        ("left", "59.39", Edit.DROPPED_DIGIT),
        ("basic", "-5120.40", Edit.SIGN),
        ("project", "3271.17", Edit.UNKNOWN),
    ],
)
def test_one_wrong_figure(figure: str, printed: str, edit: Edit) -> None:
    cause = only([RATE, LEFT, TOTAL], **{figure: printed})
    assert cause.suspects[0] == figure
    assert cause.edit is edit
    assert cause.corrected == BOOK[figure].value


def test_a_wrong_figure_explains_all_that_follows_from_it() -> None:
    cause = only([RATE, LEFT, TOTAL], budget="8142.57")
    assert cause.suspects == ("budget",)
    assert cause.relations == ("rate", "left", "total")
    assert cause.admissible is not None
    assert cause.admissible.low is not None
    assert abs(cause.admissible.low - Fraction("8412.57")) < Fraction("0.05")


def test_a_tie_is_shown_as_a_tie() -> None:
    cause = only([LEFT], left="617.20")
    assert set(cause.suspects) == {"left", "budget", "spent"}


def test_the_less_reliable_leads_a_tie() -> None:
    shown = BOOK | {"left": q("617.20")}
    (cause,) = diagnose([LEFT], shown, {"spent": Fraction(1, 2)})
    assert cause.suspects[0] == "spent"


def test_fixed_figures_are_not_suspected() -> None:
    shown = BOOK | {"left": q("617.20")}
    (cause,) = diagnose([LEFT], shown, fixed=("left", "budget"))
    assert cause.suspects == ("spent",)


def test_nothing_but_fixed_figures_is_left_undecided() -> None:
    shown = BOOK | {"left": q("617.20")}
    (cause,) = diagnose([LEFT], shown, fixed=("left", "budget", "spent"))
    assert not cause.decided
    assert cause.relations == ("left",)


def test_restatements_outvote_one_outlier() -> None:
    same = relation(K.EQUAL, None, *((n, "item") for n in "abc"))
    (cause,) = diagnose([same], {"a": q("12.34"), "b": q("12.43"), "c": q("12.34")})
    assert cause.suspects == ("b",)
    assert cause.corrected == Fraction("12.34")


def test_the_finer_restatement_corrects_the_coarser() -> None:
    same = relation(K.EQUAL, None, ("a", "item"), ("b", "item"), ("c", "item"))
    (cause,) = diagnose([same], {"a": q("0.3"), "b": q("2961.68"), "c": q("2961.68")})
    assert cause.suspects == ("a",)
    assert cause.corrected == Fraction("2961.68")


def test_a_figure_copied_from_elsewhere() -> None:
    shown = BOOK | {"spent": q("6847.35"), "elsewhere": q("6847.35")}
    (cause,) = diagnose([RATE, LEFT], shown)
    assert cause.suspects == ("spent",)
    assert cause.edit is Edit.STALE


def test_two_figures_in_each_others_place() -> None:
    shown = BOOK | {"budget": BOOK["spent"], "spent": BOOK["budget"]}
    (cause,) = diagnose([RATE, _signed(LEFT), TOTAL], shown)
    assert set(cause.suspects) == {"budget", "spent"}
    assert cause.edit is Edit.SWAP
    assert cause.relations == ("rate", "left", "total")


def _signed(made: Relation) -> Relation:
    return Relation(made.id, made.kind, made.result, made.terms, 1)


def test_two_errors_that_do_not_touch() -> None:
    shown = BOOK | {"rate": q("93.49"), "basic": q("5520.40")}
    causes = diagnose([RATE, LEFT, TOTAL], shown)
    assert [c.suspects for c in causes] == [("rate",), ("basic",)]


def test_many_wrong_shares_of_one_whole() -> None:
    """More errors in one knot than are searched together still come apart."""
    figures = {"whole": q("10000.00")}
    relations = []
    for i in range(9):
        figures[f"p{i}"] = q(f"{1000 + 13 * i}.00")
        true = Fraction(1000 + 13 * i, 100)
        figures[f"s{i}"] = Quantity(true + (i % 2), Fraction(1, 100))
        terms = ((f"p{i}", "part"), ("whole", "whole"))
        relations.append(relation(K.SHARE, f"s{i}", *terms, name=f"r{i}"))
    causes = diagnose(relations, figures)
    assert [c.relations for c in causes] == [(f"r{i}",) for i in (1, 3, 5, 7)]
    assert all(f"s{i}" in c.suspects for i, c in zip((1, 3, 5, 7), causes, strict=True))


@pytest.mark.parametrize(("errors", "miscounted"), [(2, 0.05), (5, 0.1), (12, 0.25)])
def test_several_slips_in_one_table(errors: int, miscounted: float) -> None:
    """Root causes, not cascades: as many as there are errors, nearly always the right ones."""
    rng = random.Random(errors)
    wrong_count = listed = total = 0
    for _ in range(10):
        relations, figures = table(rng, 12)
        names = sorted({f for r in relations for f in r.figures})
        wrong = set(rng.sample(names, errors))
        slips = {n: rng.choice(list(SLIPS.values()))(rng, figures[n]) for n in sorted(wrong)}
        shown = figures | slips
        violated = [r for r in relations if judge(r, shown).verdict is Verdict.INCONSISTENT]
        visible = {f for r in violated for f in r.figures} & wrong
        causes = diagnose(relations, shown)
        wrong_count += abs(len(causes) - len(visible))
        listed += len(visible & {s for c in causes for s in c.suspects})
        total += len(visible)
        assert {n for c in causes for n in c.relations} == {r.id for r in violated}
    assert listed >= 0.9 * total
    assert wrong_count <= miscounted * total


def test_rounding_is_no_violation() -> None:
    shown = BOOK | {"rate": q("93.95"), "left": q("509.40")}
    assert diagnose([RATE, LEFT], shown) == ()


def test_what_is_bounded_on_one_side_only_has_no_corrected_value() -> None:
    parts = relation(K.SUM, "whole", ("a", "addend"), ("b", "addend"), exhaustive=False)
    above = relation(K.ORDER, None, ("a", "actual"), ("whole", "target"), direction=-1, name="o")
    figures = {"a": q("1820.00"), "b": q("12.50"), "whole": q("182.00")}
    for tested in ([parts], [above]):
        (cause,) = diagnose(tested, figures)
        assert {"a", "whole"} <= set(cause.suspects)
        assert cause.edit is Edit.UNKNOWN
        assert cause.corrected is None


def test_a_cycle_and_a_hedged_relation() -> None:
    hedged = Quantity(Fraction(5), Fraction(1), Interval(Fraction(4), Fraction(6)))
    forth = relation(K.SUM, "a", ("b", "addend"), ("c", "addend"), name="forth")
    back = relation(K.SUM, "b", ("a", "addend"), ("c", "addend"), name="back")
    shown = {"a": q("10.0"), "b": q("7.0"), "c": q("3.0")}
    (cause,) = diagnose([forth, back], shown)
    assert cause.relations == ("back",)
    assert diagnose([forth, back], dict.fromkeys("abc", hedged)) == ()


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("rows", [3, 8])
def test_single_slips_in_tables(slip: str, rows: int) -> None:
    """Every detectable slip is on the list of suspects, and nearly always alone and corrected."""
    rng = random.Random(f"{slip} {rows}")
    found = named = corrected = 0
    for _ in range(25):
        relations, figures = table(rng, rows)
        wrong = rng.choice(sorted(f for r in relations for f in r.figures))
        shown = figures | {wrong: SLIPS[slip](rng, figures[wrong])}
        if all(judge(r, shown).verdict is not Verdict.INCONSISTENT for r in relations):
            continue
        causes = diagnose(relations, shown)
        assert any(wrong in c.suspects for c in causes)
        found += 1
        named += [c.suspects for c in causes] == [(wrong,)]
        corrected += causes[0].corrected == figures[wrong].value
    assert found
    assert named >= 0.9 * found
    assert corrected >= 0.7 * found


def test_clean_tables_have_no_root_cause() -> None:
    rng = random.Random(9)
    for rows in (2, 5, 20):
        assert diagnose(*table(rng, rows)) == ()


def test_figures_of_one_relation_may_have_changed_places() -> None:
    printed = {"budget": q("54", "0"), "spent": q("60", "0"), "rate": q("90.00")}
    (cause,) = diagnose([RATE], printed)
    assert set(cause.suspects) == {"rate", "budget", "spent"}


def test_a_change_of_nothing_is_no_slip_of_the_unit() -> None:
    change = relation(
        K.DIFFERENCE, "change", ("now", "minuend"), ("before", "subtrahend"), direction=0
    )
    book = {"now": q("4225.51"), "before": q("4225.51"), "change": q("49.92")}
    (cause,) = diagnose([change], book)
    assert cause.edit is not Edit.UNIT
