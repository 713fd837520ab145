"""A band with its sides and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportlint.facts.tables.bands import Band
from reportlint.facts.tables.columns import Column, Side
from reportlint.facts.tables.rows import Row, Total


@dataclass(frozen=True, slots=True)
class Layout:
    """How one band is built: `rows[n]` are the rows of `sides[n]`."""

    band: Band
    sides: tuple[Side, ...]
    rows: tuple[tuple[Row, ...], ...]

    @property
    def columns(self) -> Mapping[int, Sequence[Column]]:
        """Value columns by the number of their side."""
        return {side.number: side.values for side in self.sides}

    def pairs(self) -> Iterator[tuple[Side, tuple[Row, ...]]]:
        """Each side with its rows."""
        yield from zip(self.sides, self.rows, strict=True)

    def joined(self) -> tuple[Row, ...]:
        """The rows of all sides as one list, where one list runs on from side to side."""
        heads = {tuple(c.path for c in side.values) for side in self.sides}
        ends = sum(any(r.total is not Total.NONE for r in rows) for rows in self.rows)
        runs_on = len(self.sides) > 1 and len(heads) == 1 and ends == 1
        return self.all_rows() if runs_on and not any(r.code for r in self.all_rows()) else ()

    def all_rows(self) -> tuple[Row, ...]:
        """The rows of all sides, side after side."""
        return tuple(row for rows in self.rows for row in rows)
