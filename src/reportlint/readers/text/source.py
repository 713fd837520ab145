"""Leads characters of a block back to line and column of the text file."""

from __future__ import annotations

from dataclasses import dataclass

from reportlint.document.traced import Mark, Traced
from reportlint.result import Place


@dataclass(frozen=True, slots=True)
class TextSource:
    """Marks whose keys are 1-based lines and whose offsets are 0-based columns (code points)."""

    marks: tuple[Mark, ...]

    def locate(self, start: int, end: int) -> Place:
        """Line and column, both 1-based, of character `start`."""
        found = Traced("", self.marks).at(start)
        return Place() if found is None else Place(part={"line": found[0], "column": found[1] + 1})
