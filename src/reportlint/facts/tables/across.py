"""Total columns: 合计 = 基本支出 + 项目支出, with 小计 inside groups of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlint.facts.tables.columns import Column, Measure, Side
from reportlint.facts.tables.rows import Row, Total, total_of
from reportlint.facts.tables.sums import FEWEST, Cells, Reading, choose
from reportlint.facts.tables.terms import terms


def column_totals(side: Side, rows: Sequence[Row], cells: Cells) -> Iterator[Reading]:
    """A reading for every column that totals others of its side."""
    for column in side.values:
        for depth, text in enumerate(column.path):
            if total_of(plain(text)) is Total.NONE or column.head is None:
                continue
            lists = _candidates(side, column, depth)
            readings = [_reading(column, parts, rows, cells, firm) for parts, firm in lists]
            if chosen := choose(readings):
                yield chosen
            break


def plain(text: str) -> str:
    """A header text without the unit, letter or formula in brackets at its end."""
    return text.partition("(")[0] if "(" in text[1:] else text


def _reading(
    column: Column, parts: Sequence[Column], rows: Sequence[Row], cells: Cells, firm: bool
) -> Reading:
    lines = (cells.line((r.index, column.index), [(r.index, p.index) for p in parts]) for r in rows)
    return Reading(tuple(x for x in lines if x is not None), column.head or (0, 0), firm)


def _candidates(side: Side, column: Column, depth: int) -> list[tuple[list[Column], bool]]:
    """The columns that a total column may add: its siblings to the right, or to the left."""
    before, after = column.path[:depth], column.path[depth + 1 :]
    peers = [c for c in side.values if c.path[:depth] == before and len(c.path) > depth]
    groups = _groups(peers, depth)
    own = next(i for i, group in enumerate(groups) if column in group)
    strength = total_of(plain(column.path[depth]))
    right = _until(groups[own + 1 :], depth, strength)
    left = _until(groups[:own][::-1], depth, strength)[::-1]
    found: list[tuple[list[Column], bool]] = []
    for parts in (right, left):
        chosen = _represent(parts, depth, after)
        if chosen:
            found.append((chosen, _comparable(column, chosen) and not (right and left)))
    shorter = (_represent(right[:n], depth, after) for n in range(len(right) - 1, 1, -1))
    return [*found, *((parts, False) for parts in shorter if len(parts) > 1)]


def column_parts(side: Side, rows: Sequence[Row], cells: Cells) -> Iterator[Reading]:
    """Columns under 其中 hold no more than the column before them; a lone slip is the author's."""
    whole: Column | None = None
    parts: list[Column] = []
    for column in (*side.values, None):
        if column is not None and any(terms().has("of_which", t) for t in column.path):
            parts.append(column)
            continue
        if whole is not None and parts:
            yield from _bounded(whole, parts, rows, cells)
        whole, parts = column, []


def _bounded(
    whole: Column, parts: Sequence[Column], rows: Sequence[Row], cells: Cells
) -> Iterator[Reading]:
    same = [p for p in parts if p.measure is whole.measure is Measure.AMOUNT]
    reading = _reading(whole, same, rows, cells, False)
    lines = tuple(replace(line, exhaustive=False) for line in reading.lines)
    wrong = sum(not line.holds() for line in lines)
    if not wrong or (wrong == 1 and len(lines) >= FEWEST):
        yield Reading(lines, reading.cell)


def _groups(peers: Sequence[Column], depth: int) -> list[list[Column]]:
    groups: list[list[Column]] = []
    for column in peers:
        if groups and groups[-1][0].path[depth] == column.path[depth]:
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups


def _until(groups: Sequence[list[Column]], depth: int, strength: Total) -> list[list[Column]]:
    """Groups up to the next total at least as strong, or a column of another measure."""
    found: list[list[Column]] = []
    for group in groups:
        name = group[0].path[depth]
        if total_of(plain(name)) >= strength or group[0].measure is not Measure.AMOUNT:
            break
        if not terms().has("of_which", name):
            found.append(group)
    return found


def _represent(groups: Sequence[list[Column]], depth: int, after: tuple[str, ...]) -> list[Column]:
    """One column for a group that has its own total, else all its columns of this measure."""
    found: list[Column] = []
    for group in groups:
        totals = [c for c in group if _is_total(c, depth)]
        same = [c for c in totals or group if not after or c.path[-len(after) :] == after]
        found.extend(same if not totals else same[:1])
    return found


def _is_total(column: Column, depth: int) -> bool:
    return any(total_of(plain(t)) is not Total.NONE for t in column.path[depth + 1 :])


def _comparable(column: Column, parts: Sequence[Column]) -> bool:
    """Whether the headers of the parts name components, not stages, years or changes."""
    words = terms()
    odd = ("stage", "change", "price", "count", "percent")
    extra = [p.path[-1] for p in parts if p.path[-1:] != column.path[-1:]]
    return len(parts) >= 2 and not any(words.has(name, text) for text in extra for name in odd)
