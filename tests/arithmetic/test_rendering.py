"""The property above all: true figures, however shortened, never make an error."""

from __future__ import annotations

from fractions import Fraction

from cases import examples, printings, rationals, relation
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.arithmetic.model import Quantity, RelationKind, Verdict
from reportlint.arithmetic.verdicts import judge

QUARTER = Fraction(1, 5)
amounts = rationals(-100_000, 100_000)
positive = rationals(0, 1_000_000)


def verdict(
    kind: RelationKind, shown: dict[str, Quantity], *terms: tuple[str, str], **k: int
) -> str:
    return judge(relation(kind, "y", *terms, **k), shown).verdict


@examples(QUARTER)
@given(st.data(), st.lists(amounts, min_size=2, max_size=40))
def test_sums(data: st.DataObject, parts: list[Fraction]) -> None:
    shown = {f"x{i}": data.draw(printings(v)) for i, v in enumerate(parts)}
    terms = [(name, "addend") for name in shown]
    shown["y"] = data.draw(printings(sum(parts, Fraction(0))))
    assert verdict(RelationKind.SUM, shown, *terms) != Verdict.INCONSISTENT


@examples(QUARTER)
@given(st.data(), positive, positive, st.booleans())
def test_shares(data: st.DataObject, part: Fraction, rest: Fraction, inside: bool) -> None:
    assume(part + rest)
    shown = {"p": data.draw(printings(part)), "y": data.draw(printings(100 * part / (part + rest)))}
    if inside:
        shown["r"] = data.draw(printings(rest))
        terms = [("p", "part"), ("p", "whole"), ("r", "whole")]
    else:
        shown["w"] = data.draw(printings(part + rest))
        terms = [("p", "part"), ("w", "whole")]
    assert verdict(RelationKind.SHARE, shown, *terms) != Verdict.INCONSISTENT


@examples(QUARTER)
@given(st.data(), positive, positive, st.sampled_from(["direct", "previous", "current"]))
def test_growth(data: st.DataObject, current: Fraction, previous: Fraction, by: str) -> None:
    assume(previous and current != previous)
    direction = 1 if current > previous else -1
    sign = data.draw(st.sampled_from([1, direction]))
    rate = data.draw(printings(sign * 100 * (current / previous - 1)))
    shown = {
        "y": rate,
        "c": data.draw(printings(current)),
        "p": data.draw(printings(previous)),
        "d": data.draw(printings(sign * (current - previous))),
    }
    terms = {
        "direct": [("c", "current"), ("p", "previous")],
        "previous": [("d", "numerator"), ("p", "previous")],
        "current": [("d", "numerator"), ("c", "current")],
    }[by]
    stated = data.draw(st.sampled_from([direction, 0]))
    found = verdict(RelationKind.GROWTH, shown, *terms, direction=stated)
    assert found != Verdict.INCONSISTENT


@examples(QUARTER)
@given(st.data(), amounts, amounts)
def test_differences(data: st.DataObject, left: Fraction, right: Fraction) -> None:
    direction = 1 if left >= right else -1
    change = (left - right) * data.draw(st.sampled_from([1, direction]))
    shown = {
        "a": data.draw(printings(left)),
        "b": data.draw(printings(right)),
        "y": data.draw(printings(change)),
    }
    stated = data.draw(st.sampled_from([direction, 0]))
    terms = [("a", "minuend"), ("b", "subtrahend")]
    found = verdict(RelationKind.DIFFERENCE, shown, *terms, direction=stated)
    assert found != Verdict.INCONSISTENT


@examples(QUARTER / 2)
@given(st.data(), positive, positive)
def test_products_averages_multiples(data: st.DataObject, a: Fraction, b: Fraction) -> None:
    assume(b)
    shown = {"a": data.draw(printings(a)), "b": data.draw(printings(b))}
    product = shown | {"y": data.draw(printings(a * b))}
    quotient = shown | {"y": data.draw(printings(a / b))}
    over = [("a", "total"), ("b", "factor")]
    assert verdict(RelationKind.PRODUCT, product, *over) != Verdict.INCONSISTENT
    assert verdict(RelationKind.AVERAGE, quotient, *over) != Verdict.INCONSISTENT
    multiple = verdict(RelationKind.MULTIPLE, quotient, ("a", "current"), ("b", "previous"))
    assert multiple != Verdict.INCONSISTENT


@examples(QUARTER / 2)
@given(st.data(), amounts, amounts)
def test_restatements_and_orders(data: st.DataObject, a: Fraction, b: Fraction) -> None:
    same = {"a": data.draw(printings(a)), "b": data.draw(printings(a))}
    items = relation(RelationKind.EQUAL, None, ("a", "item"), ("b", "item"))
    assert judge(items, same).verdict != Verdict.INCONSISTENT
    pair = {"a": same["a"], "b": data.draw(printings(b))}
    direction = (a > b) - (a < b)
    order = relation(
        RelationKind.ORDER, None, ("a", "current"), ("b", "previous"), direction=direction
    )
    assert judge(order, pair).verdict != Verdict.INCONSISTENT
