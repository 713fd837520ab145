"""One table of the document: what was understood of it, its figures, and its own arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportlint.document import Document, Table
from reportlint.facts.model import Claim, Figure, Outline, TableFacts
from reportlint.facts.tables.bands import Band, bands_of
from reportlint.facts.tables.caption import caption_and_unit
from reportlint.facts.tables.claims import claims_of
from reportlint.facts.tables.columns import Side, Use, sides_of
from reportlint.facts.tables.figures import Setting, figures_of
from reportlint.facts.tables.grid import Grid, grid_of
from reportlint.facts.tables.layout import Layout
from reportlint.facts.tables.levels import item_paths, levels_of
from reportlint.facts.tables.rows import Row, Total, rows_of
from reportlint.facts.tables.scored import score_rows

MOST_CELLS = 200_000
"""A larger grid is no table of a report; it is left alone."""


def read_table(
    document: Document, block: int, outline: Outline, year: int | None
) -> tuple[TableFacts, tuple[Figure, ...], tuple[Claim, ...]]:
    """Read the table at `block`: its build, a figure for every number, and what should add up.

    `year` is the report's. Figures have ids `t<block>.<row>.<column>`; claims have the source
    `table`. A table whose build stays in doubt yields figures but no claims.
    """
    table = document.blocks[block]
    if not isinstance(table, Table):
        raise TypeError(f"block {block} is not a table")
    if not table.rows or len(table.rows) * len(table.rows[0]) > MOST_CELLS:
        return _nothing(block), (), ()
    grid = grid_of(block, table)
    caption, unit = caption_and_unit(document, block, grid)
    layouts = tuple(_layout(grid, band) for band in bands_of(grid))
    setting = Setting(grid, caption, unit, year, outline.where(block))
    figures = tuple(_figures(setting, layouts))
    by_cell = {f.cell: f for f in figures if f.cell is not None}
    claims = tuple(claims_of(grid, layouts, by_cell))
    return _facts(setting, layouts, figures), figures, claims


def _layout(grid: Grid, band: Band) -> Layout:
    sides = sides_of(grid, band)
    rows = [rows_of(grid, band, side) for side in sides]
    totals = {r.index: r for r in rows[0] if r.total is not Total.NONE}
    rest = (tuple(_inherited(r, totals) for r in more) for more in rows[1:])
    return Layout(band, sides, (rows[0], *rest))


def _inherited(row: Row, totals: Mapping[int, Row]) -> Row:
    """A row without a label of its own takes that of a total at the left end of its line."""
    total = totals.get(row.index)
    if row.path or row.code or total is None:
        return row
    return replace(total, side=row.side)


def _figures(setting: Setting, layouts: Sequence[Layout]) -> Iterator[Figure]:
    for layout in layouts:
        for side, rows in zip(layout.sides, layout.rows, strict=True):
            yield from figures_of(setting, side, rows, item_paths(rows))


def _nothing(block: int) -> TableFacts:
    return TableFacts(block, "", "", 0, (), (), (), ())


def _facts(setting: Setting, layouts: Sequence[Layout], figures: Sequence[Figure]) -> TableFacts:
    grid = setting.grid
    labels: dict[int, tuple[str, ...]] = {}
    levels: dict[int, int] = {}
    for layout in layouts:
        for rows in layout.rows:
            for row, level in zip(rows, levels_of(rows), strict=True):
                labels.setdefault(row.index, row.path)
                levels.setdefault(row.index, level)
    return TableFacts(
        block=grid.block,
        caption=setting.caption,
        unit=setting.unit,
        header_rows=min((layouts[0].band.body[:1] or (0,))[0], grid.height) if layouts else 0,
        label_columns=_label_columns(layouts[0].sides) if layouts else (),
        row_labels=tuple(labels.get(r, ()) for r in range(grid.height)),
        column_labels=_column_labels(grid, layouts),
        levels=tuple(levels.get(r, 0) for r in range(grid.height)),
        figures=_ids(figures),
        score_rows=tuple(score_rows(grid, layouts, {f.cell: f for f in figures if f.cell})),
    )


def _ids(figures: Sequence[Figure]) -> Mapping[tuple[int, int], str]:
    return {f.cell: f.id for f in figures if f.cell is not None}


def _label_columns(sides: Sequence[Side]) -> tuple[int, ...]:
    return tuple(c.index for side in sides for c in side.of(Use.LABEL, Use.CODE))


def _column_labels(grid: Grid, layouts: Sequence[Layout]) -> tuple[tuple[str, ...], ...]:
    """Header paths of the first band: those of the others stand in their figures' `where`."""
    columns = [c for side in layouts[0].sides for c in side.columns] if layouts else []
    paths = {c.index: c.path for c in columns}
    return tuple(paths.get(c, ()) for c in range(grid.width))
