"""The arithmetic of a table as claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Figure, Span
from reportlint.facts.tables.across import column_totals
from reportlint.facts.tables.codes import class_totals, code_sums
from reportlint.facts.tables.grid import Grid
from reportlint.facts.tables.layout import Layout
from reportlint.facts.tables.sums import Cells, Line, Reading
from reportlint.facts.tables.totals import row_totals


def claims_of(
    grid: Grid, caption: str, layouts: Sequence[Layout], figures: Mapping[tuple[int, int], Figure]
) -> Iterator[Claim]:
    """Every claim of the table, `t<block>s1`, `t<block>s2`, …, each relation once."""
    cells = Cells(grid, dict(figures))
    seen: set[tuple[str, frozenset[str]]] = set()
    for layout in layouts:
        for reading in _readings(layout, cells):
            for line in reading.lines:
                key = (line.total.id, frozenset(p.id for p in line.parts))
                if key not in seen:
                    seen.add(key)
                    yield _sum_claim(grid, f"t{grid.block}s{len(seen)}", reading, line)


def _readings(layout: Layout, cells: Cells) -> Iterator[Reading]:
    yield from code_sums(layout.all_rows(), layout.columns, cells)
    yield from class_totals(layout.all_rows(), layout.columns, cells)
    for side, rows in layout.pairs():
        yield from row_totals(rows, layout.columns, cells)
        yield from column_totals(side, rows, cells)


def _sum_claim(grid: Grid, name: str, reading: Reading, line: Line) -> Claim:
    terms = tuple(Term(p.id, Role.ADDEND) for p in line.parts)
    relation = Relation(name, RelationKind.SUM, line.total.id, terms, exhaustive=line.exhaustive)
    row, column = reading.cell
    text = grid.table.rows[row][column].text
    words = Span(grid.block, 0, len(text), reading.cell)
    return Claim(name, relation, ClaimSource.TABLE, words, measured=text.strip())
