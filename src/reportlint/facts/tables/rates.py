"""Columns of rates: 执行率, 到位率, and the columns that they divide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.columns import Column, Measure, Side
from reportlint.facts.tables.drafts import Draft, Family
from reportlint.facts.tables.picking import pick
from reportlint.facts.tables.rows import Row
from reportlint.facts.tables.sums import Cells
from reportlint.facts.tables.terms import Rate, terms

Pairs = list[tuple[Column, Column]]
"""Dividend and divisor."""

_MET = "actual_completion_rate"


def rate_columns(side: Side, rows: Sequence[Row], cells: Cells) -> Iterator[Draft]:
    """The drafts of every column of rates that its header names."""
    words = terms()
    for column in side.values:
        name = column.name
        if column.measure is not Measure.PERCENT:
            continue
        if words.has("growth", name) or words.has("change", name):
            continue
        formula, pairs = _operands(side, column)
        yield from pick(_families(column, pairs, rows, cells, formula))


def _operands(side: Side, column: Column) -> tuple[str, Pairs]:
    """The id of the rate and the pairs of columns that it may divide, likeliest first."""
    words = terms()
    if words.has("score_rate", column.name):
        return "score_rate", _scored(side, column)
    for rate in words.rates:
        if rate.name.search(column.name):
            return rate.id, _named(side, column, rate)
    if words.has("exec_rate", column.name) and not words.has("share", column.name):
        met = _met(side, column)
        return (_MET, met) if met else ("exec_rate", _executed(side, column))
    return "", []


def _met(side: Side, column: Column) -> Pairs:
    """What was done over what was to be done, where a table gives one column of each."""
    words = terms()
    done = [c for c in side.values if words.is_("actual", c.name)]
    planned = [c for c in side.values if words.is_("target", c.name)]
    return _paired(side, column, done, planned) if len(done) == len(planned) == 1 else []


def _families(
    column: Column, pairs: Pairs, rows: Sequence[Row], cells: Cells, formula: str
) -> list[Family]:
    tops = {top.index for top, _ in pairs}
    return [
        Family(
            tuple(_drafts(column, top, base, rows, cells, formula)),
            firm=n == 0 and len(tops) == 1 and _fixed(column, base),
        )
        for n, (top, base) in enumerate(pairs)
    ]


def _fixed(column: Column, base: Column) -> bool:
    """Whether the words leave no other base: an initial budget is one only if the rate says so."""
    words = terms()
    initial = words.has("initial_budget", base.name)
    return not initial or words.has("initial_budget", column.name)


def _drafts(
    column: Column, top: Column, base: Column, rows: Sequence[Row], cells: Cells, formula: str
) -> Iterator[Draft]:
    for row in rows:
        rate = cells.figures.get((row.index, column.index))
        done = cells.figures.get((row.index, top.index))
        whole = cells.figures.get((row.index, base.index))
        if rate is None or done is None or whole is None:
            continue
        if formula == _MET and _capped(rate, done, whole, _words(row, cells)):
            continue
        if rate.numeral.kind is FigureKind.PERCENT and _alike(done, whole):
            operands = ((done, Role.NUMERATOR, 1), (whole, Role.DENOMINATOR, 1))
            head = column.head or row.cell
            yield Draft(RelationKind.RATIO, rate, operands, head, formula=formula)


def _words(row: Row, cells: Cells) -> str:
    return " ".join(cell.text for cell in cells.grid.table.rows[row.index])


def _capped(rate: Figure, done: Figure, whole: Figure, words: str) -> bool:
    """Whether a row is no plain quotient: 100% for more than was planned, or less is better."""
    full = rate.value == 100 and (done.value or 0) > (whole.value or 0)
    return full or terms().has("ceiling", words)


def _alike(done: Figure, whole: Figure) -> bool:
    a, b = done.numeral, whole.numeral
    return a.kind is b.kind and a.hedge is b.hedge is None


def amounts(side: Side) -> list[Column]:
    """Columns of amounts that are no changes themselves."""
    return [
        c
        for c in side.values
        if c.measure in (Measure.AMOUNT, Measure.COUNT) and not terms().has("change", c.name)
    ]


def _executed(side: Side, column: Column) -> Pairs:
    """Executed and budget columns, the full-year budget before the initial one."""
    words = terms()
    peers = amounts(side)
    tops = [c for c in peers if words.has("execution", c.name)]
    others = [c for c in peers if c not in tops]
    full = [c for c in others if words.has("full_budget", c.name)]
    initial = [c for c in others if words.has("initial_budget", c.name) and c not in full]
    plain = [c for c in others if words.has("budget", c.name) and c not in (*full, *initial)]
    arrived = [c for c in others if words.has("arrived", c.name) and c not in plain]
    if words.has("initial_budget", column.name) and initial:
        full, plain = [], []
    return _paired(side, column, tops, [*full, *plain, *initial, *arrived])


def _named(side: Side, column: Column, rate: Rate) -> Pairs:
    peers = amounts(side)
    tops = [c for c in peers if rate.top.search(c.name)]
    bases = [c for c in peers if c not in tops and rate.base.search(c.name)]
    return _paired(side, column, tops, bases)


def _scored(side: Side, column: Column) -> Pairs:
    words = terms()
    peers = [c for c in side.values if c.measure is Measure.SCORE]
    scores = [c for c in peers if words.is_("score", c.name)]
    weights = [c for c in peers if words.is_("weight", c.name)]
    return _paired(side, column, scores, weights)


def _paired(side: Side, column: Column, tops: list[Column], bases: list[Column]) -> Pairs:
    """Pairs of one header group; those of the rate's own group go before the others."""
    pairs = [(t, b) for b in bases for t in tops if t.path[:-1] == b.path[:-1]]
    own = [p for p in pairs if p[0].path[:-1] == column.path[:-1]]
    return own or pairs or [(t, b) for b in bases for t in tops]
