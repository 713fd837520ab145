"""Leads characters of a docx block back to the paragraph they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from reportlint.document.traced import Mark, Traced
from reportlint.result import Place


@dataclass(frozen=True, slots=True)
class DocxSource:
    """Marks whose keys are the 0-based index of the `w:p` among all of the part."""

    part: str
    marks: tuple[Mark, ...]

    def locate(self, start: int, end: int) -> Place:
        """The paragraph that character `start` stands in."""
        found = Traced("", self.marks).at(start)
        if found is None:
            return Place(part={"part": self.part})
        return Place(part={"part": self.part, "paragraph": found[0]})

    def offset(self, start: int) -> int | None:
        """How many characters of its paragraph precede character `start`."""
        found = Traced("", self.marks).at(start)
        return None if found is None else found[1]
