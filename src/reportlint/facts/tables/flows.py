"""Closing balance = opening balance + what came in − what went out, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import Figure
from reportlint.facts.tables.columns import Column, Measure, Side
from reportlint.facts.tables.drafts import Draft, Family
from reportlint.facts.tables.picking import pick
from reportlint.facts.tables.rows import Row, Total, total_of
from reportlint.facts.tables.sums import Cells
from reportlint.facts.tables.terms import terms

Signed = list[tuple[Column, int]]


def balance_columns(side: Side, rows: Sequence[Row], cells: Cells) -> Iterator[Draft]:
    """The drafts of the column of closing balances, if every other column has its part in it."""
    words = terms()
    columns = [c for c in side.values if c.measure is not Measure.PERCENT and _leads(c)]
    closing = [c for c in columns if words.has("closing", c.name)]
    opening = [c for c in columns if words.has("opening", c.name)]
    if len(closing) != 1 or len(opening) != 1:
        return
    flows = [(c, _direction(c)) for c in columns if c not in (*closing, *opening)]
    if flows and all(sign for _, sign in flows):
        operands = [(opening[0], 1), *flows]
        yield from pick([Family(tuple(_drafts(closing[0], operands, rows, cells)))])


def _leads(column: Column) -> bool:
    """Whether a column stands for its group: 小计 of 本年支出, not 基本支出 below it."""
    return len(column.path) < 2 or total_of(column.name) is not Total.NONE


def _direction(column: Column) -> int:
    words = terms()
    text = column.words
    inward, outward = words.has("inflow", text), words.has("outflow", text)
    return 0 if inward is outward else 1 if inward else -1


def _drafts(
    closing: Column, operands: Signed, rows: Sequence[Row], cells: Cells
) -> Iterator[Draft]:
    for row in rows:
        result = cells.figures.get((row.index, closing.index))
        found: list[tuple[Figure, Role, int]] = []
        for column, sign in operands:
            if figure := cells.figures.get((row.index, column.index)):
                found.append((figure, Role.ADDEND, sign))
        kinds = {f.numeral.kind for f, _, _ in found}
        if result is not None and found and kinds == {result.numeral.kind}:
            yield Draft(RelationKind.SUM, result, tuple(found), closing.head or row.cell)
