"""The ruling lines of a page: thin shapes and the straight sides of stroked outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reportlint.readers.pdf import native
from reportlint.readers.pdf.glyphs import Sheet

THIN = 3.0
"""A shape no thicker than this is a line."""
_SHORTEST = 3.0
_STRAIGHT = 0.6
"""How far the ends of a straight side may be off the axis."""
_DEEPEST_FORM = 4
_MOST_SEGMENTS = 4_000
"""A path with more segments than this is a drawing, not ruling."""
_WHITE = 250

Matrix = tuple[float, ...]
Segment = tuple[float, float, float, float]


@dataclass(slots=True)
class Rules:
    """Ruling lines in the reading frame.

    `vertical`: (x, top, bottom); `horizontal`: (y, left, right); `images`, `shapes`
    and `texts` count pictures, drawn paths and pieces of text. `pictured`: square points under
    pictures.
    """

    vertical: list[tuple[float, float, float]] = field(default_factory=list)
    horizontal: list[tuple[float, float, float]] = field(default_factory=list)
    images: int = 0
    shapes: int = 0
    texts: int = 0
    pictured: float = 0.0

    def add(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Take a thin box as a line if it is long enough to be one."""
        width, height = x1 - x0, y1 - y0
        if width <= THIN and height >= _SHORTEST and height > width:
            self.vertical.append(((x0 + x1) / 2, y0, y1))
        elif height <= THIN and width >= _SHORTEST:
            self.horizontal.append(((y0 + y1) / 2, x0, x1))


def read_rules(page: pdfium.PdfPage, sheet: Sheet) -> Rules:
    """All ruling lines of a loaded page."""
    rules = Rules()
    frame = sheet.shown.then(sheet.reading())
    for segment in _segments(native.page_objects(page), 0, rules, 1.0):
        rules.add(*frame.box(*segment))
    return rules


def _segments(objects: list[int], depth: int, rules: Rules, area: float) -> Iterator[Segment]:
    """The lines among `objects`, whose square unit is `area` square points on the page."""
    kinds = native.object_types(objects)
    paths = [o for o, k in zip(objects, kinds, strict=True) if k == raw.FPDF_PAGEOBJ_PATH]
    rules.images += kinds.count(raw.FPDF_PAGEOBJ_IMAGE)
    rules.shapes += len(paths)
    if raw.FPDF_PAGEOBJ_IMAGE in kinds:
        pictures = [o for o, k in zip(objects, kinds, strict=True) if k == raw.FPDF_PAGEOBJ_IMAGE]
        rules.pictured += area * _covered(pictures)
    rules.texts += kinds.count(raw.FPDF_PAGEOBJ_TEXT)
    yield from _path_segments(paths)
    if depth < _DEEPEST_FORM and raw.FPDF_PAGEOBJ_FORM in kinds:
        for obj, kind in zip(objects, kinds, strict=True):
            if kind == raw.FPDF_PAGEOBJ_FORM:
                matrix = native.object_matrix(obj)
                inner = area * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
                for segment in _segments(native.form_objects(obj), depth + 1, rules, inner):
                    yield _moved(segment, matrix)


def _covered(pictures: list[int]) -> float:
    bounds = native.object_bounds(pictures)
    sides = zip(bounds[0::4], bounds[1::4], bounds[2::4], bounds[3::4], strict=True)
    return sum((right - left) * (top - bottom) for left, bottom, right, top in sides)


def _path_segments(paths: list[int]) -> Iterator[Segment]:
    if not paths:
        return
    bounds = native.object_bounds(paths)
    filled, stroked = native.draw_modes(paths)
    inks = native.colours(paths, True), native.colours(paths, False)
    every = zip(paths, zip(*[iter(bounds)] * 4, strict=True), filled, stroked, *inks, strict=True)
    for path, (left, bottom, right, top), fill, stroke, line_ink, fill_ink in every:
        if not (fill or stroke) or (line_ink if stroke else fill_ink) >= _WHITE:
            continue
        if right - left <= THIN or top - bottom <= THIN:
            yield left, bottom, right, top
        else:
            yield from _sides(path, bool(stroke))


def _sides(path: int, stroke: bool) -> Iterator[Segment]:
    points = native.path_points(path, _MOST_SEGMENTS)
    matrix = native.object_matrix(path)
    for outline in _outlines(points):
        corners = [_point(x, y, matrix) for x, y in outline]
        if stroke:
            yield from _straight(corners)
        elif corners:
            xs, ys = zip(*corners, strict=True)
            if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
                yield min(xs), min(ys), max(xs), max(ys)


def _outlines(points: list[tuple[int, float, float]]) -> Iterator[list[tuple[float, float]]]:
    current: list[tuple[float, float]] = []
    for kind, x, y in points:
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(current) > 1:
                yield current
            current = [(x, y)]
        elif kind == native.CLOSE and current:
            current.append(current[0])
        else:
            current.append((x, y))
    if len(current) > 1:
        yield current


def _straight(corners: list[tuple[float, float]]) -> Iterator[Segment]:
    for (x0, y0), (x1, y1) in pairwise(corners):
        if abs(x0 - x1) <= _STRAIGHT or abs(y0 - y1) <= _STRAIGHT:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _point(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _moved(segment: Segment, matrix: Matrix) -> Segment:
    x0, y0 = _point(segment[0], segment[1], matrix)
    x1, y1 = _point(segment[2], segment[3], matrix)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
