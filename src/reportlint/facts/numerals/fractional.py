"""Fractions: 三分之二, 百分之九十九点三五, 一半, 对折."""

from __future__ import annotations

import re
from fractions import Fraction

from reportlint.facts.numerals.spoken import decimal_value, neighbours
from reportlint.facts.numerals.units import load_units
from reportlint.facts.numerals.written import ONE, Quantity

GAPS = str.maketrans("kK", "千千", ", ，\n")
"""What may stand between the digits of one number; k is written for a thousand."""

_HUNDREDTHS = {"百": "%", "佰": "%", "千": "‰", "仟": "‰"}


def read_fraction(core: re.Match[str]) -> Quantity | None:
    """The fraction at `core`; hundredths and thousandths are percent and permille."""
    sign = _HUNDREDTHS.get(core["den"])
    if sign:
        return _hundredths(core, sign)
    below, above = (decimal_value(core[g].translate(GAPS)) for g in ("den", "num"))
    if below is None or above is None or not below[0]:
        return None
    return _ratio(core, -above[0] if core["neg"] else above[0], below[0])


def _hundredths(core: re.Match[str], sign: str) -> Quantity | None:
    pair = neighbours(core["num"])
    if pair:
        return _of(core, sign, None, 0, pair)
    above = decimal_value(core["num"].translate(GAPS))
    if above is None:
        return None
    return _of(core, sign, -above[0] if core["neg"] else above[0], above[1])


def _of(
    core: re.Match[str],
    name: str,
    number: Fraction | None,
    decimals: int,
    ends: tuple[Fraction | None, Fraction | None] = (None, None),
) -> Quantity:
    unit = load_units().named[name]
    return Quantity(
        core.start(),
        core.end(),
        number,
        decimals,
        "",
        unit,
        unit.name,
        unit.scale,
        True,
        low=ends[0],
        high=ends[1],
    )


def read_half(core: re.Match[str]) -> Quantity:
    """一半 is a ratio, 对折 a price at five tenths."""
    if core["half"][-1] != "折":
        return _ratio(core, Fraction(1), Fraction(2))
    return _of(core, "折", Fraction(5), 0)


def _ratio(core: re.Match[str], above: Fraction, below: Fraction) -> Quantity:
    return Quantity(
        core.start(),
        core.end(),
        above / below,
        0,
        "",
        None,
        "",
        ONE,
        True,
        denominator=max(1, int(below)),
    )
