"""Numbers written the way the author of the report writes them."""

from __future__ import annotations

import re
from fractions import Fraction

from reportlint.arithmetic.rounding import half_up
from reportlint.facts.model import Figure

DIGITS = re.compile(r"[-−+－＋]?\s?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?")
ELLIPSIS = "…"


def as_printed(figure: Figure, *, unit: bool) -> str:
    """The figure's digits as they stand in the report, with its unit if wanted (% always)."""
    numeral = figure.numeral
    found = DIGITS.search(numeral.text)
    digits = found.group() if found else _from_value(figure)
    suffix = unit_of(figure) if unit or unit_of(figure) in ("%", "％", "‰") else ""
    return digits + suffix


def unit_of(figure: Figure) -> str:
    """The unit as printed with the figure, or as inherited."""
    return figure.numeral.unit or figure.unit


def like(figure: Figure, value: Fraction, *, unit: bool = True) -> str:
    """`value` (base units) rounded half-up and written in the unit and digits of `figure`."""
    mantissa = value / figure.numeral.scale
    decimals = figure.numeral.decimals
    text = decimal(half_up(mantissa, Fraction(1, 10**decimals)), decimals)
    return text + (unit_of(figure) if unit else "")


def unrounded(figure: Figure, value: Fraction) -> str:
    """`value` in the figure's unit, one digit further than printed, `…` when that cuts it."""
    mantissa = value / figure.numeral.scale
    decimals = figure.numeral.decimals
    if (mantissa * 10**decimals).denominator == 1:
        return decimal(mantissa, decimals)
    finer = 10 ** (decimals + 1)
    cut = Fraction(int(mantissa * finer), finer)
    sign = "-" if mantissa < 0 and cut == 0 else ""
    return sign + decimal(cut, decimals + 1) + (ELLIPSIS if cut != mantissa else "")


def decimal(value: Fraction, decimals: int) -> str:
    """A multiple of 10^−decimals, written out."""
    scaled = abs(value) * 10**decimals
    digits = str(scaled.numerator // scaled.denominator).rjust(decimals + 1, "0")
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{text}" if value < 0 else text


def _from_value(figure: Figure) -> str:
    value = figure.numeral.value
    return figure.numeral.text if value is None else decimal(value, figure.numeral.decimals)
