"""Ratios written with a colon: 师生比1:12.5."""

from __future__ import annotations

import re
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import FigureKind, Numeral

_RATIO = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?):([0-9]{1,12}(?:\.[0-9]{1,12})?)(?![0-9.:])")


def read_ratio(plain: str, at: int) -> Numeral | None:
    """The ratio at `at`, its value first ÷ second, within what rounding of both ends allows."""
    found = _RATIO.match(plain, at)
    if not found:
        return None
    above, below = Fraction(found[1]), Fraction(found[2])
    if not below or not above:
        return None
    half = tuple(Fraction(1, 2 * 10 ** len(t.partition(".")[2])) for t in (found[1], found[2]))
    low, high = (
        (above - half[0]) / (below + half[1]),
        (above + half[0]) / max(below - half[1], half[1]),
    )
    return Numeral(
        at,
        found.end(),
        found[0],
        FigureKind.RATIO,
        above / below,
        "",
        Fraction(1),
        0,
        Interval(low, high, True, False),
    )
