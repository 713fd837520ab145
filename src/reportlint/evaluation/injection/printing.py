"""How a true value is printed: unit, decimals, grouping, and the author's way of rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

from reportlint.arithmetic.model import Quantity
from reportlint.arithmetic.rounding import half_even, half_up, truncate

ROUNDINGS = {"half-up": half_up, "half-even": half_even, "truncation": truncate}
UNITS = {"元": 1, "万元": 10**4, "亿元": 10**8}
_DECIMALS = {"元": (0, 2, 2), "万元": (0, 1, 2, 2, 2, 3, 4), "亿元": (2, 3, 4)}
_SIZES = {"元": Fraction(1, 5), "万元": Fraction(1), "亿元": Fraction(300)}
_RATES = (0, 1, 1, 2, 2, 2)


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one author. `size` scales all drawn amounts to what the unit suits."""

    rounding: str
    unit: str
    decimals: int
    rates: int
    grouped: bool
    size: Fraction


@dataclass(frozen=True, slots=True)
class Shape:
    """How one figure is printed: `scale` base units to one printed unit; `unit` as it follows.

    An `exact` figure is a count. `kind` is amount, percent, points, count or score.
    """

    kind: str
    scale: int
    decimals: int
    unit: str = ""
    grouped: bool = False
    exact: bool = False

    @property
    def place(self) -> Fraction:
        """The unit of the last printed digit in base units; zero for a count."""
        return Fraction(0) if self.exact else Fraction(self.scale, 10**self.decimals)


def style(random: Random, rounding: str | None = None) -> Style:
    """The habits of some author."""
    unit = random.choice(("元", "万元", "万元", "万元", "亿元"))
    return Style(
        rounding=rounding or random.choice(tuple(ROUNDINGS)),
        unit=unit,
        decimals=random.choice(_DECIMALS[unit]),
        rates=random.choice(_RATES),
        grouped=random.random() < 0.5,
        size=_SIZES[unit],
    )


def digits(value: Fraction, shape: Shape, rounding: str) -> str:
    """The printed number of a value, with its sign and without its unit."""
    place = Fraction(shape.scale, 10**shape.decimals)
    shown = ROUNDINGS[rounding](value, place) / shape.scale
    return written(shown, shape)


def written(shown: Fraction, shape: Shape) -> str:
    """A mantissa with the shape's decimals."""
    number = Decimal(shown.numerator) / Decimal(shown.denominator)
    return f"{number:{',' if shape.grouped else ''}.{shape.decimals}f}"


def quantity(printed: str, shape: Shape, sign: int = 1) -> Quantity:
    """What a printed number says, for the arithmetic. A word may have given it its sign."""
    plain = printed.replace(",", "")
    decimals = len(plain.partition(".")[2])
    place = Fraction(0) if shape.exact else Fraction(shape.scale, 10**decimals)
    return Quantity(Fraction(plain) * shape.scale * sign, place)
