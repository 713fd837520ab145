"""A number as written with its tail: scale word, vagueness, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from reportlint.facts.model import FigureKind, Hedge
from reportlint.facts.numerals.patterns import load_patterns
from reportlint.facts.numerals.spoken import MAGNITUDES
from reportlint.facts.numerals.units import Unit, load_units

ONE = Fraction(1)
_STOP = re.compile(r"[，,。；、;)]|$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written.

    `number` is the mantissa without sign, None if the words are vague (十几, 两三百), then `low`
    and `high` hold its ends. `magnitude` is the written scale word (万), `name` the unit with it
    (万元), `scale` the factor of both to base units. `denominator` is a fraction's, else 0.
    """

    start: int
    end: int
    number: Fraction | None
    decimals: int
    magnitude: str
    unit: Unit | None
    name: str
    scale: Fraction
    spoken: bool
    vague: Hedge | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    denominator: int = 0

    @property
    def kind(self) -> FigureKind:
        """The unit's kind; a bare fraction is a ratio, a bare 万 an amount."""
        if self.denominator:
            return FigureKind.RATIO
        return self.unit.kind if self.unit else FigureKind.OTHER


def read_tail(plain: str, core: re.Match[str]) -> re.Match[str]:
    """What follows the number; 余, 多 and the like only with something to count or at an end."""
    pattern = load_patterns().tail
    found = pattern.match(plain, core.end())
    if found and found["vague"] and not (found["scale"] or found["unit"]):
        open_end = _STOP.match(plain, found.end("vague"))
        found = found if open_end else pattern.match(plain, core.end(), core.end())
    if found is None:
        raise AssertionError("the tail may be empty and always matches")
    return found


def assemble(
    core: re.Match[str],
    tail: re.Match[str],
    value: Fraction | None,
    decimals: int,
    magnitude: str,
    *,
    low: Fraction | None = None,
    high: Fraction | None = None,
) -> Quantity:
    """Join number and tail. A last 万 of the number counts as the unit's (三千万元 = 3000万元)."""
    written = tail["scale"] or ""
    unit = load_units().named[tail["unit"]] if tail["unit"] else None
    vague = Hedge.OVER if tail["vague"] or tail["vague2"] else None
    if tail["vague"] == "几" and value is not None and _last(value) > 1:
        low, high, value, vague = value + 1, value + _last(value) - 1, None, None
    name = (
        magnitude
        + written
        + (unit.common if unit else "")
        + (f"/{tail['per']}" if tail["per"] else "")
    )
    if unit and unit.half and value is not None:
        value, decimals = value + Fraction(1, 2), 1
    return Quantity(
        core.start(),
        _end(core, tail),
        value,
        decimals,
        magnitude + written,
        unit,
        name,
        factor(magnitude + written, tail["unit"] or ""),
        bool(core["words"]),
        vague,
        low,
        high,
    )


def _end(core: re.Match[str], tail: re.Match[str]) -> int:
    """Where the last printed part ends; blanks behind it do not belong to the number."""
    return max(core.end(), *(tail.end(g) for g in ("vague", "scale", "vague2", "unit", "per")))


def factor(magnitude: str, unit: str = "") -> Fraction:
    """The factor of scale words and a unit to base units."""
    product = load_units().named[unit].scale if unit else ONE
    for word in magnitude:
        product *= MAGNITUDES[word]
    return product


def _last(value: Fraction) -> Fraction:
    """The last non-zero place of a whole number (10 for 十, 一百二十)."""
    place = ONE
    while value and (value / (place * 10)).denominator == 1:
        place *= 10
    return place
