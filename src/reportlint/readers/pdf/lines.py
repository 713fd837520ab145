"""Printed characters to lines: by vertical overlap, not by equal tops or baselines."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from reportlint.readers.pdf.glyphs import Glyphs
from reportlint.readers.pdf.spacing import is_space, needless_spaces

_SAME_LINE = 0.5
"""Middles closer than this part of the larger em are on one line."""
_APART, _FAR_APART = 1.2, 3.0
"""Ems of gaps that set the parts of a line apart."""
_OVERPRINT = 0.12
"""The same character within this part of an em is printed twice to look bold."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (or the part of it in one cell), in points of the reading frame.

    `boxes` has four numbers per character of `text`, on the page as displayed. `size` is the em of
    most of its characters. `scattered`: its parts stand far apart, as in a row of a table.
    `band`: in a text set in columns, where that begins; `column` counts from 0.
    """

    page: int
    text: str
    boxes: array[float]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    scattered: bool = False
    band: float | None = None
    column: int = 0

    @property
    def place(self) -> tuple[float, int, float]:
        """Sorts lines into reading order."""
        return (self.top if self.band is None else self.band, self.column, self.top)

    @property
    def width(self) -> float:
        """Printed width."""
        return self.x1 - self.x0


def group_lines(glyphs: Glyphs, indices: Sequence[int]) -> list[list[int]]:
    """Indices of characters, line by line from the top, each line from the left."""
    top, bottom, sizes = glyphs.top, glyphs.bottom, glyphs.sizes
    lines: list[list[int]] = []
    middle, em = 0.0, 0.0
    for index in sorted(indices, key=lambda i: top[i] + bottom[i]):
        at, size = (top[index] + bottom[index]) / 2, sizes[index]
        if lines and at - middle <= _SAME_LINE * max(em, size):
            lines[-1].append(index)
            if size > em:
                middle, em = at, size
        else:
            lines.append([index])
            middle, em = at, size
    for line in lines:
        line.sort(key=glyphs.x0.__getitem__)
    return lines


def make_line(glyphs: Glyphs, indices: Sequence[int], page: int, *, cell: bool = False) -> Line:
    """The text of a line whose characters are given from the left, with its boxes.

    In a `cell`, spaces beside ideographs are dropped: they only set labels wide.
    """
    texts: list[str] = []
    boxes = array("f")
    last, apart = -1, 0
    for index in indices:
        if last >= 0:
            if _overprinted(glyphs, last, index):
                continue
            if _gap_is_space(glyphs, last, index):
                texts.append(" ")
                apart += _distance(glyphs, last, index)
                boxes.extend(_gap_box(glyphs, last, index))
        box = _box(glyphs, index)
        for char in glyphs.texts[index]:
            texts.append(char)
            boxes.extend(box)
        last = index
    text = "".join(texts)
    for position in reversed(needless_spaces(text, cell) if " " in text else ()):
        text = text[:position] + text[position + 1 :]
        del boxes[4 * position : 4 * position + 4]
    return Line(page, text, boxes, *_extent(glyphs, indices), apart >= 2)


def _overprinted(glyphs: Glyphs, left: int, right: int) -> bool:
    return (
        glyphs.texts[left] == glyphs.texts[right]
        and glyphs.x0[right] - glyphs.x0[left] < _OVERPRINT * glyphs.sizes[right]
    )


def _gap_is_space(glyphs: Glyphs, left: int, right: int) -> bool:
    gap = glyphs.x0[right] - glyphs.x1[left]
    em = max(glyphs.sizes[left], glyphs.sizes[right])
    if gap < 0.1 * em:
        return False
    return is_space(glyphs.texts[left], glyphs.texts[right], gap / em, glyphs.spaced[right])


def _distance(glyphs: Glyphs, left: int, right: int) -> int:
    """How far a gap sets two parts of a line apart: not, clearly, or widely."""
    ems = (glyphs.x0[right] - glyphs.x1[left]) / max(glyphs.sizes[left], glyphs.sizes[right])
    return 0 if ems < _APART else 1 if ems < _FAR_APART else 2


def _shown(glyphs: Glyphs, x0: float, top: float, x1: float, bottom: float) -> Sequence[float]:
    if glyphs.display is None:
        return (x0, top, x1, bottom)
    return glyphs.display.box(x0, top, x1, bottom)


def _box(glyphs: Glyphs, i: int) -> Sequence[float]:
    return _shown(glyphs, glyphs.x0[i], glyphs.top[i], glyphs.x1[i], glyphs.bottom[i])


def _gap_box(glyphs: Glyphs, left: int, right: int) -> Sequence[float]:
    top, bottom = glyphs.top[left], glyphs.bottom[left]
    return _shown(glyphs, glyphs.x1[left], top, glyphs.x0[right], bottom)


def _extent(glyphs: Glyphs, indices: Sequence[int]) -> tuple[float, float, float, float, float]:
    return (
        min(map(glyphs.x0.__getitem__, indices)),
        min(map(glyphs.top.__getitem__, indices)),
        max(map(glyphs.x1.__getitem__, indices)),
        max(map(glyphs.bottom.__getitem__, indices)),
        sorted(map(glyphs.sizes.__getitem__, indices))[len(indices) // 2],
    )
