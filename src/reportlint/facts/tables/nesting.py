"""Lists within lists that nothing but indents or the figures themselves tell apart.

Some tables print classes and their items one below the other in plain rows. That a row is the sum
of those after it can be seen in the figures: it is believed only where chance is no explanation,
and where the rows that are left over add up to the total of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells, Line, Reading
from reportlint.facts.tables.totals import Columns, lines_of

MOST_PARTS = 12
"""A class with more items than this is not looked for."""
MOST_ROWS = 400
COVERED = Fraction(2, 3)
"""Share of the columns in which a class must add up."""
FEWEST = 2
"""Columns in which it must at least."""
CHANCE = Fraction(1, 10**4)
"""How probable it may be that some rows of a table add up by chance."""


@dataclass(frozen=True, slots=True)
class _Class:
    """A row with those that it sums up."""

    head: Row
    parts: Sequence[Row]
    lines: tuple[Line, ...]

    @property
    def held(self) -> int:
        return sum(line.telling and line.holds() for line in self.lines)

    def believed(self, tries: int) -> bool:
        """Whether so many columns add up that chance is no explanation."""
        telling = sum(line.telling for line in self.lines)
        if self.held < FEWEST or self.held < COVERED * telling:
            return False
        chance = Fraction(tries)
        for line in self.lines:
            if line.telling and line.holds():
                chance *= _chance(line)
        return chance <= CHANCE


def nested_lists(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """A reading for every class, and one for the total over the rows that belong to none."""
    totals = [r for r in rows if r.total is not Total.NONE]
    plain = [r for r in rows if r.total is Total.NONE]
    if len(totals) != 1 or totals[0] not in (rows[0], rows[-1]) or len(plain) > MOST_ROWS:
        return
    if any(r.code or r.style is not None or r.of_which or r.group for r in plain):
        return
    classes = list(_classes(plain, columns, cells))
    inner = {p.index for c in classes for p in c.parts}
    tops = [r for r in plain if r.index not in inner]
    whole = _Class(totals[0], tops, lines_of(totals[0], tops, columns, cells))
    if classes and whole.believed(1):
        for found in (whole, *classes):
            yield Reading(found.lines, found.head.cell)


def _classes(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[_Class]:
    place = 0
    while place < len(rows) - FEWEST:
        found = _class_at(rows, place, columns, cells)
        if found is None:
            place += 1
            continue
        yield found
        place += 1 + len(found.parts)


def _class_at(rows: Sequence[Row], place: int, columns: Columns, cells: Cells) -> _Class | None:
    """The class that begins at `place`: of several that would do, the one that fits best."""
    head, below = rows[place], rows[place + 1 : place + 1 + MOST_PARTS]
    if any(r.indent > head.indent for r in below[:1]):
        until = next((i for i, r in enumerate(below) if r.indent <= head.indent), len(below))
        below = below[:until]
    tries = len(rows) * max(len(below) - 1, 1)
    best = None
    for size in range(2, len(below) + 1):
        found = _Class(head, below[:size], lines_of(head, below[:size], columns, cells))
        if _too_much(found.lines):
            break
        if found.believed(tries) and (best is None or found.held > best.held):
            best = found
    return best


def _too_much(lines: Sequence[Line]) -> bool:
    """Whether the parts exceed their head in so many columns that no more can belong to it."""
    over = sum(line.difference > _reach(line) for line in lines)
    return over > len(lines) - FEWEST and not any(
        p.value is not None and p.value < 0 for line in lines for p in line.parts
    )


def _reach(line: Line) -> Fraction:
    return sum((p.place for p in line.parts), line.total.place)


def _chance(line: Line) -> Fraction:
    """The part of all sums of this size that would hold."""
    size = abs(line.total.value or Fraction(0))
    return min(Fraction(1), 2 * _reach(line) / size) if size else Fraction(1)
