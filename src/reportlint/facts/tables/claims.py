"""The arithmetic of a table as claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import Claim, ClaimSource, Figure, Span
from reportlint.facts.tables.across import column_parts, column_totals
from reportlint.facts.tables.balance import balances
from reportlint.facts.tables.changes import change_columns
from reportlint.facts.tables.codes import class_totals, code_sums
from reportlint.facts.tables.columns import Column, Measure
from reportlint.facts.tables.drafts import Draft
from reportlint.facts.tables.flows import balance_columns
from reportlint.facts.tables.forms import score_totals
from reportlint.facts.tables.formulas import printed_formulas, row_formulas
from reportlint.facts.tables.grid import Grid
from reportlint.facts.tables.layout import Layout
from reportlint.facts.tables.nesting import nested_lists
from reportlint.facts.tables.parts import compositions, numbered_levels, of_which, which_lists
from reportlint.facts.tables.patterns import pattern_drafts
from reportlint.facts.tables.products import product_columns
from reportlint.facts.tables.rates import rate_columns
from reportlint.facts.tables.shares import share_columns
from reportlint.facts.tables.sums import Cells, Reading
from reportlint.facts.tables.terms import terms
from reportlint.facts.tables.totals import row_totals


def claims_of(
    grid: Grid, layouts: Sequence[Layout], figures: Mapping[tuple[int, int], Figure]
) -> Iterator[Claim]:
    """Every claim of the table, `t<block>s1`, `t<block>s2`, …, each relation once."""
    cells = Cells(grid, dict(figures))
    seen: set[tuple[object, ...]] = set()
    tied: set[frozenset[str]] = set()
    for draft in chain(_drafts(layouts, cells), _patterns(layouts, cells, tied)):
        key = _key(draft)
        if key not in seen:
            seen.add(key)
            tied.add(frozenset(f.id for f in draft.figures))
            yield _claim(grid, f"t{grid.block}s{len(seen)}", draft)


def _patterns(
    layouts: Sequence[Layout], cells: Cells, tied: Set[frozenset[str]]
) -> Iterator[Draft]:
    """What the figures suggest beyond all that the words state: asked last."""
    for layout in layouts:
        for side, rows in layout.pairs():
            yield from pattern_drafts(side, rows, cells, tied)


def _key(draft: Draft) -> tuple[object, ...]:
    """A sum and a difference over the same figures with the same result are one relation."""
    result = draft.result.id if draft.result else None
    signed = frozenset((f.id, sign) for f, _, sign in draft.terms)
    return draft.kind, result, signed, draft.exhaustive


def _drafts(layouts: Sequence[Layout], cells: Cells) -> Iterator[Draft]:
    for layout in layouts:
        yield from _formulas(layout, cells)
        yield from _sums(layout, cells)
        for side, rows in layout.pairs():
            yield from rate_columns(side, rows, cells)
            yield from change_columns(side, rows, cells)
            yield from product_columns(side, rows, cells)
            yield from balance_columns(side, rows, cells)
        yield from balances(layout, cells)
    for reading in score_totals(layouts, cells):
        yield from drafts_of(reading)


def _formulas(layout: Layout, cells: Cells) -> Iterator[Draft]:
    for side, rows in layout.pairs():
        yield from printed_formulas(side, layout.band, rows, cells)
    yield from row_formulas(list(layout.pairs()), cells)


def _sums(layout: Layout, cells: Cells) -> Iterator[Draft]:
    columns = {n: _addable(c, cells) for n, c in layout.columns.items()}
    every = layout.all_rows()
    readings = [*code_sums(every, columns, cells), *class_totals(every, columns, cells)]
    joined = layout.joined()
    readings.extend(row_totals(joined, columns, cells))
    for side, rows in layout.pairs():
        totals = [] if joined else list(row_totals(rows, columns, cells))
        readings.extend(totals)
        readings.extend(column_totals(side, rows, cells))
        readings.extend(column_parts(side, rows, cells))
        readings.extend(compositions(rows, columns, cells))
        readings.extend(numbered_levels(rows, columns, cells))
        readings.extend(which_lists(rows, columns, cells))
        readings.extend(of_which(rows, columns, cells))
        readings.extend(nested_lists(rows, columns, cells))
        yield from share_columns(side, rows, cells, totals)
    for reading in readings:
        yield from drafts_of(reading)


def _addable(columns: Sequence[Column], cells: Cells) -> tuple[Column, ...]:
    """Columns whose rows may be added: changes may be printed without their signs."""
    kept = (Measure.AMOUNT, Measure.COUNT)
    found = (c for c in columns if c.measure in kept)
    signed = frozenset(column for (_, column), f in cells.figures.items() if (f.value or 0) < 0)
    return tuple(c for c in found if c.index in signed or not terms().has("net_change", c.name))


def drafts_of(reading: Reading) -> Iterator[Draft]:
    """One draft for each sum of a reading."""
    for line in reading.lines:
        operands = tuple((p, Role.ADDEND, 1) for p in line.parts)
        yield Draft(
            RelationKind.SUM, line.total, operands, reading.cell, exhaustive=line.exhaustive
        )


def _claim(grid: Grid, name: str, draft: Draft) -> Claim:
    row, column = draft.cell
    text = grid.table.rows[row][column].text
    others = tuple(d.relation(f"{name}.{n}") for n, d in enumerate(draft.others, 1))
    return Claim(
        id=name,
        relation=draft.relation(name),
        source=ClaimSource.TABLE,
        words=Span(grid.block, 0, len(text), grid.origin(row, column)),
        formula=draft.formula,
        measured="".join(text.split()),
        named=not draft.open,
        alternatives=others,
        certain=draft.certain,
    )
