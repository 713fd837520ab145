"""Leads characters of a block back to the page and the boxes they are printed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlint.document.traced import Mark, Traced
from reportlint.readers.ofd.lines import Line
from reportlint.result import Box, Place


@dataclass(frozen=True, slots=True)
class OfdSource:
    """Marks whose keys are positions in `lines` and whose offsets are characters of the line."""

    lines: Sequence[Line]
    marks: tuple[Mark, ...]

    def locate(self, start: int, end: int) -> Place:
        """The page of the first character, and one box for each line on that page."""
        traced = Traced("", self.marks)
        spans: dict[int, list[Box]] = {}
        for index in range(start, max(end, start + 1)):
            found = traced.at(index)
            line = self.lines[found[0]] if found else None
            if found and line and found[1] < len(line.glyphs):
                glyph = line.glyphs[found[1]]
                spans.setdefault(found[0], []).extend([glyph.box] if glyph else [])
        page = next((self.lines[key].page for key in spans), None)
        boxes = [_around(b) for key, b in spans.items() if b and self.lines[key].page == page]
        return Place(page=page, boxes=tuple(boxes))


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)
