"""The printed characters of one page, with their boxes, in the frame in which they are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reportlint.readers.pdf import native
from reportlint.readers.pdf.characters import is_garbage, meaning
from reportlint.readers.pdf.frame import Frame, displayed, turned

ASCENT = 0.88
"""Part of the em above the baseline: the printed box of an ideograph."""
_SPACES = frozenset([0x20, 0xA0, 0x3000, 0x09, *range(0x2000, 0x200B), 0x202F])
_TINY, _HUGE = 0.1, 100_000.0
"""Points: broken files hold sizes and places far outside of these."""
_UPRIGHT = 0.95
"""Cosine up to which text still counts as running along an axis."""


@dataclass(slots=True)
class Glyphs:
    """Parallel lists, one entry for each printed character, in the order of the file.

    Coordinates are points in the reading frame (text runs left to right, y downwards). `spaced`:
    a printed space stands before. `garbage` counts characters that cannot be meant, `unmapped`
    those whose font does not say what they mean (pdfium guesses). `display` leads boxes back to
    the page as displayed, where that is another frame.
    """

    texts: list[str] = field(default_factory=list)
    x0: list[float] = field(default_factory=list)
    x1: list[float] = field(default_factory=list)
    top: list[float] = field(default_factory=list)
    bottom: list[float] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)
    garbage: int = 0
    unmapped: int = 0
    display: Frame | None = None

    def __len__(self) -> int:
        return len(self.texts)

    def add(self, text: str, place: tuple[float, float, float, float], *, spaced: bool) -> None:
        """Append a character at `place`: x0, x1, the middle of its height, and its em."""
        x0, x1, middle, size = place
        self.texts.append(text)
        self.x0.append(x0)
        self.x1.append(x1)
        self.top.append(middle - size / 2)
        self.bottom.append(middle + size / 2)
        self.sizes.append(size)
        self.spaced.append(spaced)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size of a page as displayed and the frames that lead to it and to its reading frame."""

    width: float
    height: float
    shown: Frame
    turns: int = 0

    def reading(self) -> Frame:
        """From the displayed page to the frame in which its text runs left to right."""
        return turned(self.width, self.height, self.turns)

    def fits(self, other: Sheet) -> bool:
        """Whether both are the same page as displayed, to a point."""
        return abs(self.width - other.width) < 1 and abs(self.height - other.height) < 1

    def back(self) -> Frame | None:
        """From the reading frame to the displayed page; None where they are the same."""
        if not self.turns:
            return None
        across = self.turns % 2
        width, height = (self.height, self.width) if across else (self.width, self.height)
        return turned(width, height, -self.turns)


