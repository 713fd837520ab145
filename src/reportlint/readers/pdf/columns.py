"""Pages set in two columns: told by a gutter between running text, and read column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from reportlint.readers.pdf.glyphs import Glyphs
from reportlint.readers.pdf.lines import Line, make_line
from reportlint.readers.pdf.spacing import is_ideograph

_GUTTER = 1.0
"""Ems that a gutter is wide at least."""
_MIDDLE = (0.35, 0.65)
"""Part of the page in which it lies."""
_LEAST = 6
"""Lines that must have text on both sides of it."""
_SHARE = 0.6
"""Of the lines of the page, those that have; and of the characters of a column, ideographs."""
_FILLED = 0.75
"""Part of its column that a line of running text fills in the median."""

Band = tuple[list[list[int]], bool]
"""Lines that follow each other, and whether they are set in columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A page in two columns: the `gutter` between them and where each begins."""

    gutter: float
    left: float
    right: float


def find_columns(glyphs: Glyphs, lines: Sequence[list[int]], width: float) -> Columns | None:
    """The columns of a page `width` points wide; None where its text runs across."""
    gaps = [gap for line in lines for gap in _gaps(glyphs, line, width)]
    if len(gaps) < _LEAST:
        return None
    at = max((low for low, _ in gaps), key=lambda x: sum(a <= x < b for a, b in gaps))
    sides = [_parted(glyphs, line, at) for line in lines]
    both = [side for side in sides if side is not None and all(side)]
    if len(both) < max(_LEAST, _SHARE * len(lines)):
        return None
    left, right = ([side[k] for side in both] for k in (0, 1))
    if not (_is_prose(glyphs, left) and _is_prose(glyphs, right)):
        return None
    return Columns(at, _start(glyphs, left), _start(glyphs, right))


def _gaps(glyphs: Glyphs, line: Sequence[int], width: float) -> list[tuple[float, float]]:
    low, high = (part * width for part in _MIDDLE)
    ends = ((glyphs.x1[a], glyphs.x0[b], glyphs.sizes[b]) for a, b in pairwise(line))
    inside = ((max(a, low), min(b, high), em) for a, b, em in ends)
    return [(a, b) for a, b, em in inside if b - a >= _GUTTER * em]


def _parted(glyphs: Glyphs, line: Sequence[int], at: float) -> tuple[list[int], list[int]] | None:
    """What of a line stands left and right of the gutter; None if it runs across."""
    left = [i for i in line if glyphs.x1[i] <= at]
    right = [i for i in line if glyphs.x0[i] > at]
    if len(left) + len(right) < len(line):
        return None
    near = left and right and glyphs.x0[right[0]] - glyphs.x1[left[-1]] < glyphs.sizes[right[0]]
    return None if near else (left, right)


def _is_prose(glyphs: Glyphs, lines: Sequence[Sequence[int]]) -> bool:
    texts = [glyphs.texts[i] for line in lines for i in line]
    widths = [glyphs.x1[line[-1]] - glyphs.x0[line[0]] for line in lines]
    written = sum(map(is_ideograph, texts)) >= _SHARE * len(texts)
    return written and median(widths) >= _FILLED * max(widths)


def _start(glyphs: Glyphs, lines: Sequence[Sequence[int]]) -> float:
    return min(glyphs.x0[line[0]] for line in lines)


def column_lines(
    glyphs: Glyphs, lines: Sequence[list[int]], columns: Columns, page: int
) -> list[Line]:
    """The lines of the page; those of a column know where their columns begin on the page.

    The second column is laid over the first, so that both have the same margins: only the boxes
    tell where a line stands.
    """
    found: list[Line] = []
    pending: list[tuple[list[int], list[int]]] = []
    for line in [*lines, None]:
        parted = _parted(glyphs, line, columns.gutter) if line is not None else None
        if parted is not None:
            pending.append(parted)
            continue
        found += _flushed(glyphs, pending, columns, page)
        pending = []
        if line is not None:
            found.append(make_line(glyphs, line, page))
    return found


def _flushed(
    glyphs: Glyphs, parted: Sequence[tuple[list[int], list[int]]], columns: Columns, page: int
) -> list[Line]:
    """The lines of one stretch of columns, the first column before the second."""
    found: list[Line] = []
    for column in (0, 1):
        made = [make_line(glyphs, side[column], page) for side in parted if side[column]]
        shift = column * (columns.right - columns.left)
        found += [replace(x, x0=x.x0 - shift, x1=x.x1 - shift, column=column) for x in made]
    top = min((line.top for line in found), default=0.0)
    return [replace(line, band=top) for line in found]
