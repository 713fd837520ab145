"""Sums by classification codes: 类 = Σ款, 款 = Σ项, and the class totals of the economic table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.facts.tables.rows import Row
from reportlint.facts.tables.sums import COVERAGE, FEWEST, Cells, Reading
from reportlint.facts.tables.terms import terms
from reportlint.facts.tables.totals import Columns, is_class_total, lines_of


def code_sums(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """A reading for every coded row with coded rows under it; `rows` of all sides together.

    A table may list only some items of a class: where the sums mostly fail, only those that hold
    are taken.
    """
    children = _children(rows)
    found = [
        Reading(lines, row.cell, firm=True)
        for row in rows
        if row.code in children and (lines := lines_of(row, children[row.code], columns, cells))
    ]
    yield from kept(found, fewest=2)


def class_totals(rows: Sequence[Row], columns: Columns, cells: Cells) -> Iterator[Reading]:
    """人员经费合计 and 公用经费合计 as sums of the classes that make them up."""
    words = terms()
    for row in filter(is_class_total, rows):
        name = "personnel" if words.is_("personnel", row.name) else "running"
        parts = [r for r in rows if r.code in words.classes[name]]
        if len({p.code for p in parts}) == len(parts):
            yield Reading(lines_of(row, parts, columns, cells), row.cell, firm=True)


def kept(readings: Sequence[Reading], fewest: int = FEWEST) -> list[Reading]:
    """All readings of a family where it mostly holds; else those proven by columns of their own.

    With `fewest` telling lines or more, but less than usual, half of them must hold. Of readings
    in doubt only the lines that hold are taken.
    """
    telling = sum(r.telling() for r in readings)
    held = sum(r.held() for r in readings)
    share = COVERAGE if telling >= FEWEST else Fraction(1, 2)
    if telling and (telling == held or (telling >= fewest and held >= share * telling)):
        return list(readings)
    return [r if _proven(r) else trimmed for r in readings if (trimmed := _fitting(r)).lines]


def _proven(reading: Reading) -> bool:
    held, telling = reading.held(), reading.telling()
    return bool(held) and held * 2 >= telling > 1


def _fitting(reading: Reading) -> Reading:
    lines = tuple(line for line in reading.lines if line.holds())
    return Reading(lines, reading.cell, reading.firm)


def _children(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Coded rows by the nearest class above them that is listed once."""
    count: dict[str, int] = {}
    for row in rows:
        count[row.code] = count.get(row.code, 0) + 1
    once = {code for code, n in count.items() if code and n == 1}
    found: dict[str, list[Row]] = {}
    for row in rows:
        parent = next(
            (row.code[:n] for n in (5, 3) if row.code[:n] in once and n < len(row.code)), ""
        )
        if parent and count[row.code] == 1:
            found.setdefault(parent, []).append(row)
    return found
