"""Total rows (小计, 合计, 总计) at the foot or head of a list, and the list that each adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.facts.tables.addends import candidates
from reportlint.facts.tables.columns import Column
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells, Line, Reading, choose
from reportlint.facts.tables.terms import terms

Columns = Mapping[int, Sequence[Column]]
"""The value columns of each side, by its number; sides compare column by column."""


def row_totals(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """A reading for every total row of one side whose parts are beyond doubt."""
    for place, row in enumerate(rows):
        if row.total is Total.NONE or is_class_total(row):
            continue
        readings = [
            Reading(lines_of(row, parts, columns, cells), row.cell, firm)
            for parts, firm in candidates(rows, place)
        ]
        if chosen := choose(readings):
            yield chosen


def lines_of(total: Row, parts: Sequence[Row], columns: Columns, cells: Cells) -> tuple[Line, ...]:
    """The sum of `parts` in every column that has one."""
    found: list[Line] = []
    for k, column in enumerate(columns[total.side]):
        if any(k >= len(columns[p.side]) for p in parts):
            continue
        addends = [(p.index, columns[p.side][k].index) for p in parts]
        line = cells.line((total.index, column.index), addends)
        if line is not None and not (_averages(line) and not _additive(column)):
            found.append(line)
    return tuple(found)


def _averages(line: Line) -> bool:
    """Whether the total lies among its parts, as an average does and a sum does not."""
    values = [p.value or 0 for p in line.parts]
    return len(values) > 1 and 0 < min(values) <= (line.total.value or 0) <= max(values)


def _additive(column: Column) -> bool:
    return not column.path or terms().has("additive", column.words)


def is_class_total(row: Row) -> bool:
    """Whether a row totals classes of the economic classification (人员经费合计, 公用经费合计)."""
    return terms().is_("personnel", row.name) or terms().is_("running", row.name)
