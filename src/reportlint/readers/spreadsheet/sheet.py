"""What is known of a sheet before it is laid out: its cells as shown, and what is merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportlint.document import Block
from reportlint.result import Place

Position = tuple[int, int]
"""Row and column of a cell, both from 0."""
Range = tuple[int, int, int, int]
"""First row, first column, last row, last column, all from 0 and inclusive."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose empty cells are left out.

    `remarks`: what stands on it outside cells. `uncomputed`: formulas whose value was never stored.
    `cut`: not all of it was read.
    """

    name: str
    cells: Mapping[Position, str]
    merged: tuple[Range, ...] = ()
    uncomputed: int = 0
    cut: bool = False
    remarks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetSource:
    """Leads to a cell, or to the sheet as a whole where `position` is None."""

    sheet: str
    position: Position | None = None

    def locate(self, start: int, end: int) -> Place:
        """Sheet and cell; all characters of a cell stand in the same place."""
        if self.position is None:
            return Place(part={"sheet": self.sheet})
        return Place(part={"sheet": self.sheet, "cell": address(self.position)})


def address(position: Position) -> str:
    """A position as people write it: (0, 27) is AB1."""
    row, column = position
    letters = "".join(reversed(list(_letters(column + 1))))
    return f"{letters}{row + 1}"


def _letters(number: int) -> Iterator[str]:
    while number > 0:
        number, rest = divmod(number - 1, 26)
        yield chr(ord("A") + rest)


def position_of(text: str) -> Position | None:
    """The position that an address (AB1, $AB$1) names, `None` when it names none."""
    bare = text.replace("$", "")
    letters = bare.rstrip("0123456789")
    digits = bare[len(letters) :]
    if not (1 <= len(letters) <= 3 and letters.isascii() and letters.isalpha()):
        return None
    if not (1 <= len(digits) <= 7) or int(digits) == 0:
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def range_of(text: str) -> Range | None:
    """The range that `A1:C2` names."""
    first, _, last = text.partition(":")
    start, end = position_of(first), position_of(last or first)
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return rows[0], columns[0], rows[1], columns[1]
