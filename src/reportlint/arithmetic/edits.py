"""What a slip of the pen turns a figure into, and what it therefore may have been (3.6, 3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reportlint.arithmetic.intervals import meets
from reportlint.arithmetic.model import Edit, Interval, Quantity

POWERS = (-8, -4, -2, -1, 1, 2, 4, 8)
"""Decimal point and unit slips: one or two places, 元/万元, 元/亿元."""
TELLING = 10
"""A figure of one digit, moved by powers of ten, comes near anything."""

SHARES = {
    Edit.UNIT: Fraction(20, 100),
    Edit.DIGIT: Fraction(25, 100),
    Edit.TRANSPOSITION: Fraction(15, 100),
    Edit.DROPPED_DIGIT: Fraction(8, 100),
    Edit.INSERTED_DIGIT: Fraction(6, 100),
    Edit.SIGN: Fraction(5, 100),
    Edit.COMPLEMENT: Fraction(4, 100),
}
"""How often a wrong figure came about in this way: our own prior, refined by no data yet."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A value the figure may have been before `edit`, its last place, and how likely that is."""

    edit: Edit
    value: Fraction
    place: Fraction
    likelihood: Fraction


def corrections(printed: Quantity, *, percent: bool = False) -> Iterator[Correction]:
    """Everything that one slip could have turned into `printed`."""
    value, place = printed.value, printed.place or Fraction(1)
    if abs(value) >= TELLING * place:
        yield from _family(Edit.UNIT, [(value * _ten(k), place * _ten(k)) for k in POWERS])
    yield from _family(Edit.SIGN, [(-value, place)])
    if percent:
        yield from _family(Edit.COMPLEMENT, [(100 - value, place)])
    steps = value / place
    if steps.denominator == 1:
        digits, sign = str(abs(steps.numerator)), -1 if value < 0 else 1
        for edit, texts in _digit_edits(digits):
            others = sorted({t for t in texts if t != digits})
            yield from _family(edit, [(sign * int(t) * place, place) for t in others])


def plausible(
    printed: Quantity, admissible: Interval, *, percent: bool = False
) -> list[Correction]:
    """The corrections of which some rounding lies in `admissible`, the likeliest first."""
    found = [c for c in corrections(printed, percent=percent) if _lands(c, admissible)]
    return sorted(found, key=lambda c: -c.likelihood)


def _lands(correction: Correction, admissible: Interval) -> bool:
    half = correction.place / 2
    return meets(Interval(correction.value - half, correction.value + half), admissible)


def _family(edit: Edit, outcomes: list[tuple[Fraction, Fraction]]) -> Iterator[Correction]:
    for value, place in outcomes:
        yield Correction(edit, value, place, SHARES[edit] / len(outcomes))


def _digit_edits(digits: str) -> Iterator[tuple[Edit, list[str]]]:
    places = range(len(digits))
    yield (
        Edit.DIGIT,
        [f"{digits[:i]}{d}{digits[i + 1 :]}" for i in places for d in "0123456789"],
    )
    yield (
        Edit.TRANSPOSITION,
        [f"{digits[:i]}{digits[i + 1]}{digits[i]}{digits[i + 2 :]}" for i in places[:-1]],
    )
    if len(digits) > 1:
        yield Edit.INSERTED_DIGIT, [digits[:i] + digits[i + 1 :] for i in places]
    yield (
        Edit.DROPPED_DIGIT,
        [f"{digits[:i]}{d}{digits[i:]}" for i in range(len(digits) + 1) for d in "0123456789"],
    )


def _ten(power: int) -> Fraction:
    return Fraction(10) ** power
