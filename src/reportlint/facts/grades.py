"""What scores a grade word stands for, by the scale of the part that it is printed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from reportlint.arithmetic.model import Interval, Quantity
from reportlint.facts.model import Figure, FigureKind, Part
from reportlint.profiles import GradeBand, GradeScale


def grade_quantities(figures: Mapping[str, Figure], parts: Sequence[Part]) -> dict[str, Quantity]:
    """Grade words as the scores they allow; words that the part's profile does not know are left.

    The value is the band's lowest score.
    """
    found = {}
    for name, figure in figures.items():
        if figure.numeral.kind is not FigureKind.GRADE:
            continue
        scale = _scale_at(figure.block, parts)
        interval = _interval(figure.numeral.text, scale) if scale else None
        if interval is not None and interval.low is not None:
            found[name] = Quantity(interval.low, bounds=interval)
    return found


def _scale_at(block: int, parts: Sequence[Part]) -> GradeScale | None:
    for part in parts:
        if part.start_block <= block < part.end_block:
            return part.profile.grade_scale if part.profile else None
    return None


def _interval(word: str, scale: GradeScale) -> Interval | None:
    """From the band's lowest score up to the band above; the best and the last one are open."""
    above: GradeBand | None = None
    for band in scale.bands:
        if word in (band.grade, *band.aliases):
            high = None if above is None else Fraction(above.low)
            return Interval(Fraction(band.low), high, True, False)
        above = band
    return None
