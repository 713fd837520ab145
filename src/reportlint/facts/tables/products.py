"""Columns of amounts that are quantity times unit price, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import FigureKind
from reportlint.facts.tables.columns import Column, Measure, Side
from reportlint.facts.tables.drafts import Draft, Family
from reportlint.facts.tables.picking import pick
from reportlint.facts.tables.rows import Row
from reportlint.facts.tables.sums import Cells


def product_columns(side: Side, rows: Sequence[Row], cells: Cells) -> Iterator[Draft]:
    """金额 = 数量 × 单价, where a side has one column of each."""
    counts = [c for c in side.values if c.measure is Measure.COUNT]
    prices = [c for c in side.values if c.measure is Measure.PRICE]
    sums = [c for c in side.values if c.measure is Measure.AMOUNT]
    if len(counts) == len(prices) == len(sums) == 1:
        yield from pick(
            [Family(tuple(_drafts(sums[0], counts[0], prices[0], rows, cells)), firm=True)]
        )


def _drafts(
    column: Column, count: Column, price: Column, rows: Sequence[Row], cells: Cells
) -> Iterator[Draft]:
    for row in rows:
        found = [cells.figures.get((row.index, c.index)) for c in (column, count, price)]
        result, a, b = found
        if result is None or a is None or b is None:
            continue
        if result.numeral.kind is b.numeral.kind is FigureKind.AMOUNT:
            operands = ((a, Role.FACTOR, 1), (b, Role.FACTOR, 1))
            yield Draft(RelationKind.PRODUCT, result, operands, column.head or row.cell)
