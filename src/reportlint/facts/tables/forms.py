"""Score columns of evaluation forms: 总分 is the sum of the rows above, over all bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.facts.tables.across import plain
from reportlint.facts.tables.columns import Column, Measure
from reportlint.facts.tables.layout import Layout
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells, Line, Position, Reading, choose
from reportlint.facts.tables.terms import terms

EXECUTION_SHARES = (-10, -20)
"""What the rows of indicators lack of 100 where execution is scored elsewhere (10 or 20)."""


def score_totals(layouts: Sequence[Layout], cells: Cells) -> Iterator[Reading]:
    """A reading for every total row of weights and scores.

    The rows that it adds are beyond doubt only where the weights (or another column) bear them
    out: their total is printed and right, or they make 100.
    """
    for number, layout in enumerate(layouts):
        for side, rows in layout.pairs():
            columns = [c for c in side.values if c.measure is Measure.SCORE]
            for row in rows if columns else ():
                if _is_total(row):
                    yield from _total(layouts[:number], row, rows, columns, cells)


def _total(
    earlier: Sequence[Layout],
    total: Row,
    rows: Sequence[Row],
    columns: Sequence[Column],
    cells: Cells,
) -> Iterator[Reading]:
    above = [r for r in rows if r.index < total.index]
    readings: list[Reading] = []
    for subtotals in (False, True):
        for bands in (earlier, ()):
            lists = [_parts(bands, above, c, cells, subtotals=subtotals) for c in columns]
            lines = (
                cells.line((total.index, c.index), parts)
                for c, parts in zip(columns, lists, strict=True)
                if not _lacks_rows(parts, lists, above, cells)
            )
            known = tuple(x for x in lines if x is not None)
            firm = any(_makes_hundred(parts, cells) for parts in lists) or any(map(_whole, known))
            readings.append(Reading(known, total.cell, firm and not subtotals))
    readings.sort(key=lambda r: not r.firm)
    if chosen := choose(readings):
        yield chosen


def _lacks_rows(
    parts: Sequence[Position],
    lists: Sequence[Sequence[Position]],
    above: Sequence[Row],
    cells: Cells,
) -> bool:
    """Whether a row of an earlier band has a weight whose mark stands nowhere, or the reverse."""
    here = {row.index for row in above}
    bands = [{p[0] for p in other if p in cells.figures} - here for other in lists]
    return bool(set().union(*bands) - {p[0] for p in parts if p in cells.figures})


def _parts(
    earlier: Sequence[Layout],
    above: Sequence[Row],
    column: Column,
    cells: Cells,
    *,
    subtotals: bool,
) -> list[Position]:
    elsewhere = [p for layout in earlier for p in _foreign(layout, column, cells)]
    return elsewhere + _places(above, column, cells, subtotals=subtotals)


def _makes_hundred(parts: Sequence[Position], cells: Cells) -> bool:
    values = [f.value for p in parts if (f := cells.figures.get(p)) and f.value is not None]
    return len(values) >= 2 and sum(values) == 100


def _whole(line: Line) -> bool:
    """A total of 100 above rows that miss it, by no share that budget execution usually has."""
    return line.total.value == 100 and line.difference not in EXECUTION_SHARES


def _is_total(row: Row) -> bool:
    words = terms()
    strong = row.total in (Total.TOTAL, Total.GRAND) and not words.is_("fund_total", row.name)
    return strong or words.is_("score_total", row.name)


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
    """Scores of an earlier band under the same heading, or its 执行率得分 for 得分."""
    found: list[Position] = []
    for side, rows in layout.pairs():
        for peer in side.values:
            if peer.measure is Measure.SCORE and plain(peer.name).endswith(plain(column.name)):
                found.extend(_places(rows, peer, cells, subtotals=False))
    return found
