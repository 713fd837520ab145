"""The pages of a PDF as pictures with boxes over the marked words."""

from __future__ import annotations

import base64
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlint.result.contract import Json
from reportlint.writers.html.spans import Mark

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

MAX_PAGES = 150
"""Longer documents show the pages with marks only."""

_SCALE = 1.7
_MAX_PIXELS = 4_000_000
_SHADES = [min(255, (value + 16) // 32 * 36) for value in range(256)]
_PAD = 1.0
_GRAY_LEVEL, _COLOUR_QUALITY = 4, 60


@dataclass(frozen=True, slots=True)
class Box:
    """A box in points from the top left of the page."""

    x: float
    y: float
    width: float
    height: float
    token: str
    severity: str
    last: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `number` from 1, size in points, the picture's address, boxes."""

    number: int
    width: float
    height: float
    image: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages shown; `partial` where others were left out."""

    pages: Sequence[Page]
    partial: bool


def pages(data: bytes, marks: Sequence[Mark]) -> Pages:
    """The pages with pictures inside (data URIs). Raises `pypdfium2.PdfiumError`."""
    from pypdfium2 import PdfDocument

    boxes = _by_page(marks)
    pdf = PdfDocument(data)
    try:
        every = len(pdf) <= MAX_PAGES
        numbers = [n for n in range(1, len(pdf) + 1) if every or n in boxes][:MAX_PAGES]
        shown = [_page(pdf, number, tuple(boxes[number])) for number in numbers]
        return Pages(shown, len(shown) < len(pdf))
    finally:
        pdf.close()


def picture(page: PdfPage) -> tuple[str, bytes]:
    """Media type and bytes of a page's picture: shades of grey unless there is an image on it."""
    width, height = page.get_size()
    scale = min(_SCALE, (_MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    coloured = _has_image(page)
    bitmap = page.render(scale=scale, grayscale=not coloured)
    return _encoded(bitmap.to_pil(), coloured)


def sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in points. Raises `pypdfium2.PdfiumError`."""
    from pypdfium2 import PdfDocument

    pdf = PdfDocument(data)
    try:
        return [pdf.get_page_size(index) for index in range(len(pdf))]
    finally:
        pdf.close()


def boxes_by_page(marks: Sequence[Mark]) -> dict[int, list[Box]]:
    """The boxes of `marks` on each page (from 1)."""
    return dict(_by_page(marks))


def _page(pdf: PdfDocument, number: int, boxes: tuple[Box, ...]) -> Page:
    page = pdf[number - 1]
    try:
        kind, content = picture(page)
        width, height = page.get_size()
    finally:
        page.close()
    image = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return Page(number, round(width, 2), round(height, 2), image, boxes)


def _has_image(page: PdfPage) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _encoded(image: Image, coloured: bool) -> tuple[str, bytes]:
    out = io.BytesIO()
    if coloured:
        image.convert("RGB").save(out, "JPEG", quality=_COLOUR_QUALITY)
        return "image/jpeg", out.getvalue()
    image.convert("L").point(_SHADES).save(out, "PNG", compress_level=_GRAY_LEVEL)
    return "image/png", out.getvalue()


def _by_page(marks: Sequence[Mark]) -> defaultdict[int, list[Box]]:
    found: defaultdict[int, list[Box]] = defaultdict(list)
    for mark in marks:
        page = mark.anchor.get("page")
        if page is not None:
            found[page] += _boxes(mark, mark.anchor)
    return found


def _boxes(mark: Mark, anchor: Json) -> Iterator[Box]:
    printed = anchor["boxes"]
    for index, (x0, top, x1, bottom) in enumerate(printed):
        yield Box(
            round(x0 - _PAD, 2),
            round(top - _PAD, 2),
            round(x1 - x0 + 2 * _PAD, 2),
            round(bottom - top + 2 * _PAD, 2),
            mark.token,
            mark.severity,
            index == len(printed) - 1,
        )
