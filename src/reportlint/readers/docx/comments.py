"""Where the comments of a part begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlint.readers.docx.inline import Inline
from reportlint.readers.docx.names import COMMENT_MARK, COMMENT_START, ID, Element, P

Point = tuple[int, int]
"""The index of a paragraph in its part, and a number of its characters."""
LAST = 1 << 40
"""Behind every character of a paragraph, and behind every paragraph."""


@dataclass(frozen=True, slots=True)
class Command:
    """A comment that speaks to the program."""

    text: str
    author: str


@dataclass(slots=True)
class CommentRanges:
    """The edges of commented ranges, collected while a part is walked.

    `between`: those met since the last paragraph; they stand in front of the next.
    """

    starts: dict[str, Point] = field(default_factory=dict)
    ends: dict[str, Point] = field(default_factory=dict)
    between: list[Element] = field(default_factory=list)

    def meet(self, inline: Inline, paragraph: int) -> None:
        """Take in the edges before and within a paragraph."""
        for element in self.between:
            self._add(element, (paragraph, 0))
        self.between.clear()
        for element, pieces in inline.edges:
            self._add(element, (paragraph, sum(map(len, inline.texts[:pieces]))))

    def _add(self, element: Element, point: Point) -> None:
        found = self.starts if element.tag == COMMENT_START else self.ends
        found.setdefault(element.get(ID, ""), point)

    def of(self, comment: str, root: Element) -> tuple[Point, Point] | None:
        """The range of a comment; the whole paragraph for one that stands at a single point."""
        start = self.starts.get(comment)
        if start is not None and start < (end := self.ends.get(comment, (start[0], LAST))):
            return start, end
        marks = (mark for mark in root.iter(COMMENT_MARK) if mark.get(ID) == comment)
        around = next((p for mark in marks for p in mark.iterancestors(P)), None)
        if around is None:
            return None
        here = next(n for n, p in enumerate(root.iter(P)) if p is around)
        return (here, 0), (here, LAST)
