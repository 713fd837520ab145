"""The text column of a document: where its lines begin and end, and how far apart they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reportlint.readers.pdf.lines import Line
from reportlint.readers.pdf.wrapping import CLOSING, is_headed

_LONG = 0.5
"""A line at least this part of the page wide tells where the right margin is."""
_SHARE = 0.05
"""A left edge used by this part of the lines is a margin, not a chance."""
_RIGHT_QUANTILE = 0.9
_TOLERANCE = 0.8
TITLE = 1.15
"""Lines this much larger than body text are titles."""
_INSET = 2.5
"""Ems by which a centred line of body size must clear the margin: a first line is indented two."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Points from the left of the reading frame. `size` is the em of body text, `leading` the
    distance of its lines. `flush_headings`: numbered headings begin at the left margin."""

    left: float
    right: float
    size: float
    leading: float
    flush_headings: bool
    width: float

    def indented(self, line: Line) -> bool:
        """Whether a line begins right of the margin."""
        return line.x0 > self.left + _TOLERANCE * line.size

    def centred(self, line: Line) -> bool:
        """Whether a line stands in the middle of the column, clear of both margins."""
        if not self._in_the_middle(line):
            return False
        inset = 1 if line.size >= TITLE * self.size else _INSET
        if line.x0 <= self.left + inset * line.size:
            return False
        return line.x1 < max(self.right, self.width - self.left)

    def spanning(self, line: Line) -> bool:
        """Whether a line larger than body text fills the column: a title that goes on below."""
        return line.size >= TITLE * self.size and self._in_the_middle(line)

    def _in_the_middle(self, line: Line) -> bool:
        middle = (line.x0 + line.x1) / 2
        middles = (self.left + self.right) / 2, self.width / 2
        return min(abs(middle - m) for m in middles) < line.size


def measure(lines: Sequence[Line], width: float) -> Margins:
    """The margins of pages of one width from all their lines outside tables and furniture."""
    if not lines:
        return Margins(0, width, 12, 18, False, width)
    size = _mode(round(line.size * 2) / 2 for line in lines for _ in line.text[::8])
    left = _left(lines, size)
    long = [x for x in lines if x.width >= _LONG * width]
    # Sentences end anywhere: lines that end one tell little of the margin.
    open_ended = [x.x1 for x in long if x.text[-1] not in CLOSING]
    right = _right(open_ended, size) or width - left
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page]
    close = [s for s in steps if size * 0.8 < s < size * 2.5]
    leading = median(close) if close else 1.5 * size
    flush = sum(is_headed(x.text) and x.x0 <= left + _TOLERANCE * x.size for x in lines)
    numbered = sum(is_headed(x.text) for x in lines)
    return Margins(left, right, size, leading, numbered > 0 and flush > numbered / 3, width)


def _left(lines: Sequence[Line], size: float) -> float:
    edges = Counter(round(line.x0) for line in lines)
    for edge in sorted(edges):
        near = sum(edges[edge + d] for d in range(-2, 3))
        if near >= max(2, _SHARE * len(lines)) or len(lines) < 4:
            return min(line.x0 for line in lines if abs(line.x0 - edge) <= max(size / 2, 1))
    return min(line.x0 for line in lines)


def _right(ends: list[float], size: float) -> float:
    """Where most long lines end; hanging punctuation and squeezed lines end beyond it."""
    if not ends:
        return 0.0
    far = sorted(ends)[int(_RIGHT_QUANTILE * (len(ends) - 1))]
    usual, count = Counter(round(x / 2) * 2 for x in sorted(ends, reverse=True)).most_common(1)[0]
    return max(usual, far - size) if count > 1 else 0.0


def _mode(values: Iterable[float]) -> float:
    return Counter(values).most_common(1)[0][0]
