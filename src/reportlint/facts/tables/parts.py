"""Parts under a row that is no total: 其中 rows, compositions of the field, numbered levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlint.facts.tables.codes import kept
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells, Reading, choose
from reportlint.facts.tables.terms import Composition, terms
from reportlint.facts.tables.totals import Columns, lines_of

MOST_PARTS = 12
"""A 其中 with more rows than this is not followed."""

_FIRST = re.compile(r"(?:其中[:：]?)?[(]?[一1①]")


def of_which(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """Rows that begin with 其中 hold a part of the row right above them, no more."""
    alone = sum(row.of_which for row in rows) == 1
    for place, row in enumerate(rows):
        if not row.of_which or place == 0:
            continue
        whole = rows[place - 1]
        if whole.of_which or whole.total is not Total.NONE or (whole.code and row.code):
            continue
        lines = lines_of(whole, [row], columns, cells)
        bounded = tuple(replace(line, exhaustive=False) for line in lines)
        if alone or all(line.holds() for line in bounded):
            yield Reading(bounded, row.cell)


def which_lists(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """A 其中 and the rows after it, where the figures show that they are all there is."""
    for place, row in enumerate(rows):
        if not row.of_which or place == 0 or rows[place - 1].of_which:
            continue
        whole = rows[place - 1]
        more = _following(rows[place + 1 : place + MOST_PARTS])
        if whole.total is not Total.NONE or (whole.code and row.code):
            continue
        lists = ([row, *more[:n]] for n in range(len(more), 0, -1))
        readings = [Reading(lines_of(whole, parts, columns, cells), whole.cell) for parts in lists]
        if any(r.held() for r in readings) and (chosen := choose(readings)):
            yield chosen


def _following(below: Sequence[Row]) -> list[Row]:
    """Rows that may belong to the 其中 above them: up to a total or a number of another kind."""
    found: list[Row] = []
    for row in below:
        if row.total is not Total.NONE or row.code or (row.style or 0) < _depth(below[0]):
            break
        found.append(row)
    return found


def compositions(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """Wholes followed by all the parts that define them."""
    for composition in terms().compositions:
        for place, row in enumerate(rows):
            if row.total is not Total.NONE or not composition.whole.fullmatch(row.name):
                continue
            parts = _parts(composition, row, rows[place + 1 : place + 12])
            lines = lines_of(row, parts, columns, cells) if parts else ()
            if chosen := choose([Reading(lines, row.cell, firm=True)]):
                yield chosen


def _parts(composition: Composition, whole: Row, below: Sequence[Row]) -> list[Row]:
    """One row for each part, all before the whole is named again."""
    until = next((i for i, r in enumerate(below) if r.name == whole.name), len(below))
    found = [
        [r for r in below[:until] if pattern.fullmatch(r.name)] for pattern in composition.parts
    ]
    return [rows[0] for rows in found] if all(len(rows) == 1 for rows in found) else []


def numbered_levels(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """Rows numbered （一） under one numbered 一、, and so on: kept where they mostly add up."""
    found: list[Reading] = []
    for place, row in enumerate(rows):
        if row.total is not Total.NONE or row.of_which:
            continue
        parts = _numbered_below(rows[place + 1 :], row)
        if len(parts) >= 2 and (lines := lines_of(row, parts, columns, cells)):
            found.append(Reading(lines, row.cell))
    yield from kept(found)


def _numbered_below(below: Sequence[Row], whole: Row) -> list[Row]:
    """The rows of the next deeper number, up to one as shallow as the whole."""
    found: list[Row] = []
    for row in below:
        if row.total is not Total.NONE or (row.style is not None and row.style <= _depth(whole)):
            break
        if row.style is None and not row.of_which:
            if whole.style is None:
                break
            return []
        if not row.of_which:
            found.append(row)
    top = min((_depth(r) for r in found), default=0)
    same = [r for r in found if _depth(r) == top]
    return same if _starts_over(same) else []


def _depth(row: Row) -> int:
    return -1 if row.style is None else row.style


def _starts_over(rows: Sequence[Row]) -> bool:
    """Whether a numbered list begins with its first number."""
    return bool(rows) and _FIRST.match(rows[0].path[-1]) is not None
