"""What a problems or measures field is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportlint.facts.emptiness import Emptiness, Judgement, judge
from reportlint.facts.model import Span


class FieldRole(StrEnum):
    """What a field owes."""

    PROBLEMS = "problems"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of a field's content: a span and its text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A heading, label cell or run-in label that promises problems or measures.

    `content` is what stands under it, in order. `owed` is true where the profile (or the form)
    demands that something be said; `part` is the index of the report it belongs to; `followed`
    whether the file goes on after it, so that an attachment it points to may be there.
    """

    role: FieldRole
    title: str
    title_span: Span
    content: tuple[Statement, ...]
    owed: bool = False
    part: int = 0
    where: tuple[str, ...] = ()
    followed: bool = False

    @property
    def judgement(self) -> Judgement:
        """What the content says as a whole; positions count in `text`."""
        found = judge(self.text)
        points_to_attachment = "附" in self.text[found.start : found.end]
        if found.state is Emptiness.DEFERRED and self.followed and points_to_attachment:
            return Judgement(Emptiness.SAID)
        return found

    @property
    def text(self) -> str:
        """The content, one line each."""
        return "\n".join(s.text for s in self.content)

    @property
    def blocks(self) -> frozenset[int]:
        """The blocks in which its content stands."""
        return frozenset(s.span.block for s in self.content)

    def span(self, start: int, end: int) -> Span:
        """Where characters `start`–`end` of `text` stand in the document.

        A span over several pieces is cut at the end of the first.
        """
        offset = 0
        for piece in self.content:
            if start <= offset + len(piece.text):
                at = piece.span
                first = at.start + start - offset
                return Span(at.block, first, min(at.end, at.start + end - offset), at.cell)
            offset += len(piece.text) + 1
        return self.title_span
