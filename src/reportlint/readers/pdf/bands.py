"""Rows that no line separates: a ruled band that holds several lines of figures is so many rows.

Many forms draw the lines between columns and around the whole, but none between the rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import fmean

from reportlint.readers.pdf.figures import is_figure
from reportlint.readers.pdf.grid import Grid, Slot
from reportlint.readers.pdf.lines import Line
from reportlint.readers.pdf.wrapping import first_unit

_LEAST_COLUMNS = 2
"""So many columns of figures must agree on the rows of a band."""
_LEVEL = 0.5
"""Ems by which lines of one row may differ in height."""

Lines = Mapping[Slot, Sequence[Line]]


def split_bands(grid: Grid, lines: Lines, padding: float) -> list[tuple[Slot, list[Line]]]:
    """The cells of a grid with their lines, bands of several rows split into these."""
    levels = [_levels(grid, lines, row, padding) for row in range(len(grid.at))]
    starts = [0]
    for level in levels:
        starts.append(starts[-1] + max(1, len(level)))
    found: list[tuple[Slot, list[Line]]] = []
    for slot in grid.slots:
        first, last = starts[slot.row], starts[slot.row + slot.row_span]
        own = list(lines.get(slot, ()))
        if slot.row_span == 1 and levels[slot.row]:
            found.extend(_split(slot, own, first, levels[slot.row]))
        else:
            found.append((Slot(first, slot.column, last - first, slot.column_span), own))
    return found


def _split(
    slot: Slot, lines: Sequence[Line], first: int, levels: Sequence[float]
) -> list[tuple[Slot, list[Line]]]:
    rows: list[list[Line]] = [[] for _ in levels]
    for line in lines:
        rows[_nearest(line, levels)].append(line)
    return [(Slot(first + k, slot.column, 1, slot.column_span), row) for k, row in enumerate(rows)]


def _nearest(line: Line, levels: Sequence[float]) -> int:
    return min(range(len(levels)), key=lambda k: abs(levels[k] - _middle(line)))


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _levels(grid: Grid, lines: Lines, row: int, padding: float) -> list[float]:
    """The middles of the rows inside a band, empty where the band is one row."""
    slots = [s for s in dict.fromkeys(grid.at[row]) if s.row_span == 1 and lines.get(s)]
    stacks = [lines[s] for s in slots if _is_stack(lines[s], grid.width(s) - padding)]
    if len(stacks) < _LEAST_COLUMNS:
        return []
    height = len(stacks[0])
    if any(len(stack) != height for stack in stacks) or any(len(lines[s]) > height for s in slots):
        return []
    columns = [[_middle(line) for line in stack] for stack in stacks]
    em = stacks[0][0].size
    if any(max(level) - min(level) > _LEVEL * em for level in zip(*columns, strict=True)):
        return []
    return [fmean(level) for level in zip(*columns, strict=True)]


def _is_stack(lines: Sequence[Line], room: float) -> bool:
    """Whether these are figures one below the other, none of them wrapped."""
    if len(lines) < 2 or not all(is_figure(line.text) for line in lines):
        return False
    return all(a.width + first_unit(b) <= room for a, b in pairwise(lines))
