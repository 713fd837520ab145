"""Columns of changes and growth rates between two columns of amounts, and of what is left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.columns import Column, Measure, Side
from reportlint.facts.tables.drafts import Draft, Family
from reportlint.facts.tables.figures import period_of
from reportlint.facts.tables.picking import pick
from reportlint.facts.tables.rates import amounts
from reportlint.facts.tables.rows import Row
from reportlint.facts.tables.sums import Cells
from reportlint.facts.tables.terms import terms

_BEFORE, _AFTER = 1000, 9000
"""The report's own year is not known here: beside years by name, only 本年 lies after them."""


def change_columns(side: Side, rows: Sequence[Row], cells: Cells) -> Iterator[Draft]:
    """The drafts of every column of changes, growth rates or remainders."""
    words = terms()
    for column in side.values:
        rate = words.has("growth", column.name) or words.has("change", column.name)
        if words.has("deduction", column.name):
            yield from pick(_deductions(side, column, rows, cells))
        elif column.measure is Measure.PERCENT and rate:
            yield from pick(_growth(side, column, rows, cells))
        elif column.measure is Measure.AMOUNT and words.has("change", column.name):
            yield from pick(_changes(side, column, rows, cells))
        elif column.measure is Measure.AMOUNT and words.has("unspent", column.name):
            yield from pick(_remainders(side, column, rows, cells))


def _growth(side: Side, column: Column, rows: Sequence[Row], cells: Cells) -> list[Family]:
    pairs = _pairs(side, column)
    return [
        Family(tuple(_grown(column, now, before, rows, cells)), len(pairs) == 1)
        for now, before in pairs
    ]


def _grown(
    column: Column, now: Column, before: Column, rows: Sequence[Row], cells: Cells
) -> Iterator[Draft]:
    for row, rate, a, b in _triples(column, now, before, rows, cells):
        if rate.numeral.kind is FigureKind.PERCENT:
            operands = ((a, Role.CURRENT, 1), (b, Role.PREVIOUS, 1))
            head = column.head or row.cell
            yield Draft(RelationKind.GROWTH, rate, operands, head, formula="yoy")


def _changes(side: Side, column: Column, rows: Sequence[Row], cells: Cells) -> list[Family]:
    """Signed changes first; a column without any sign may hold their sizes only."""
    pairs = _pairs(side, column)
    found = [_differences(column, *pair, rows, cells, 1) for pair in pairs]
    found += [_differences(column, b, a, rows, cells, 1) for a, b in pairs]
    if not any(f.value is not None and f.value < 0 for f in _figures(column, rows, cells)):
        found += [_differences(column, *pair, rows, cells, 0) for pair in pairs]
    return [Family(f, firm=False) for f in found]


def _figures(column: Column, rows: Sequence[Row], cells: Cells) -> Iterator[Figure]:
    found = (cells.figures.get((row.index, column.index)) for row in rows)
    return (figure for figure in found if figure is not None)


def _remainders(side: Side, column: Column, rows: Sequence[Row], cells: Cells) -> list[Family]:
    words = terms()
    peers = [c for c in amounts(side) if c is not column]
    spent = [c for c in peers if words.has("execution", c.name)]
    given = [c for c in peers if c not in spent]
    given.sort(key=lambda c: _distance(c.name))
    return [Family(_differences(column, g, s, rows, cells, 1)) for g in given for s in spent]


def _distance(name: str) -> int:
    """How likely money is left over of a column: of the full budget first, of any column last."""
    words = terms()
    kinds = ("full_budget", "budget", "arrived")
    return next((n for n, kind in enumerate(kinds) if words.has(kind, name)), len(kinds))


def _deductions(side: Side, column: Column, rows: Sequence[Row], cells: Cells) -> list[Family]:
    """扣分 is what a score lacks of its weight."""
    words = terms()
    weights = [c for c in side.values if words.is_("weight", c.name)]
    scores = [c for c in side.values if words.is_("score", c.name)]
    if len(weights) != 1 or len(scores) != 1:
        return []
    return [Family(_differences(column, weights[0], scores[0], rows, cells, 0))]


def _differences(
    column: Column,
    minuend: Column,
    subtrahend: Column,
    rows: Sequence[Row],
    cells: Cells,
    direction: int,
) -> tuple[Draft, ...]:
    found: list[Draft] = []
    for row, change, a, b in _triples(column, minuend, subtrahend, rows, cells):
        if change.numeral.kind is a.numeral.kind:
            operands = ((a, Role.MINUEND, 1), (b, Role.SUBTRAHEND, 1))
            head = column.head or row.cell
            found.append(Draft(RelationKind.DIFFERENCE, change, operands, head, direction))
    return tuple(found)


def _triples(
    column: Column, first: Column, second: Column, rows: Sequence[Row], cells: Cells
) -> Iterator[tuple[Row, Figure, Figure, Figure]]:
    for row in rows:
        found = [cells.figures.get((row.index, c.index)) for c in (column, first, second)]
        result, a, b = found
        if result is None or a is None or b is None:
            continue
        if a.numeral.kind is b.numeral.kind:
            yield row, result, a, b


def _pairs(side: Side, column: Column) -> list[tuple[Column, Column]]:
    """(current, previous) columns: by years, by words, or the only two there are."""
    peers = [c for c in amounts(side) if c is not column]
    pairs = [(a, b) for a in peers for b in peers if a is not b and _follows(a, b)]
    alike = [p for p in pairs if p[0].path[-1] == p[1].path[-1] or len(peers) == 2]
    chosen = alike or pairs
    if not chosen and len(peers) == 2:
        return [(peers[1], peers[0]), (peers[0], peers[1])]
    return chosen


def _follows(a: Column, b: Column) -> bool:
    """Whether `b` is the base from which `a` changed."""
    years = [_year(c) for c in (a, b)]
    if years[0] != years[1]:
        return years[0] > years[1]
    words = terms()
    return (
        words.has("last_period", b.name)
        and not words.has("last_period", a.name)
        and words.has("this_period", a.name)
    )


def _year(column: Column) -> int:
    """The year of a column, for comparison only."""
    this_year = terms().has("this_year", column.words)
    return int(period_of(column, "", _AFTER if this_year else _BEFORE))
