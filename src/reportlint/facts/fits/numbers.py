"""The figures of the prose as numbers in a row, and which of them stand near which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlint.arithmetic.model import Quantity
from reportlint.facts.claims.mention import Mention, Passage
from reportlint.facts.model import FigureKind
from reportlint.facts.quantities import quantity_of

LEVELS = frozenset(
    {
        FigureKind.AMOUNT,
        FigureKind.COUNT,
        FigureKind.AREA,
        FigureKind.LENGTH,
        FigureKind.SCORE,
        FigureKind.OTHER,
    }
)
"""Kinds of figures that say how much there is of something."""
_GRAINS: tuple[float, ...] = tuple(10.0**n for n in range(12, 0, -1))
_BACK, _AHEAD = 14, 6
_LINES_BACK, _LINES_AHEAD = 4, 1
FARTHEST = 100
"""Figures between, of whatever kind, beyond which none is looked at."""
_LINE, _AFTER = 2, 1
"""What a sentence between, or a place after the result, adds to the distance of an operand."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of the prose: `at` counts all of them, `line` the sentences of the report.

    `value` in base units; `slack` half the last printed place; `grain` the coarseness of a round
    number (100 for 1,500), which tells how easily it turns up by chance; `blur` the slack as a part
    of the value. Numbers of one `dimension` can be added, and their quotient is a pure number.
    """

    mention: Mention
    passage: Passage
    quantity: Quantity
    at: int
    line: int
    value: float
    slack: float
    grain: float
    blur: float
    dimension: tuple[FigureKind, str]

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.mention.id

    @property
    def kind(self) -> FigureKind:
        """The figure's kind."""
        return self.mention.kind


def numbers_of(passages: Sequence[Passage]) -> tuple[Number, ...]:
    """Every figure with one value, in the order of the report."""
    found: list[Number] = []
    lines = 0
    for passage in passages:
        last = 0
        for mention in passage.mentions:
            last = mention.sentence
            quantity = quantity_of(mention.figure)
            if quantity is not None and mention.figure.value is not None:
                found.append(_number(mention, passage, quantity, len(found), lines + last))
        lines += last + 1
    return tuple(found)


def _number(mention: Mention, passage: Passage, quantity: Quantity, at: int, line: int) -> Number:
    value = float(quantity.value)
    slack = float(quantity.place) / 2
    grain = _grain(mention, slack)
    blur = slack / abs(value) if value else 0.0
    near = mention.dimension
    return Number(mention, passage, quantity, at, line, value, slack, grain, blur, near)


def _grain(mention: Mention, slack: float) -> float:
    numeral = mention.figure.numeral
    value = abs(numeral.value or Fraction(0)) * 10**numeral.decimals
    scale = float(numeral.scale) / float(10**numeral.decimals)
    if value.denominator != 1 or not value:
        return 2 * slack
    zeros: float = next((g for g in _GRAINS if value.numerator % int(g) == 0), 1.0)
    return max(zeros * scale, 2 * slack)


@dataclass(frozen=True, slots=True)
class Near:
    """A number that may be an operand, and how far off it stands."""

    number: Number
    cost: int


def nearby(numbers: Sequence[Number], center: Number, kinds: frozenset[FigureKind]) -> list[Near]:
    """Numbers of some kinds around one, the nearest first."""
    found = [*_walk(numbers, center, kinds, -1), *_walk(numbers, center, kinds, 1)]
    return sorted(found, key=lambda n: n.cost)


def _walk(
    numbers: Sequence[Number], center: Number, kinds: frozenset[FigureKind], step: int
) -> Iterator[Near]:
    reach, lines = (_BACK, _LINES_BACK) if step < 0 else (_AHEAD, _LINES_AHEAD)
    count = 0
    at = center.at + step
    end = center.at + step * FARTHEST
    while 0 <= at < len(numbers) and count < reach and at != end:
        other = numbers[at]
        apart = abs(other.line - center.line)
        if apart > lines:
            return
        if other.kind in kinds:
            yield Near(other, count + _LINE * apart + (_AFTER if step > 0 else 0))
            count += 1
        at += step


def counted(a: Number, b: Number) -> bool:
    """Whether both count something, though not by one measure word: 份 of 户."""
    return a.kind is FigureKind.COUNT and b.kind is FigureKind.COUNT