def sheet_of(page: pdfium.PdfPage) -> Sheet:
    """The geometry of a loaded page, not yet turned to its text."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    rotation = raw.FPDFPage_GetRotation(page)
    width, height = box.right - box.left, box.top - box.bottom
    shown = displayed((box.left, box.bottom, box.right, box.top), rotation)
    return Sheet(*((height, width) if rotation % 2 else (width, height)), shown)


@dataclass(frozen=True, slots=True)
class _Raw:
    """What pdfium says of the characters, as stored."""

    codes: list[int]
    unmapped: int
    boxes: list[float]
    xs: list[float]
    ys: list[float]
    sizes: list[float]
    matrices: list[float]


def _raw(text_page: pdfium.PdfTextPage, count: int) -> _Raw:
    at = native.handle(text_page)
    codes, unmapped = native.unicodes(at, count), sum(native.unmapped(at, count))
    boxes, (xs, ys) = native.loose_boxes(at, count), native.origins(at, count)
    return _Raw(
        codes, unmapped, boxes, xs, ys, native.font_sizes(at, count), native.matrices(at, count)
    )


def _quarter(a: float, b: float, frame: Frame) -> int | None:
    """How often a direction must be turned clockwise to run to the right; None if it is slanted."""
    u, v = frame.direction(a, b)
    length = hypot(u, v)
    if not length:
        return 0
    if abs(u) >= _UPRIGHT * length:
        return 0 if u > 0 else 2
    if abs(v) >= _UPRIGHT * length:
        return 3 if v > 0 else 1
    return None


def _directions(found: _Raw, frame: Frame) -> list[int | None]:
    seen: dict[tuple[float, float], int | None] = {}
    a, b = found.matrices[0::6], found.matrices[1::6]
    turns: list[int | None] = []
    for key in zip(a, b, strict=True):
        if key not in seen:
            seen[key] = _quarter(*key, frame)
        turns.append(seen[key])
    return turns


def read_glyphs(
    page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, limit: int
) -> tuple[Glyphs, Sheet]:
    """The characters of a page, at most `limit`, and its geometry turned to its main direction."""
    sheet = sheet_of(page)
    count = min(max(raw.FPDFText_CountChars(text_page), 0), max(limit, 0))
    if not count:
        return Glyphs(), sheet
    found = _raw(text_page, count)
    directions = _directions(found, sheet.shown)
    main = Counter(d for d in directions if d is not None).most_common(1)
    sheet = Sheet(sheet.width, sheet.height, sheet.shown, main[0][0] if main else 0)
    return _collect(found, directions, sheet), sheet


def is_sane(left: float, top: float, bottom: float) -> bool:
    """Whether a character stands where one can be printed, in a size that can be."""
    return _TINY < bottom - top < _HUGE and abs(left) < _HUGE and abs(top) < _HUGE


def _collect(found: _Raw, directions: list[int | None], sheet: Sheet) -> Glyphs:
    left, top, right, bottom = _boxes(found, directions, sheet)
    texts = list(map(meaning, found.codes))
    kept: list[int] = []
    spaced: list[bool] = []
    space = False
    for i, code in enumerate(found.codes):
        if code in _SPACES:
            space = space or right[i] > left[i]
        elif texts[i] and directions[i] is not None and is_sane(left[i], top[i], bottom[i]):
            kept.append(i)
            spaced.append(space)
            space = False
    x0, x1, y0, y1 = ([values[i] for i in kept] for values in (left, right, top, bottom))
    sizes = [bottom[i] - top[i] for i in kept]
    garbage = sum(map(is_garbage, found.codes))
    shown, strange = [texts[i] for i in kept], found.unmapped
    return Glyphs(shown, x0, x1, y0, y1, sizes, spaced, garbage, strange, sheet.back())


def _boxes(found: _Raw, directions: list[int | None], sheet: Sheet) -> list[list[float]]:
    """Left, top, right and bottom of the characters: advance width by em height on the baseline."""
    frame = sheet.shown.then(sheet.reading())
    stored = found.boxes
    x0, x1 = frame.xs(stored[0::4], stored[1::4]), frame.xs(stored[2::4], stored[3::4])
    if frame.swap or frame.sx < 0:
        x0, x1 = list(map(min, x0, x1)), list(map(max, x0, x1))
    base, heights = frame.ys(found.xs, found.ys), _heights(found)
    top = [y - ASCENT * em for y, em in zip(base, heights, strict=True)]
    bottom = [y + (1 - ASCENT) * em for y, em in zip(base, heights, strict=True)]
    if any(turn != sheet.turns for turn in directions):
        y0, y1 = frame.ys(stored[0::4], stored[1::4]), frame.ys(stored[2::4], stored[3::4])
        for i, turn in enumerate(directions):
            if turn != sheet.turns:
                top[i], bottom[i] = min(y0[i], y1[i]), max(y0[i], y1[i])
    return [x0, top, x1, bottom]


def _heights(found: _Raw) -> list[float]:
    """The em of each character in points."""
    known: dict[tuple[float, float, float], float] = {}
    heights = []
    for key in zip(found.sizes, found.matrices[2::6], found.matrices[3::6], strict=True):
        if key not in known:
            known[key] = abs(key[0]) * hypot(key[1], key[2])
        heights.append(known[key])
    return heights
