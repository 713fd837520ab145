"""Ranges: 5-10万, 90%～95%, 80-90（不含90）分."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import FigureKind, Hedge, Numeral
from reportlint.facts.numerals.acceptance import accepted
from reportlint.facts.numerals.hedges import load_hedges
from reportlint.facts.numerals.openings import SIGN, kind_of
from reportlint.facts.numerals.patterns import load_patterns
from reportlint.facts.numerals.quantity import read_quantity
from reportlint.facts.numerals.units import load_units
from reportlint.facts.numerals.written import ONE, Quantity, factor

_FROM = re.compile(r"[从由自][^，。；、]{0,3}$")
_BY = re.compile(r"(?:提高?|增加?|涨|升|调|降低?|减少?)了?$")
_APART = 5
"""A change and the level that it leads to are further apart than the ends of a range."""
_SPREAD = re.compile(r"(?:/[^，。；]{1,3})?(?:不等|之间|区间|的幅度)")
_TO = re.compile(r"[至到]")
_BAND = re.compile(r"\((?P<open>不)?含[^()]{0,6}\)[ ]?|[ ]?之间")


def joined(plain: str, first: Quantity, floor: int) -> Numeral | None:
    """The range that `first` opens, None if it opens none."""
    if first.number is None or first.denominator:
        return None
    second = _second(plain, first)
    if second is None or second.number is None or second.denominator:
        return None
    band = _BAND.match(plain, second.end)
    if band and not second.name:
        second = _banded(plain, second, band)
    low = _shared(first, second)
    decimal = first.decimals and second.decimals
    if low is None or not (accepted(plain, second) if second.name else band or decimal):
        return None
    closed = not (band and band["open"])
    return _range(plain, first.start, second, low, max(floor, first.start - 3), closed=closed)


def _second(plain: str, first: Quantity) -> Quantity | None:
    """The quantity behind the joint. 由5%到8% is a change and no range."""
    patterns = load_patterns()
    joint = patterns.joint.match(plain, first.end)
    if not joint:
        return None
    core = patterns.core.match(plain, joint.end())
    if not core:
        return None
    second = read_quantity(plain, core)
    if second and _TO.search(joint[0]) and _changes(plain, first, second):
        return None
    if second and first.unit and first.spoken and first.kind is FigureKind.PERCENT:
        return _under(first, second)
    return second


def _changes(plain: str, first: Quantity, second: Quantity) -> bool:
    """由5%到8%, 提6元至90元 are changes; 由6元至90元不等 is a range all the same."""
    if _SPREAD.match(plain, second.end):
        return False
    reach = max(0, first.start - 5)
    if _FROM.search(plain, reach, first.start):
        return True
    if first.kind is not FigureKind.AMOUNT or not _BY.search(plain, reach, first.start):
        return False
    ends = first.number, second.number
    return (
        ends[0] is not None
        and ends[1] is not None
        and (ends[1] * second.scale >= _APART * ends[0] * first.scale)
    )


def _banded(plain: str, second: Quantity, band: re.Match[str]) -> Quantity:
    """80-90(不含90)分: the unit stands behind the remark."""
    tail = load_patterns().tail.match(plain, band.end())
    if not tail or not tail["unit"] or not band[0].startswith("("):
        return second
    unit, magnitude = load_units().named[tail["unit"]], tail["scale"] or ""
    return replace(
        second,
        end=tail.end("unit"),
        unit=unit,
        magnitude=magnitude,
        name=magnitude + unit.common,
        scale=factor(magnitude, unit.name),
    )


def _under(first: Quantity, second: Quantity) -> Quantity:
    """百分之三十至四十: the second number stands under the first one's 百分之."""
    if second.name or not second.spoken:
        return second
    return replace(second, unit=first.unit, name=first.name, scale=first.scale)


def _shared(first: Quantity, second: Quantity) -> Fraction | None:
    """The lower end in base units: it takes the scale and unit it does not print itself."""
    if first.number is None or second.number is None:
        return None
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return None
    unit = second.unit.scale if second.unit else ONE
    scale = first.scale if first.unit else first.scale * unit if first.magnitude else second.scale
    low = first.number * scale
    return low if low < second.number * second.scale else None


def _range(
    plain: str, start: int, second: Quantity, low: Fraction, floor: int, *, closed: bool
) -> Numeral:
    sign = SIGN.search(plain, floor, start)
    start = sign.start() if sign else start
    low = -low if sign and sign["minus"] else low
    high = (second.number or Fraction(0)) * second.scale
    hedge = load_hedges().ahead(plain, start, second.name)
    start = hedge.at if hedge and hedge.hedge is Hedge.ABOUT else start
    return Numeral(
        start,
        second.end,
        plain[start : second.end],
        kind_of(second.kind, second.name, plain[start : start + 1]),
        None,
        second.name,
        second.scale,
        second.decimals,
        Interval(low, high, True, closed),
        hedge.hedge if hedge and hedge.hedge is Hedge.ABOUT else None,
    )
