"""Grids and the characters in them to tables whose cells hold joined text."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlint.readers.pdf.bands import split_bands
from reportlint.readers.pdf.glyphs import Glyphs
from reportlint.readers.pdf.grid import Grid, Slot, find_grids
from reportlint.readers.pdf.lines import Line, group_lines, make_line
from reportlint.readers.pdf.rules import Rules
from reportlint.readers.pdf.source import unprinted
from reportlint.readers.pdf.wrapping import broken_by_hand

_PADDING = 4.0
"""Space that a cell keeps free at both sides together, in points."""
_LEAST_FILLED = 2
_CUT = 0.1
"""A character that reaches further than this part of an em over a line is cut by it."""
_BESIDE = 0.15
"""Ems between characters of one word."""


@dataclass(slots=True)
class PageCell:
    """A cell as printed on one page: its text and, per line, (start, page, boxes)."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str = ""
    strips: list[tuple[int, int, array[float]]] = field(default_factory=list)

    def extend(self, text: str, strips: Sequence[tuple[int, int, array[float]]]) -> None:
        """Append text read elsewhere, with its strips counted from its own beginning."""
        at = len(self.text)
        self.text += text
        self.strips.extend((at + start, page, boxes) for start, page, boxes in strips)


@dataclass(slots=True)
class PageTable:
    """A table, or the part of it on one page; `xs` are the lines between its columns.

    `columns`: of a table without lines, from where to where the text of each column reaches.
    """

    page: int
    top: float
    bottom: float
    xs: tuple[float, ...]
    height: int
    cells: list[PageCell]
    last_page: int = 0
    columns: tuple[tuple[float, float], ...] = ()

    @property
    def place(self) -> tuple[float, int, float]:
        """Sorts it into reading order with lines."""
        return (self.top, 0, self.top)

    def rows(self) -> list[list[PageCell]]:
        """The cells by the row in which they begin."""
        found: list[list[PageCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            found[cell.row].append(cell)
        return found


def find_tables(glyphs: Glyphs, rules: Rules, page: int) -> tuple[list[PageTable], list[int]]:
    """The ruled tables of a page and the indices of the characters outside of them."""
    rest = list(range(len(glyphs)))
    tables: list[PageTable] = []
    for grid in find_grids(rules):
        inside, outside = _assigned(glyphs, rest, grid)
        if sum(map(bool, inside.values())) >= _LEAST_FILLED:
            tables.append(_table(glyphs, grid, inside, page))
            rest = outside
    return tables, rest


def _assigned(
    glyphs: Glyphs, indices: Sequence[int], grid: Grid
) -> tuple[dict[Slot, list[int]], list[int]]:
    x0, x1, top, bottom = glyphs.x0, glyphs.x1, glyphs.top, glyphs.bottom
    places: dict[int, Slot] = {}
    outside: list[int] = []
    cut: list[int] = []
    for i in indices:
        slot = grid.find((x0[i] + x1[i]) / 2, (top[i] + bottom[i]) / 2)
        if slot is None:
            outside.append(i)
            continue
        places[i] = slot
        slack = _CUT * glyphs.sizes[i]
        right = grid.xs[slot.column + slot.column_span]
        if x0[i] < grid.xs[slot.column] - slack or x1[i] > right + slack:
            cut.append(i)
    _keep_whole(glyphs, places, cut)
    inside: dict[Slot, list[int]] = {}
    for i, slot in places.items():
        inside.setdefault(slot, []).append(i)
    return inside, outside


def _keep_whole(glyphs: Glyphs, places: dict[int, Slot], cut: Sequence[int]) -> None:
    """Put text that runs over a line of the table into the one cell that holds most of it."""
    for index in cut:
        run = [index]
        while _adjoin(glyphs, places, run[0] - 1, run[0]):
            run.insert(0, run[0] - 1)
        while _adjoin(glyphs, places, run[-1], run[-1] + 1):
            run.append(run[-1] + 1)
        most = Counter(places[i] for i in run).most_common(1)[0][0]
        places.update(dict.fromkeys(run, most))


def _adjoin(glyphs: Glyphs, places: dict[int, Slot], left: int, right: int) -> bool:
    """Whether two characters that follow each other in the file stand side by side in a row."""
    if left not in places or right not in places or places[left].row != places[right].row:
        return False
    near = _BESIDE * glyphs.sizes[right]
    level = abs(glyphs.bottom[left] - glyphs.bottom[right]) < near
    return level and abs(glyphs.x0[right] - glyphs.x1[left]) < near


def _table(glyphs: Glyphs, grid: Grid, inside: dict[Slot, list[int]], page: int) -> PageTable:
    lines = {
        slot: [make_line(glyphs, line, page, cell=True) for line in group_lines(glyphs, indices)]
        for slot, indices in inside.items()
    }
    cells: list[PageCell] = []
    for slot, own in split_bands(grid, lines, _PADDING):
        cells.append(PageCell(slot.row, slot.column, slot.row_span, slot.column_span))
        if own:
            fill_cell(cells[-1], own, grid.width(slot) - _PADDING)
    height = max(cell.row + cell.row_span for cell in cells)
    return PageTable(page, grid.ys[0], grid.ys[-1], grid.xs, height, cells, page)


def fill_cell(cell: PageCell, lines: Sequence[Line], room: float) -> None:
    """Join the lines of a cell that is `room` points wide."""
    last: Line | None = None
    for line in lines:
        mark = broken_by_hand(last, line, room) if last else ""
        if mark and last:
            cell.extend(mark, [(0, line.page, unprinted(last.boxes))])
        cell.extend(line.text, [(0, line.page, line.boxes)])
        last = line
