"""Ruling lines to grids of cells, merged cells included.

pdfplumber's finder wants every cell closed on four sides and compares all points with all points;
here a cell is what no line separates, so that tables open at their sides are found as well, and
the work grows with the number of cells only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from reportlint.readers.pdf.rules import Rules

SNAP = 3.0
"""Lines closer than this are one line; ends closer than this touch."""
_COVERED = 0.5
"""Part of a cell's side that must be drawn to separate it from its neighbour."""

_MOST_CELLS = 20_000
_MOST_CROSSINGS = 1_000_000
"""More lines than this on one page are a drawing."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a grid: its top left position and its spans."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines `xs` and `ys` of a table and the cells between them; `at[r][c]` is a cell."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    at: tuple[tuple[Slot, ...], ...]

    def find(self, x: float, y: float) -> Slot | None:
        """The cell that holds a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= row < len(self.at) and 0 <= column < len(self.at[0]):
            return self.at[row][column]
        return None

    def width(self, slot: Slot) -> float:
        """Printed width of a cell."""
        return self.xs[slot.column + slot.column_span] - self.xs[slot.column]


@dataclass(slots=True)
class _Bar:
    """All pieces drawn on one line: at `at`, covering `parts`."""

    at: float
    parts: list[Interval]

    def covers(self, low: float, high: float) -> bool:
        drawn = sum(max(0.0, min(high, b) - max(low, a)) for a, b in self.parts)
        return drawn >= _COVERED * (high - low)

    def reaches(self, low: float, high: float) -> bool:
        return any(a - SNAP <= high and b + SNAP >= low for a, b in self.parts)


def _joined(parts: Iterable[Interval]) -> list[Interval]:
    found: list[Interval] = []
    for low, high in sorted(parts):
        if found and low <= found[-1][1] + SNAP:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _bars(pieces: list[tuple[float, float, float]]) -> list[_Bar]:
    groups: list[list[tuple[float, float, float]]] = []
    for piece in sorted(pieces):
        if groups and piece[0] - groups[-1][0][0] <= SNAP:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_Bar(fmean(p[0] for p in g), _joined((p[1], p[2]) for p in g)) for g in groups]


def find_grids(rules: Rules) -> list[Grid]:
    """The tables of a page, from the top."""
    grids: list[Grid] = []
    for vertical, horizontal in _connected(_bars(rules.vertical), _bars(rules.horizontal)):
        grid = _grid(vertical, horizontal)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda g: (g.ys[0], g.xs[0]))


def _connected(
    vertical: Sequence[_Bar], horizontal: Sequence[_Bar]
) -> list[tuple[list[_Bar], list[_Bar]]]:
    """Groups of lines that touch each other; lines that touch none are left out."""
    pieces = [_Bar(b.at, [p]) for b in vertical for p in b.parts]
    across = [_Bar(b.at, [p]) for b in horizontal for p in b.parts]
    group: dict[int, int] = {}

    def root(i: int) -> int:
        while group.setdefault(i, i) != i:
            i = group[i]
        return i

    if len(pieces) * len(across) > _MOST_CROSSINGS:
        return []
    for i, v in enumerate(pieces):
        for j, h in enumerate(across, len(pieces)):
            if v.reaches(h.at, h.at) and h.reaches(v.at, v.at):
                group[root(i)] = root(j)
    found: dict[int, tuple[list[_Bar], list[_Bar]]] = {}
    for i, bar in enumerate([*pieces, *across]):
        if i in group:
            found.setdefault(root(i), ([], []))[i >= len(pieces)].append(bar)
    return [(_gathered(v), _gathered(h)) for v, h in found.values()]


def _gathered(bars: list[_Bar]) -> list[_Bar]:
    return _bars([(b.at, low, high) for b in bars for low, high in b.parts])


def _closed(bars: list[_Bar], crossing: list[_Bar]) -> list[_Bar]:
    """The lines of one direction with the outer ones that an open table leaves undrawn."""
    ends = [p for b in crossing for p in b.parts]
    low, high = min(p[0] for p in ends), max(p[1] for p in ends)
    whole = [(min(b.at for b in crossing), max(b.at for b in crossing))]
    found = list(bars)
    if low < bars[0].at - 2 * SNAP:
        found.insert(0, _Bar(low, list(whole)))
    if high > bars[-1].at + 2 * SNAP:
        found.append(_Bar(high, list(whole)))
    return found


def _grid(vertical: list[_Bar], horizontal: list[_Bar]) -> Grid | None:
    if not vertical or not horizontal:
        return None
    if len(vertical) * len(horizontal) > _MOST_CELLS:
        return None
    columns, rows = _closed(vertical, horizontal), _closed(horizontal, vertical)
    xs, ys = [b.at for b in columns], [b.at for b in rows]
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    walls = [[b.covers(*ys[r : r + 2]) for b in columns] for r in range(len(ys) - 1)]
    floors = [[b.covers(*xs[c : c + 2]) for c in range(len(xs) - 1)] for b in rows]
    at = _fill(walls, floors)
    slots = dict.fromkeys(slot for row in at for slot in row)
    if len(slots) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(slots), tuple(map(tuple, at)))


def _fill(walls: list[list[bool]], floors: list[list[bool]]) -> list[list[Slot]]:
    """Every grid position with its cell: the largest rectangle without a line inside."""
    height, width = len(walls), len(walls[0]) - 1
    taken: list[list[Slot | None]] = [[None] * width for _ in range(height)]
    for r in range(height):
        for c in range(width):
            if taken[r][c] is None:
                slot = _slot(r, c, walls, floors, taken)
                for row in taken[r : r + slot.row_span]:
                    row[c : c + slot.column_span] = [slot] * slot.column_span
    return [[s or Slot(r, c, 1, 1) for c, s in enumerate(row)] for r, row in enumerate(taken)]


def _slot(
    row: int,
    column: int,
    walls: list[list[bool]],
    floors: list[list[bool]],
    taken: list[list[Slot | None]],
) -> Slot:
    right = column + 1
    while right < len(taken[0]) and not walls[row][right] and taken[row][right] is None:
        right += 1
    below = row + 1
    while below < len(taken):
        inside = any(walls[below][column + 1 : right])
        if inside or any(floors[below][column:right]) or any(taken[below][column:right]):
            break
        below += 1
    return Slot(row, column, below - row, right - column)
