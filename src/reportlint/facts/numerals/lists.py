"""Lists whose last number alone prints the unit: 分别增长3.2、4.5个百分点."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import FigureKind, Numeral

_BETWEEN = re.compile(r"[、和及与+]")


def inherit(plain: str, found: list[Numeral]) -> list[Numeral]:
    """Give bare numbers the unit of the number they are listed with; their text stays as it is."""
    for index in range(len(found) - 2, -1, -1):
        bare, heir = found[index], found[index + 1]
        if (
            bare.kind is FigureKind.OTHER
            and not bare.unit
            and heir.unit
            and heir.value is not None
            and _BETWEEN.fullmatch(plain, bare.end, heir.start)
        ):
            found[index] = _under(bare, heir)
    return found


def _under(bare: Numeral, heir: Numeral) -> Numeral:
    exact = heir.exact and not bare.decimals and bare.hedge is None
    interval = _scaled(bare.interval, heir.scale)
    if exact and bare.value is not None:
        interval = Interval(bare.value, bare.value)
    return replace(
        bare, kind=heir.kind, unit=heir.unit, scale=heir.scale, interval=interval, exact=exact
    )


def _scaled(x: Interval, by: Fraction) -> Interval:
    low = None if x.low is None else x.low * by
    high = None if x.high is None else x.high * by
    return Interval(low, high, x.low_closed, x.high_closed)
