"""From lines to tables: which lines are rows of one, and the grid they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document import Cell, Table
from reportlint.document.traced import Traced
from reportlint.readers.text.rows import barred_cells, bars_in, is_barred, is_rule
from reportlint.readers.text.source import TextSource


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


def table_of(rows: Sequence[Sequence[Traced]]) -> Table:
    """The table that rows of cells make; short rows are filled up with empty cells."""
    cells = [
        Cell(cell.text, r, c, source=TextSource(cell.marks))
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
    ]
    return Table.of(cells)


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
