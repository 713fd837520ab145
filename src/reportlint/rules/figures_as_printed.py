"""Numbers written the way the author of a figure writes them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import Figure, FigureKind

THOUSAND = 1000
MOST_DECIMALS = 4
"""Amounts are printed with at most so many decimals; a longer value is rounded."""


def like(figure: Figure, value: Fraction, *, grouped: bool = False) -> str:
    """`value` (base units) with the figure's own decimals, grouping and unit, half up.

    `grouped`: thousands are set apart even if the figure itself is too short to show it.

    A value that needs a few decimals more (it stands so elsewhere) keeps them.
    """
    numeral = figure.numeral
    mantissa = value / numeral.scale
    decimals = _decimals(mantissa, numeral.decimals)
    return number(mantissa, decimals, grouped=grouped or grouping(figure)) + unit(figure)


def _decimals(mantissa: Fraction, own: int) -> int:
    exact = (d for d in range(own, MOST_DECIMALS + 1) if (mantissa * 10**d).denominator == 1)
    return next(exact, own)


def interval_like(figure: Figure, interval: Interval, *, grouped: bool = False) -> str | None:
    """An admissible interval in the figure's own writing: `71.65%`, or `71.65%～71.66%`.

    None where an end is infinite, or where the interval holds no number of that precision.
    """
    if interval.low is None or interval.high is None:
        return None
    numeral = figure.numeral
    unit_size = numeral.scale / 10**numeral.decimals
    lowest = -((-interval.low) // unit_size)
    highest = interval.high // unit_size
    if lowest == interval.low / unit_size and not interval.low_closed:
        lowest += 1
    if highest == interval.high / unit_size and not interval.high_closed:
        highest -= 1
    if lowest > highest:
        return None
    low = like(figure, lowest * unit_size, grouped=grouped)
    high = like(figure, highest * unit_size, grouped=grouped)
    return low if low == high else f"{low}～{high}"


def number(value: Fraction, decimals: int, *, grouped: bool = False) -> str:
    """A rational with so many decimals, rounded half away from zero."""
    scaled = abs(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    digits = f"{whole:0{decimals + 1}d}"
    head, tail = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    if grouped:
        head = f"{int(head):,}"
    sign = "-" if value < 0 and whole else ""
    return sign + head + ("." + tail if tail else "")


def grouping(figure: Figure) -> bool:
    """Whether the author sets thousands apart."""
    return any(comma in figure.numeral.text for comma in ",，")


def grouping_of(figures: Iterable[Figure]) -> bool:
    """Whether the author sets thousands apart wherever they could be."""
    long_ones = [f for f in figures if not -THOUSAND < (f.numeral.value or 0) < THOUSAND]
    return bool(long_ones) and all(map(grouping, long_ones))


def unit(figure: Figure) -> str:
    """The figure's unit: its own, or the one it inherits from header or caption."""
    own = figure.numeral.unit or figure.unit
    if not own and figure.numeral.kind is FigureKind.PERCENT:
        return "%"
    return own
