"""The cells of an HTML table where its spans put them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlint.readers.container import Element

WIDEST, TALLEST = 512, 20_000
"""Spans beyond these are damage or malice."""
GROUPS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the grid positions it covers."""

    element: Element
    row: int
    column: int
    row_span: int
    column_span: int


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of each row, those of tables inside left out."""
    return [[cell for cell in row if cell.tag in CELLS] for row in _rows(table)]


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in GROUPS:
            yield from (row for row in child if row.tag == "tr")


def placed(rows: list[list[Element]], max_cells: int) -> tuple[list[Placed], bool]:
    """The cells on their grid, at most `max_cells` positions, and whether any were left out."""
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan", TALLEST), len(rows) - number)
            width = _span(cell, "colspan", WIDEST)
            if len(taken) + height * width > max_cells:
                return found, True
            taken.update(
                (r, c)
                for r in range(number, number + height)
                for c in range(column, column + width)
            )
            found.append(Placed(cell, number, column, height, width))
            column += width
    return found, False


def _span(cell: Element, name: str, most: int) -> int:
    text = cell.get(name, "").strip()
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 9 else 1
