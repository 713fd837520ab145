"""Text whose every character knows where in the file it came from, however it was put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Mark(NamedTuple):
    """From character `start` on, characters come one by one from `offset` on in unit `key`.

    A unit is what the format counts: a line of a text file, a `w:p` of a docx part.
    """

    start: int
    key: int
    offset: int


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and its marks in ascending order; each character belongs to the mark before it."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    @classmethod
    def of(cls, text: str, key: int, offset: int = 0) -> Traced:
        """`text` as it stands at `offset` in unit `key`."""
        return cls(text, (Mark(0, key, offset),))

    def at(self, index: int) -> tuple[int, int] | None:
        """The unit and the offset in it that character `index` came from."""
        if not self.marks:
            return None
        position = max(0, bisect_right(self.marks, index, key=lambda mark: mark.start) - 1)
        start, key, offset = self.marks[position]
        return key, offset + max(0, index - start)

    def cut(self, start: int, end: int) -> Traced:
        """Characters `start` to `end` (exclusive)."""
        origin = self.at(start)
        if origin is None:
            return Traced(self.text[start:end])
        later = (
            Mark(m.start - start, m.key, m.offset) for m in self.marks if start < m.start < end
        )
        return Traced(self.text[start:end], (Mark(0, *origin), *later))

    def strip(self, characters: str | None = None) -> Traced:
        """Without blanks (or `characters`) at either end."""
        text = self.text
        start = len(text) - len(text.lstrip(characters))
        end = len(text.rstrip(characters))
        return self if (start, end) == (0, len(text)) else self.cut(start, max(start, end))

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """With the characters of `spans` (ascending, not overlapping) taken out."""
        kept: list[Traced] = []
        position = 0
        for start, end in spans:
            kept.append(self.cut(position, start))
            position = end
        return joined([*kept, self.cut(position, len(self.text))]) if position else self


def joined(parts: Sequence[Traced], glue: str = "") -> Traced:
    """`parts` one after another; the glue counts as standing right behind what precedes it."""
    if len(parts) == 1:
        return parts[0]
    marks: list[Mark] = []
    length = 0
    for part in parts:
        if part.text:
            marks.extend(Mark(m.start + length, m.key, m.offset) for m in part.marks)
        length += len(part.text) + len(glue)
    return Traced(glue.join([part.text for part in parts]), tuple(marks))
