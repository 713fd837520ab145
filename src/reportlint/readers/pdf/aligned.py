"""Tables without lines: rows of figures whose columns are kept apart by white space.

Precision first: a table needs three rows with three parts each, a column of figures, and white
space through all rows between every two columns. Prose and contents never have that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlint.readers.pdf.figures import is_figure
from reportlint.readers.pdf.glyphs import Glyphs
from reportlint.readers.pdf.lines import make_line
from reportlint.readers.pdf.tables import PageCell, PageTable

_GAP = 0.8
"""Ems of white space that end a part of a line."""
_RIVER = 0.4
"""Ems of white space between two columns, through all rows."""
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_FIGURES = 0.7
"""Part of a column's filled cells that are figures in a column of figures."""
_PAGE_DIGITS = 3
_STEP = 2.5
"""Rows further apart than this many usual steps do not belong together."""
_WRAPPED = 1.8
"""Ems from one line to the next of a wrapped cell, at most."""
_HEADER_LINES = 3

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters of a line without a wide gap."""

    indices: tuple[int, ...]
    x0: float
    x1: float
    text: str
    figure: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A line cut at its wide gaps; `number` is its index among the lines of the page."""

    number: int
    top: float
    size: float
    parts: tuple[_Part, ...]

    @property
    def is_data(self) -> bool:
        return len(self.parts) >= _LEAST_COLUMNS and any(p.figure for p in self.parts)


def find_aligned(
    glyphs: Glyphs, lines: Sequence[list[int]], page: int
) -> tuple[list[PageTable], list[list[int]]]:
    """The tables among the lines of a page that no ruling shows, and the other lines."""
    rows = [_row(glyphs, line, k) for k, line in enumerate(lines) if _has_gaps(glyphs, line)]
    tables: list[PageTable] = []
    used: set[int] = set()
    for run in _runs(glyphs, lines, rows):
        columns = _columns([row for row in run if row.is_data])
        if columns is not None:
            whole = [*_header(rows, run, columns), *run]
            tables.append(_table(glyphs, whole, columns, page))
            used.update(row.number for row in whole)
    return tables, [line for k, line in enumerate(lines) if k not in used]


def _has_gaps(glyphs: Glyphs, line: Sequence[int]) -> bool:
    if len(line) < 2:
        return False
    extent = glyphs.x1[line[-1]] - glyphs.x0[line[0]]
    filled = sum(map(glyphs.x1.__getitem__, line)) - sum(map(glyphs.x0.__getitem__, line))
    return extent - filled > _GAP * glyphs.sizes[line[0]]


def _row(glyphs: Glyphs, line: Sequence[int], number: int) -> _Row:
    parts: list[list[int]] = [[line[0]]]
    for left, right in pairwise(line):
        em = max(glyphs.sizes[left], glyphs.sizes[right])
        if glyphs.x0[right] - glyphs.x1[left] > _GAP * em:
            parts.append([])
        parts[-1].append(right)
    size = max(glyphs.sizes[i] for i in line)
    top = min(glyphs.top[i] for i in line)
    return _Row(number, top, size, tuple(_part(glyphs, part) for part in parts))


def _part(glyphs: Glyphs, indices: Sequence[int]) -> _Part:
    text = "".join(glyphs.texts[i] for i in indices)
    figure = is_figure(text)
    x0, x1 = glyphs.x0[indices[0]], max(glyphs.x1[i] for i in indices)
    return _Part(tuple(indices), x0, x1, text, figure)


