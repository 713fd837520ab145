"""Units that go on after themselves: 九成五, 五元三角, 十万元整."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reportlint.facts.model import FigureKind, Hedge
from reportlint.facts.numerals.patterns import load_patterns
from reportlint.facts.numerals.spoken import DIGITS
from reportlint.facts.numerals.units import Unit
from reportlint.facts.numerals.written import ONE, Quantity

_MONEY = Unit("元", FigureKind.AMOUNT, ONE)


def with_tenths(plain: str, q: Quantity) -> Quantity:
    """九成五 is 9.5成, 两成多 more than two; 八五折 and 85折 are 8.5折."""
    if q.number is None or q.unit is None:
        return q
    more = load_patterns().fractional_tenths.match(plain, q.end - 1)
    if more and not q.decimals and q.number < 10:
        half = Fraction(1, 2) if more[1] == "半" else Fraction(_digit(more[1]), 10)
        return replace(q, end=more.end(), number=q.number + half, decimals=1)
    if q.unit.name == "折" and 10 < q.number < 100 and "十" not in plain[q.start : q.end]:
        return replace(q, number=q.number / 10, decimals=1)
    if plain[q.end : q.end + 1] in ("多", "余"):
        return replace(q, end=q.end + 1, vague=Hedge.OVER)
    return q


def with_change(plain: str, q: Quantity) -> Quantity:
    """元 followed by 角 and 分 (五元三角), or by 整."""
    found = load_patterns().small_change.match(plain, q.end)
    if found is None or not found[0]:
        return q
    if q.number is None or not (found["jiao"] or found["fen"]):
        return replace(q, end=found.end())
    cents = 10 * _digit(found["jiao"]) + _digit(found["fen"])
    if q.decimals:
        return q  # 24.696万元一分没花: what is printed to the point has no small change
    whole = q.number * q.scale + Fraction(cents, 100)
    places = 2 if found["fen"] else 1
    return Quantity(q.start, found.end(), whole, places, "", _MONEY, "元", ONE, q.spoken)


def _digit(word: str | None) -> int:
    if not word:
        return 0
    return int(word) if word.isascii() else DIGITS[word]
