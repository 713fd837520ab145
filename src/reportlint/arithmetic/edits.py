"""What a slip of the pen turns a figure into, and what it therefore may have been (3.6, 3.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from reportlint.arithmetic.intervals import LINE, ZERO, contains
from reportlint.arithmetic.model import Edit, Interval, Quantity

POWERS = (-8, -4, -2, -1, 1, 2, 4, 8)
"""Decimal point and unit slips: one or two places, 元/万元, 元/亿元."""
Steps = tuple[int | None, int | None]
"""The lowest and the highest multiple of a last digit; None for infinity."""
HALF = Fraction(1, 2)
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
    return plausible(printed, LINE, percent=percent)


def plausible(
    printed: Quantity, admissible: Interval, *, percent: bool = False
) -> Iterator[Correction]:
    """The corrections of which some rounding lies in `admissible`."""
    value, place = printed.value, printed.place or Fraction(1)
    if abs(value) >= TELLING * place:
        for power in POWERS:
            factor = Fraction(10) ** power
            if power < 0 and contains(admissible, ZERO):
                continue  # Anything comes near nothing when it is made small enough.
            steps = _steps(admissible, place * factor)
            yield from _family(Edit.UNIT, [value / place], steps, place * factor, len(POWERS))
    steps = _steps(admissible, place)
    yield from _family(Edit.SIGN, [-value / place], steps, place)
    if percent:
        yield from _family(Edit.COMPLEMENT, [(100 - value) / place], steps, place)
    if (value / place).denominator == 1:
        yield from _digits(int(value / place), steps, place)


def _digits(shown: int, steps: Steps, place: Fraction) -> Iterator[Correction]:
    digits, sign = str(abs(shown)), -1 if shown < 0 else 1
    for edit, texts in _digit_edits(digits):
        others = {sign * int(t) for t in texts if _another(t, digits) and _printable(t, place)}
        yield from _family(edit, others, steps, place, len(others))


def _another(text: str, digits: str) -> bool:
    """A zero more or less at the end is the slip of a power of ten, counted there."""
    return text.rstrip("0") != digits.rstrip("0")


def _printable(digits: str, place: Fraction) -> bool:
    """Nobody prints 05.00: a zero leads only where it is all there is before the point."""
    return not digits.startswith("0") or int(digits) * place < 1


def _steps(admissible: Interval, place: Fraction) -> Steps:
    """The interval in last digits, widened by what rounds into it."""
    low, high = admissible.low, admissible.high
    return (
        None if low is None else ceil(low / place - HALF),
        None if high is None else floor(high / place + HALF),
    )


def _family(
    edit: Edit,
    outcomes: Collection[Fraction | int],
    steps: Steps,
    place: Fraction,
    size: int = 1,
) -> Iterator[Correction]:
    """Those of equally likely outcomes, counted in last digits, that lie between `steps`."""
    low, high = steps
    for outcome in outcomes:
        if (low is None or low <= outcome) and (high is None or outcome <= high):
            yield Correction(edit, outcome * place, place, SHARES[edit] / size)


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
