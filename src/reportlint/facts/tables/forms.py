"""Score columns of evaluation forms: 总分 is the sum of the rows above, over all bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.tables.columns import Column, Measure
from reportlint.facts.tables.layout import Layout
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells, Position, Reading, choose
from reportlint.facts.tables.terms import terms


def score_totals(layouts: Sequence[Layout], cells: Cells) -> Iterator[Reading]:
    """A reading for the total of every column of weights or scores."""
    for number, layout in enumerate(layouts):
        for side, rows in layout.pairs():
            for row in rows:
                if not _is_total(row):
                    continue
                for column in side.values:
                    if column.measure is Measure.SCORE:
                        yield from _column(layouts, number, row, rows, column, cells)


def _column(
    layouts: Sequence[Layout],
    number: int,
    total: Row,
    rows: Sequence[Row],
    column: Column,
    cells: Cells,
) -> Iterator[Reading]:
    above = [r for r in rows if r.index < total.index]
    here = _places(above, column, cells, subtotals=False)
    groups = _places(above, column, cells, subtotals=True)
    elsewhere = [p for x in layouts[:number] for p in _foreign(x, column, cells)]
    lists = [elsewhere + here, here, groups, elsewhere + groups]
    at = (total.index, column.index)
    readings = [
        Reading((line,), total.cell, firm=n == 0 and not groups)
        for n, parts in enumerate(lists)
        if (line := cells.line(at, parts)) is not None
    ]
    if chosen := choose(readings):
        yield chosen


def _is_total(row: Row) -> bool:
    return terms().is_("score_total", row.name) or row.total in (Total.TOTAL, Total.GRAND)


def _places(
    rows: Sequence[Row], column: Column, cells: Cells, *, subtotals: bool
) -> list[Position]:
    """Cells of the rows that are (or are not) subtotals; a merged cell counts once."""
    found: list[Position] = []
    for row in rows:
        weak = row.total is Total.SUBTOTAL
        origin = cells.grid.origin(row.index, column.index)
        if weak is subtotals and not _is_total(row) and origin not in found:
            found.append(origin)
    return found


def _foreign(layout: Layout, column: Column, cells: Cells) -> list[Position]:
    """Scores of an earlier band under the same heading (预算执行率 10 分)."""
    found: list[Position] = []
    for side, rows in layout.pairs():
        for peer in side.values:
            if peer.measure is Measure.SCORE and peer.name == column.name:
                found.extend(_places(rows, peer, cells, subtotals=False))
    return found
