"""The depth of rows, and the full name of an item under its classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.facts.tables.rows import Row, Total

_KINDS = {3: "（类）", 5: "（款）", 7: "（项）"}


def levels_of(rows: Sequence[Row]) -> tuple[int, ...]:
    """0 for totals, then by code, printed number or 其中."""
    return tuple(_level(row) for row in rows)


def _level(row: Row) -> int:
    if row.total in (Total.TOTAL, Total.GRAND):
        return 0
    if row.code:
        return (len(row.code) - 1) // 2
    return 1 + (row.style or 0) + (1 if row.of_which else 0)


def item_paths(rows: Sequence[Row]) -> Mapping[int, str]:
    """Names of functional items with those of their classes: 甲（类）乙（款）丙（项）, by row."""
    names = {row.code: row.name for row in rows if row.code}
    return {row.index: _full_name(row, names) for row in rows}


def _full_name(row: Row, names: Mapping[str, str]) -> str:
    if not row.code.startswith("2"):
        return row.name
    sizes = [n for n in _KINDS if n <= len(row.code) and row.code[:n] in names]
    return "".join(names[row.code[:n]] + _KINDS[n] for n in sizes)
