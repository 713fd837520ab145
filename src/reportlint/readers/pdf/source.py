"""From characters back to the page they are printed on."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportlint.readers.pdf.legibility import Legibility
from reportlint.result import Box, Place

CORNERS = 4
"""Numbers per character in a strip of boxes: x0, top, x1, bottom."""


def unprinted(boxes: array[float]) -> array[float]:
    """The box of a character that only the text has, behind the last of `boxes`: no area."""
    return array("f", [boxes[-2], boxes[-1], boxes[-2], boxes[-1]])


@dataclass(frozen=True, slots=True)
class Strip:
    """Characters of one printed line: where they begin in the text, their page and boxes."""

    start: int
    page: int
    boxes: array[float]

    @property
    def end(self) -> int:
        """Position after the last character."""
        return self.start + len(self.boxes) // CORNERS

    def hull(self, start: int, end: int) -> Box:
        """The box around characters `start` to `end` of the text."""
        part = self.boxes[CORNERS * (start - self.start) : CORNERS * (end - self.start)]
        low_x, low_y = min(part[0::4]), min(part[1::4])
        return _rounded(low_x, low_y, max(part[2::4]), max(part[3::4]))


def _rounded(x0: float, top: float, x1: float, bottom: float) -> Box:
    return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)


@dataclass(frozen=True, slots=True)
class Printed:
    """The source of a paragraph or cell, as strips in reading order."""

    strips: tuple[Strip, ...]
    recognised: Mapping[int, Legibility] = field(default_factory=dict)
    """Pages that were read by a recogniser."""

    def locate(self, start: int, end: int) -> Place:
        """One box for each printed line; of a span over two pages, the part on the first."""
        hulls: list[Box] = []
        page: int | None = None
        for strip in self.strips:
            low, high = max(start, strip.start), min(end, strip.end)
            if low < high and page in (None, strip.page):
                page = strip.page
                hull = strip.hull(low, high)
                if hull[0] < hull[2] and hull[1] < hull[3]:
                    hulls.append(hull)
        return Place(page, tuple(hulls))

    def confidence(self, start: int, end: int) -> float:
        """How surely characters `start` to `end` were read: 1 unless a recogniser read them."""
        found = 1.0
        for strip in self.strips:
            low, high = max(start, strip.start), min(end, strip.end)
            if low < high and strip.page in self.recognised:
                page = self.recognised[strip.page]
                found = min(found, page.within(strip.hull(low, high)))
        return found


def printed(
    parts: Iterable[tuple[int, int, array[float]]],
    recognised: Mapping[int, Legibility] | None = None,
) -> Printed:
    """A source from (start, page, boxes) of each line."""
    return Printed(tuple(Strip(*part) for part in parts), recognised or {})
