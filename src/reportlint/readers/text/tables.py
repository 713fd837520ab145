"""From lines to tables: which lines are rows of one, and the grid they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Cell, Table
from reportlint.document.traced import Traced
from reportlint.readers.text.rows import (
    Row,
    aligned_row,
    barred_cells,
    bars_in,
    is_barred,
    is_data_row,
    is_header_row,
    is_rule,
)
from reportlint.readers.text.source import TextSource

HEADER_ROWS = 2


def barred_runs(lines: Sequence[str]) -> Iterator[range]:
    """The stretches of lines that are tables between bars, rules and borders included."""
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and _in_bars(lines, stop):
            stop += 1
        if stop > start and any(
            bars_in(lines[i]) and not is_rule(lines[i]) for i in range(start, stop)
        ):
            yield range(start, stop)
        start = max(stop, start + 1)


def barred_table(lines: Sequence[Traced]) -> list[list[Traced]]:
    """The rows of cells of a stretch; rules are dropped."""
    return [barred_cells(line) for line in lines if not is_rule(line.text)]


def aligned_runs(lines: Sequence[Traced]) -> Iterator[tuple[range, list[Row]]]:
    """The stretches of consecutive lines that are aligned rows, with their rows."""
    rows = [aligned_row(line) for line in lines]
    start = 0
    while start < len(rows):
        stop = _last_of_run(rows, start)
        head = _head_of(rows, start, stop)
        if stop > start and _believed(rows, head, start, stop):
            yield range(head, stop), rows[head:stop]
        start = max(stop, start + 1)


def table_of(rows: Sequence[Sequence[Traced]]) -> Table:
    """The table that rows of cells make; short rows are filled up with empty cells."""
    cells = [
        Cell(cell.text, r, c, source=TextSource(cell.marks))
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
    ]
    return Table.of(cells)


def aligned_table(rows: Sequence[Row]) -> list[list[Traced]]:
    """Rows brought to one width: a short header lacks its corner, a short row its tail."""
    width = max(len(row.cells) for row in rows)
    corner = Traced()
    return [
        [corner, *row.cells] if len(row.cells) < width and not is_data_row(row) else list(row.cells)
        for row in rows
    ]


def _in_bars(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a barred row, or belongs to one beside it."""
    line = lines[at]
    if is_barred(line):
        return True
    near = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    if is_rule(line):
        return any(bars_in(other) and not is_rule(other) for other in near)
    count = bars_in(line)
    if count == 0:
        return False
    ruled = any(is_rule(other) and bars_in(other) == count for other in near)
    alike = count > 1 and any(bars_in(other) == count and not is_rule(other) for other in near)
    return ruled or alike


def _last_of_run(rows: Sequence[Row], start: int) -> int:
    """The end (exclusive) of the data rows that begin at `start` and have one shape."""
    if not is_data_row(rows[start]):
        return start
    width = len(rows[start].cells)
    stop = start + 1
    while stop < len(rows) and _alike(rows[stop], width, rows[start].wide):
        stop += 1
    return stop


def _alike(row: Row, width: int, wide: bool) -> bool:
    if not is_data_row(row) or row.wide != wide:
        return False
    return len(row.cells) == width or (row.tabbed and len(row.cells) < width)


def _head_of(rows: Sequence[Row], start: int, stop: int) -> int:
    """Where the header rows above the data begin."""
    width = max((len(row.cells) for row in rows[start:stop]), default=0)
    head = start
    while head > 0 and start - head < HEADER_ROWS and is_header_row(rows[head - 1], width):
        head -= 1
    return head


def _believed(rows: Sequence[Row], head: int, start: int, stop: int) -> bool:
    """Two rows of figures make a table; one does under a header, when both are set wide apart."""
    if stop - start > 1:
        return True
    headed = head < start and rows[start - 1].wide and rows[start].wide
    return headed and len(rows[start].cells) > 2
