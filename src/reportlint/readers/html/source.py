"""Leads characters of a block back to the line of the page's source."""

from __future__ import annotations

from dataclasses import dataclass

from reportlint.document.traced import Mark, Traced
from reportlint.result import Place


@dataclass(frozen=True, slots=True)
class HtmlSource:
    """Marks whose keys are 1-based lines of the source at which a text begins."""

    marks: tuple[Mark, ...]

    def locate(self, start: int, end: int) -> Place:
        """The line of the source at which the element around character `start` begins."""
        found = Traced("", self.marks).at(start)
        return Place() if found is None else Place(part={"line": found[0]})
