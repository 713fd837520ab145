"""Characters set into lines: blanks where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from reportlint.readers.ofd.glyphs import Glyph

SAME_LINE = 0.5
"""Parts of the size by which baselines of one line may differ."""
GAP = 0.6
"""Parts of the size that are more than letter-spacing."""
DOUBLED = 0.2
"""Parts of the size within which an equal character is the same one printed twice."""
MOST_BLANKS = 80


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, and what is printed for each character of it (blanks: nothing)."""

    text: str
    glyphs: tuple[Glyph | None, ...]
    page: int
    top: float


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of a page (1-based) from top to bottom, indented as they are printed."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.y, g.x)):
        row = rows[-1] if rows else None
        if row and glyph.y - row[0].y <= SAME_LINE * min(glyph.size, row[0].size):
            row.append(glyph)
        else:
            rows.append([glyph])
    rows = [row for row in rows if any(not glyph.text.isspace() for glyph in row)]
    if not rows:
        return []
    margin = min(glyph.x for row in rows for glyph in row)
    return [_line(sorted(row, key=lambda g: g.x), page, margin) for row in rows]


def _line(row: Sequence[Glyph], page: int, margin: float) -> Line:
    size = median(glyph.size for glyph in row) or 1.0
    text: list[str] = []
    printed: list[Glyph | None] = []
    end = margin
    last: Glyph | None = None
    for glyph in row:
        if last and last.text == glyph.text and abs(glyph.x - last.x) < DOUBLED * size:
            continue
        blanks = _blanks(glyph.x - end, size)
        text += [" "] * blanks + [glyph.text]
        printed += [None] * blanks + [glyph]
        end, last = max(end, glyph.x + glyph.width), glyph
    return Line("".join(text), tuple(printed), page, row[0].y)


def _blanks(room: float, size: float) -> int:
    if room <= GAP * size:
        return 0
    return max(1, min(round(room / (size / 2)), MOST_BLANKS))
