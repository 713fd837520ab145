"""Rows that award points: weight, marks, target, result, reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.facts.model import Figure, FigureKind, ScoreRow
from reportlint.facts.tables.columns import Column, Measure, Side
from reportlint.facts.tables.grid import Grid
from reportlint.facts.tables.layout import Layout
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.terms import terms

Figures = Mapping[tuple[int, int], Figure]


def score_rows(grid: Grid, layouts: Sequence[Layout], figures: Figures) -> Iterator[ScoreRow]:
    """The rows of all bands that award points or report results, from top to bottom.

    A cell over several rows belongs to none of them.
    """
    for layout in layouts:
        columns = [c for side in layout.sides for c in side.columns]
        for side, rows in layout.pairs():
            scores = [c for c in side.values if terms().is_("score", c.name)]
            for row in rows if scores or _reports(columns) else ():
                yield _row(grid, row, side, columns, scores, figures)


def _reports(columns: Sequence[Column]) -> bool:
    """Whether targets and results stand side by side."""
    return all(any(terms().is_(n, c.name) for c in columns) for n in ("target", "actual"))


def _row(
    grid: Grid,
    row: Row,
    side: Side,
    columns: Sequence[Column],
    scores: Sequence[Column],
    figures: Figures,
) -> ScoreRow:
    words = terms()
    marks = [f for c in scores if (f := _own(grid, row, c, figures))]
    rate = next((f for c in side.values if (f := _rate(grid, row, c, figures))), None)
    return ScoreRow(
        row=row.index,
        path=row.path,
        name=row.name,
        weight=_weight(grid, row, side, scores[0], figures) if scores else None,
        scores=tuple(f.id for f in marks),
        rate=rate.id if rate else None,
        target=_cell(grid, row, columns, "target"),
        actual=_cell(grid, row, columns, "actual"),
        rule=_cell(grid, row, columns, "score_rule"),
        reason=_cell(grid, row, columns, "reason"),
        total=_sums_up(row),
        fund=words.is_("fund_total", row.name),
    )


def _sums_up(row: Row) -> bool:
    words = terms()
    total = row.total is not Total.NONE and not words.is_("fund_total", row.name)
    return total or words.is_("score_total", row.name)


def _own(grid: Grid, row: Row, column: Column, figures: Figures) -> Figure | None:
    """The figure of a cell that spans this row only."""
    at = (row.index, column.index)
    cell = grid.table.rows[at[0]][at[1]]
    return figures.get(at) if cell.row_span == 1 and grid.is_origin(*at) else None


def _rate(grid: Grid, row: Row, column: Column, figures: Figures) -> Figure | None:
    words = terms()
    if column.measure is not Measure.PERCENT or not words.has("exec_rate", column.name):
        return None
    found = _own(grid, row, column, figures)
    return found if found and found.numeral.kind is FigureKind.PERCENT else None


def _weight(grid: Grid, row: Row, side: Side, score: Column, figures: Figures) -> str | None:
    """The full mark: the nearest column of weights, before the marks rather than after them."""
    weights = [c for c in side.values if terms().is_("weight", c.name)]
    before = [c for c in weights if c.index < score.index]
    nearest = before[-1:] or weights[:1]
    found = _own(grid, row, nearest[0], figures) if nearest else None
    return found.id if found and found.numeral.kind is FigureKind.SCORE else None


def _cell(grid: Grid, row: Row, columns: Sequence[Column], name: str) -> tuple[int, int] | None:
    """The only cell of the row under such a header."""
    found = [c for c in columns if terms().is_(name, c.name)]
    return grid.origin(row.index, found[0].index) if len(found) == 1 else None