def _runs(glyphs: Glyphs, lines: Sequence[list[int]], rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows of data that follow each other, with at most the rest of a wrapped cell between."""
    run: list[_Row] = []
    for row in rows:
        if run and row.is_data and row.number == run[-1].number + 2:
            rest = _row(glyphs, lines[row.number - 1], row.number - 1)
            run += [rest] if _is_rest(rest, run[-1]) else []
        if run and not (row.is_data and _follows(run, row)):
            yield from _long_enough(run)
            run = []
        if row.is_data:
            run.append(row)
    yield from _long_enough(run)


def _long_enough(run: list[_Row]) -> Iterator[list[_Row]]:
    if sum(row.is_data for row in run) >= _LEAST_ROWS:
        yield run


def _is_rest(row: _Row, above: _Row) -> bool:
    """Whether a line is the rest of one cell of the row above it."""
    if not above.is_data or len(row.parts) > 1 or row.top - above.top > _WRAPPED * row.size:
        return False
    part = row.parts[0]
    return not part.figure and any(abs(part.x0 - p.x0) < row.size for p in above.parts)


def _follows(run: Sequence[_Row], row: _Row) -> bool:
    last = run[-1]
    if row.number != last.number + 1:
        return False
    steps = sorted(b.top - a.top for a, b in pairwise(run))
    usual = steps[len(steps) // 2] if steps else row.top - last.top
    return row.top - last.top <= _STEP * max(usual, row.size)


def _columns(run: Sequence[_Row]) -> list[Interval] | None:
    """The columns of a run, or None if it is no table."""
    columns: list[Interval] = []
    em = max(row.size for row in run)
    for x0, x1 in sorted((p.x0, p.x1) for row in run for p in row.parts):
        if columns and x0 - columns[-1][1] < _RIVER * em:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    if len(columns) < _LEAST_COLUMNS or any(len(row.parts) > len(columns) for row in run):
        return None
    return columns if _is_table(run, columns) else None


def _is_table(run: Sequence[_Row], columns: Sequence[Interval]) -> bool:
    filled: list[list[_Part]] = [[] for _ in columns]
    for row in run:
        own = [_covered(part, columns)[0] for part in row.parts]
        if len(set(own)) < len(own):
            return False
        for column, part in zip(own, row.parts, strict=True):
            filled[column].append(part)
    return any(len(parts) >= _LEAST_ROWS and _is_measured(parts) for parts in filled)


def _is_measured(parts: Sequence[_Part]) -> bool:
    """Whether a column holds figures, and not the numbers of lines, items or pages."""
    figures = [p.text for p in parts if p.figure]
    if len(figures) < _FIGURES * len(parts):
        return False
    if not all(text.isdecimal() and len(text) <= _PAGE_DIGITS for text in figures):
        return True
    return any(int(b) < int(a) for a, b in pairwise(figures))


def _covered(part: _Part, columns: Sequence[Interval]) -> list[int]:
    """The columns over which a part stands: those it overlaps, else the nearest."""
    over = [k for k, (low, high) in enumerate(columns) if part.x0 < high and part.x1 > low]
    if over:
        return over
    middle = (part.x0 + part.x1) / 2
    return [min(range(len(columns)), key=lambda k: abs(sum(columns[k]) / 2 - middle))]


def _header(rows: Sequence[_Row], run: Sequence[_Row], columns: Sequence[Interval]) -> list[_Row]:
    """The lines of column titles right above a run."""
    by_number = {row.number: row for row in rows}
    step = run[1].top - run[0].top
    found: list[_Row] = []
    below = run[0]
    while len(found) < _HEADER_LINES:
        row = by_number.get(below.number - 1)
        if row is None or below.top - row.top > _STEP * step or not _is_header(row, columns):
            break
        found.insert(0, row)
        below = row
    return found


def _is_header(row: _Row, columns: Sequence[Interval]) -> bool:
    spans = [_covered(part, columns) for part in row.parts]
    apart = all(a[-1] < b[0] for a, b in pairwise(spans))
    titles = not any(p.figure or ":" in p.text or "：" in p.text for p in row.parts)
    return len(row.parts) >= 2 and apart and titles


def _table(
    glyphs: Glyphs, rows: Sequence[_Row], columns: Sequence[Interval], page: int
) -> PageTable:
    edges = [(a[1] + b[0]) / 2 for a, b in pairwise(columns)]
    xs = (columns[0][0], *edges, columns[-1][1])
    cells: list[PageCell] = []
    height = 0
    for above, row in pairwise([None, *rows]):
        rest = above is not None and row is not None and _is_rest(row, above)
        height += not rest
        for part in row.parts if row else ():
            over = _covered(part, columns)
            line = make_line(glyphs, part.indices, page, cell=True)
            cell = next(
                (c for c in cells[-len(columns) :] if (c.row, c.column) == (height - 1, over[0])),
                None,
            )
            if cell is None:
                cells.append(cell := PageCell(height - 1, over[0], 1, len(over)))
            cell.extend(line.text, [(0, page, line.boxes)])
    top, bottom = rows[0].top, rows[-1].top + rows[-1].size
    return PageTable(page, top, bottom, xs, height, cells, page, tuple(columns))
