"""Columns of shares: each row's part of the column's total, and the shares together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlint.arithmetic.model import RelationKind, Role, Verdict
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.columns import Column, Measure, Side
from reportlint.facts.tables.drafts import Draft, Family
from reportlint.facts.tables.picking import pick, speaks
from reportlint.facts.tables.rates import amounts
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells, Reading
from reportlint.facts.tables.terms import terms
from reportlint.facts.tables.wholes import of_other_money, of_parent

MOST_PAIRS = 90
"""Pairs of columns beyond these are not tried as part and whole."""

SAMPLE = 8
"""Rows on which a pair of columns must not fail more often than fit to be tried on all."""


def share_columns(
    side: Side, rows: Sequence[Row], cells: Cells, totals: Sequence[Reading]
) -> Iterator[Draft]:
    """The drafts of every column of shares. `totals` are the sums found in the same rows."""
    whole = max(rows, key=lambda r: r.total, default=None)
    for column in side.values:
        if column.measure is not Measure.PERCENT or not terms().has("share", column.name):
            continue
        known = whole is not None and whole.total is not Total.NONE
        down = _families(side, column, whole, rows, cells) if whole is not None and known else []
        chosen = pick([*down, *_across(side, column, rows, cells)])
        drafts = [of_parent(draft, rows, cells) for draft in chosen]
        if outside := of_other_money(drafts):
            drafts = [replace(draft, certain=False) for draft in drafts]
        yield from drafts
        if not outside and whole is not None and _down(drafts, whole):
            yield from _together(column, whole, rows, cells, totals)


def _down(drafts: Sequence[Draft], whole: Row) -> bool:
    """Whether the shares were found to be shares of the total row, in most rows to the digit."""
    exact = sum(
        d.verdict() is Verdict.CONSISTENT and d.result is not None and speaks(d.result)
        for d in drafts
    )
    return (
        exact >= 2
        and exact * 2 > len(drafts)
        and all(
            not d.open and _row(f) == whole.index
            for d in drafts
            for f, role, _ in d.terms
            if role is Role.WHOLE
        )
    )


def _families(
    side: Side, column: Column, whole: Row, rows: Sequence[Row], cells: Cells
) -> list[Family]:
    """The nearest column of amounts to the left goes first, then the others."""
    peers = sorted(amounts(side), key=lambda c: (c.index > column.index, -c.index))
    other = terms().has("share_of", column.name)
    return [
        Family(drafts, firm=len(peers) == 1 and len(drafts) > 1 and not other, named=False)
        for peer in peers
        if (drafts := tuple(_drafts(column, peer, whole, rows, cells)))
    ]


def _across(side: Side, column: Column, rows: Sequence[Row], cells: Cells) -> Iterator[Family]:
    """A column of amounts as a part of another, row by row; the nearest to the left first."""
    left = [c for c in amounts(side) if c.index < column.index][::-1]
    pairs = [(part, whole) for n, part in enumerate(left) for whole in left[n + 1 :]]
    turned = [(part, whole) for whole, part in pairs]
    for part, whole in [*pairs, *turned][:MOST_PAIRS]:
        drafts = (_row_share(column, part, whole, row, cells) for row in rows)
        known = tuple(d for d in drafts if d is not None)
        if _promising(known[:SAMPLE]):
            yield Family(known, named=False)


def _promising(sample: Sequence[Draft]) -> bool:
    wrong = sum(d.verdict() is Verdict.INCONSISTENT for d in sample)
    return 2 * wrong <= len(sample)


def _row_share(column: Column, part: Column, whole: Column, row: Row, cells: Cells) -> Draft | None:
    share, a, b = (cells.figures.get((row.index, c.index)) for c in (column, part, whole))
    if share is None or a is None or b is None or a.numeral.kind is not b.numeral.kind:
        return None
    if share.numeral.kind is not FigureKind.PERCENT:
        return None
    operands = ((a, Role.PART, 1), (b, Role.WHOLE, 1))
    return Draft(RelationKind.SHARE, share, operands, column.head or row.cell, formula="share")


def _drafts(
    column: Column, peer: Column, whole: Row, rows: Sequence[Row], cells: Cells
) -> Iterator[Draft]:
    total = cells.figures.get((whole.index, peer.index))
    for row in rows:
        share = cells.figures.get((row.index, column.index))
        part = cells.figures.get((row.index, peer.index))
        if total is None or share is None or part is None or row is whole:
            continue
        alike = part.numeral.kind is total.numeral.kind
        if alike and share.numeral.kind is FigureKind.PERCENT:
            operands = ((part, Role.PART, 1), (total, Role.WHOLE, 1))
            head = column.head or row.cell
            yield Draft(RelationKind.SHARE, share, operands, head, formula="share")


def _together(
    column: Column, whole: Row, rows: Sequence[Row], cells: Cells, totals: Sequence[Reading]
) -> Iterator[Draft]:
    """The shares of all parts of the total make 100 %, and so says the total's own, if any."""
    lines = [x for r in totals for x in r.lines if _row(x.total) == whole.index]
    line = max(lines, key=lambda x: len(x.parts), default=None)
    printed = cells.figures.get((whole.index, column.index))
    if line is None or (printed is not None and printed.value != 100):
        return
    parts = [_row(p) for p in line.parts]
    shares = [cells.figures.get((r, column.index)) for r in parts]
    known = [s for s in shares if s is not None and s.numeral.kind is FigureKind.PERCENT]
    if len(known) < 2 or len(known) < len(parts) or _left_out(column, parts, rows, cells):
        return
    operands = tuple((s, Role.ADDEND, 1) for s in known)
    draft = Draft(RelationKind.SUM, None, operands, column.head or whole.cell, formula="share")
    if line.holds() or draft.verdict() is not Verdict.INCONSISTENT:
        yield draft


def _left_out(column: Column, parts: Sequence[int], rows: Sequence[Row], cells: Cells) -> bool:
    """Whether a row with a share of its own is none of the parts, and none of a part's details."""
    chosen = [r for r in rows if r.index in parts]
    indent = max((r.indent for r in chosen), default=0)
    style = max((r.style if r.style is not None else -1 for r in chosen), default=-1)
    return any(
        (share := cells.figures.get((r.index, column.index))) is not None
        and share.value
        and r.total is Total.NONE
        and not r.of_which
        and r.indent <= indent
        and (r.style is None or r.style <= style)
        for r in rows
        if r.index not in parts
    )


def _row(figure: Figure) -> int:
    return figure.cell[0] if figure.cell else -1
