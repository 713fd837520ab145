"""Income and expenditure of one table come to the same grand total."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import Figure
from reportlint.facts.tables.columns import Column, Side
from reportlint.facts.tables.drafts import Draft
from reportlint.facts.tables.layout import Layout
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells
from reportlint.facts.tables.terms import terms


def balances(layout: Layout, cells: Cells) -> Iterator[Draft]:
    """总计 on the left is 总计 on the right, stage by stage where both sides give stages."""
    if len(layout.sides) < 2:
        return
    (left, rows), (right, others) = list(layout.pairs())[:2]
    if not (_speaks_of("income", left, rows) and _speaks_of("expenditure", right, others)):
        return
    total, opposite = _grand(rows), _grand(others)
    if total is None or opposite is None or total.index != opposite.index:
        return
    for a, b in _matched(left, right):
        pair = [
            cells.figures.get((total.index, a.index)),
            cells.figures.get((opposite.index, b.index)),
        ]
        known = [f for f in pair if f is not None and f.numeral.hedge is None]
        if len(known) == 2 and known[0].numeral.kind is known[1].numeral.kind:
            yield _equal(known, total)


def _equal(figures: list[Figure], total: Row) -> Draft:
    operands = tuple((f, Role.ITEM, 1) for f in figures)
    return Draft(RelationKind.EQUAL, None, operands, total.cell)


def _speaks_of(name: str, side: Side, rows: tuple[Row, ...]) -> bool:
    words = terms()
    other = "expenditure" if name == "income" else "income"
    heads = [c.path[0] for c in side.columns if c.path]
    if any(words.has(name, h) and not words.has(other, h) for h in heads):
        return True
    return sum(words.has(name, r.name) for r in rows) * 2 > len(rows)


def _grand(rows: tuple[Row, ...]) -> Row | None:
    """The last row, if it is a grand total and the only one."""
    grand = [r for r in rows if r.total is Total.GRAND]
    return grand[0] if len(grand) == 1 else None


def _matched(left: Side, right: Side) -> list[tuple[Column, Column]]:
    """Columns of one stage: the only one on the left goes with the first (合计) on the right."""
    if len(left.values) == 1 and right.values:
        return [(left.values[0], right.values[0])]
    names = {c.name: c for c in right.values}
    return [(c, names[c.name]) for c in left.values if c.name in names]
