"""From a figure of the report to the quantity that arithmetic works on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from reportlint.arithmetic.intervals import hull
from reportlint.arithmetic.model import Interval, Quantity
from reportlint.facts.grades import grade_quantities
from reportlint.facts.model import Figure, FigureKind, Hedge, Part

_SPOKEN = Fraction(5)
"""Percentage points: 一半 and 三分之一 are said of what comes near them."""


def quantity_of(figure: Figure) -> Quantity | None:
    """The figure in base units; a hedge or range gives bounds. None for a range without ends."""
    numeral, value = figure.numeral, figure.value
    if numeral.kind is FigureKind.RATIO and value is not None:
        return Quantity(value * 100, max(figure.place * 100, _SPOKEN))
    if value is None:
        middle = _middle(numeral.interval)
        return None if middle is None else Quantity(middle, figure.place, numeral.interval)
    if numeral.hedge is None:
        return Quantity(value, figure.place)
    bounds = numeral.interval
    if numeral.hedge is Hedge.ABOUT:
        around = Interval(value - figure.place, value + figure.place, False, False)
        bounds = hull(bounds, around)
    return Quantity(value, figure.place, bounds)


def quantities_of(figures: Mapping[str, Figure], parts: Sequence[Part] = ()) -> dict[str, Quantity]:
    """All figures that have a value, and the grades that the parts' profiles have a scale for."""
    found = ((name, quantity_of(figure)) for name, figure in figures.items())
    known = {name: quantity for name, quantity in found if quantity is not None}
    return known | grade_quantities(figures, parts)


def _middle(interval: Interval) -> Fraction | None:
    if interval.low is None or interval.high is None:
        return interval.high if interval.low is None else interval.low
    return (interval.low + interval.high) / 2
