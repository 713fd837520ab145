"""Sums that the build of a table suggests, and which of its possible readings is meant."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.grid import Content, Grid

COVERAGE = Fraction(7, 10)
"""Share of its telling lines in which a sum must hold before the others count as wrong."""

FEWEST = 3
"""Telling lines from which on coverage decides without further cue."""

ADDABLE = frozenset({FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.SCORE, FigureKind.OTHER,
                     FigureKind.AREA, FigureKind.LENGTH})  # fmt: skip

Position = tuple[int, int]


def _has_stretch(values: Sequence[Fraction], wanted: Fraction, reach: Fraction) -> bool:
    """Whether some of the values, one after another, add up to what is wanted, give or take."""
    before: list[Fraction] = []
    for head in accumulate(values, initial=Fraction(0)):
        at = bisect_left(before, head - wanted - reach)
        if at < len(before) and before[at] <= head - wanted + reach:
            return True
        insort(before, head)
    return False


@dataclass(frozen=True, slots=True)
class Line:
    """One sum: a total and the parts that are printed; blank parts are nothing."""

    total: Figure
    parts: tuple[Figure, ...]
    exhaustive: bool = True

    @property
    def telling(self) -> bool:
        """Whether agreement would mean something: at least two parts other than zero."""
        return sum(1 for p in self.parts if p.value) >= 2

    @property
    def difference(self) -> Fraction:
        """Σ parts − total in base units."""
        return sum((p.value or Fraction(0) for p in self.parts), -(self.total.value or Fraction(0)))

    def echoes(self) -> bool:
        """Whether the parts are too much by just some of them: those may be parts of parts."""
        values = [p.value or Fraction(0) for p in self.parts]
        reach = sum((p.place for p in self.parts), self.total.place)
        if self.difference <= reach:
            return False
        return _has_stretch(values, self.difference, reach)

    def holds(self) -> bool:
        """Whether the robust intervals of the printed figures allow the sum."""
        reach = sum((p.place for p in self.parts), self.total.place)
        if not self.exhaustive:
            return self.difference <= reach
        return self.difference == 0 or abs(self.difference) < reach


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a total: the same parts in every line.

    `firm`: labels leave no doubt which the parts are, so that a failure is the author's.
    """

    lines: tuple[Line, ...]
    cell: Position
    firm: bool = False

    def held(self) -> int:
        """Number of telling lines in which the sum holds."""
        return sum(1 for line in self.lines if line.telling and line.holds())

    def telling(self) -> int:
        """Number of lines in which agreement means something."""
        return sum(1 for line in self.lines if line.telling)


@dataclass(frozen=True, slots=True)
class Cells:
    """The figures of a table by position."""

    grid: Grid
    figures: dict[Position, Figure]

    def line(self, total: Position, parts: Iterable[Position]) -> Line | None:
        """The sum at `total`, None where a part cannot be read or nothing is printed."""
        result = self.figures.get(total)
        operands: list[Figure] = []
        for part in parts:
            found = self.figures.get(part)
            if found is not None:
                operands.append(found)
            elif self.grid.contents[part[0]][part[1]] not in (Content.BLANK, Content.MARK):
                return None
        if result is None or not operands or not all(map(_plain, (result, *operands))):
            return None
        alike = all(o.numeral.kind is result.numeral.kind for o in operands)
        return Line(result, tuple(operands)) if alike and _apart(result, operands) else None


def _plain(figure: Figure) -> bool:
    n = figure.numeral
    return n.value is not None and n.hedge is None and n.kind in ADDABLE


def _apart(result: Figure, operands: Sequence[Figure]) -> bool:
    ids = [o.id for o in operands]
    return len(set(ids)) == len(ids) and result.id not in ids


def choose(readings: Sequence[Reading]) -> Reading | None:
    """The reading that is meant, None where the figures leave it in doubt.

    Agreement in a telling line proves a reading; a firm reading that never agrees is kept only
    where there is a single telling line, or the total stands at zero above filled parts.
    """
    known = [r for r in readings if r.lines]
    if not known:
        return None
    held = [r.held() for r in known]
    if any(held):
        best = known[held.index(max(held))]
        return best if _covers(best, max(held)) else None
    first = known[0]
    if not any(r.telling() for r in known):
        return next((r for r in known if _mostly(r)), None)
    fitting = [r for r in known if all(line.holds() for line in r.lines)]
    if fitting:
        return fitting[0]
    return first if first.firm and _lone(first) else None


def _mostly(reading: Reading) -> bool:
    """Whether single parts repeat their total, with at most a slip where the labels are firm."""
    held = sum(line.holds() for line in reading.lines)
    missed = len(reading.lines) - held
    return not missed or (reading.firm and missed * 2 <= held)


def _covers(reading: Reading, held: int) -> bool:
    telling = reading.telling()
    if telling < FEWEST:
        return held * 2 >= telling
    return held >= COVERAGE * telling or (reading.firm and held * 2 >= telling)


def _lone(reading: Reading) -> bool:
    telling = [line for line in reading.lines if line.telling]
    empty = all(not line.total.value for line in telling)
    return empty or (len(telling) == 1 and not telling[0].echoes())
