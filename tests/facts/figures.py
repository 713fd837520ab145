"""Figures and claims for tests, from their printed forms."""

from __future__ import annotations

import re
from fractions import Fraction

from reportlint.arithmetic.intervals import LINE
from reportlint.arithmetic.model import Interval, Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Figure, FigureKind, Hedge, Numeral, Span

UNITS = {
    "万元": (FigureKind.AMOUNT, 10**4),
    "元": (FigureKind.AMOUNT, 1),
    "亿元": (FigureKind.AMOUNT, 10**8),
    "%": (FigureKind.PERCENT, 1),
    "个百分点": (FigureKind.POINTS, 1),
    "分": (FigureKind.SCORE, 1),
    "倍": (FigureKind.MULTIPLE, 1),
    "个": (FigureKind.COUNT, 1),
}


def figure(
    name: str,
    printed: str,
    *,
    hedge: Hedge | None = None,
    bounds: tuple[str | None, str | None] | None = None,
    how: str = "text",
    period: str = "",
) -> Figure:
    """`figure("a", "1,416.19万元")`: a figure as it stands in a report."""
    found = re.fullmatch(r"(-?[\d,]+(?:\.\d+)?)(.*)", printed)
    assert found
    digits, unit = found.groups()
    kind, scale = UNITS[unit]
    decimals = len(digits.partition(".")[2])
    value = Fraction(digits.replace(",", ""))
    ends = [None if e is None else Fraction(e) * scale for e in bounds or (None, None)]
    interval = Interval(ends[0], ends[1], ends[0] is not None, ends[1] is not None)
    exact = kind is FigureKind.COUNT
    numeral = Numeral(
        0,
        len(printed),
        printed,
        kind,
        value,
        unit,
        Fraction(scale),
        decimals,
        interval if bounds else LINE,
        hedge,
        exact,
    )
    return Figure(name, numeral, 0, 0, len(printed), how=how, period=period)


def book(**printed: str) -> dict[str, Figure]:
    """Figures by their ids."""
    return {name: figure(name, text) for name, text in printed.items()}


def relation(
    kind: RelationKind,
    result: str | None,
    direction: int = 0,
    exhaustive: bool = True,
    **terms: str,
) -> Relation:
    """`relation(RATIO, "y", a="numerator", b="denominator")`."""
    made = tuple(Term(name, Role(role)) for name, role in terms.items())
    return Relation("r", kind, result, made, direction, exhaustive)


def claim(
    first: Relation,
    *alternatives: Relation,
    id: str = "c1",
    named: bool = True,
    certain: bool = True,
    source: ClaimSource = ClaimSource.STATED,
) -> Claim:
    """A claim of one relation, with its other readings."""
    words = Span(0, 0, 0)
    return Claim(id, first, source, words, named=named, alternatives=alternatives, certain=certain)
