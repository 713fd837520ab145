"""The pages of a PDF as pictures with boxes over the marked words."""

from __future__ import annotations

import base64
import io
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportlint.result.contract import Json
from reportlint.writers.html.spans import Mark

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

Picture = tuple[str, bytes]
"""Media type and content."""

MAX_PAGES = 150
"""Longer documents show the pages with marks only."""

_SCALE = 1.5
_MAX_PIXELS = 4_000_000
_SHADES = [min(255, (value + 16) // 32 * 36) for value in range(256)]
_PAD = 1.0
_GRAY_LEVEL, _COLOUR_QUALITY = 2, 60
_FAINT = 24
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A box in points from the top left of the page.

    The last box of a flag's words carries its number, which begins at `badge` and is `badge_width`
    wide: numbers of several flags on the same words stand side by side.
    """

    x: float
    y: float
    width: float
    height: float
    token: str
    severity: str
    badge: float | None = None

    @property
    def badge_width(self) -> float:
        """How much room the number takes."""
        return 5 + 4.4 * len(self.token)


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
        shown = list(_drawn(pdf, numbers, boxes))
        return Pages(shown, len(shown) < len(pdf))
    finally:
        pdf.close()


def picture(data: bytes, number: int) -> Picture:
    """Media type and bytes of page `number` (from 1).

    Raises `IndexError` and `pypdfium2.PdfiumError`.
    """
    from pypdfium2 import PdfDocument

    pdf = PdfDocument(data)
    try:
        return _encoded(_rendered(pdf[number - 1])[1])
    finally:
        pdf.close()


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


def _drawn(
    pdf: PdfDocument, numbers: Sequence[int], boxes: Mapping[int, Sequence[Box]]
) -> Iterator[Page]:
    """One page is drawn while those before it are packed."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        waiting: deque[Future[Page]] = deque()
        for number in numbers:
            size, image = _rendered(pdf[number - 1])
            on_it = tuple(boxes.get(number, ()))
            waiting.append(pool.submit(_page, number, size, image, on_it))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _page(number: int, size: tuple[float, float], drawn: Image, boxes: tuple[Box, ...]) -> Page:
    kind, content = _encoded(drawn)
    width, height = size
    image = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return Page(number, round(width, 2), round(height, 2), image, boxes)


def _rendered(page: PdfPage) -> tuple[tuple[float, float], Image]:
    width, height = page.get_size()
    scale = min(_SCALE, (_MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    try:
        return (width, height), page.render(scale=scale).to_pil()
    finally:
        page.close()


def _encoded(image: Image) -> Picture:
    """Shades of grey pack small and sharp; a page with colours, and so perhaps photographs, not."""
    out = io.BytesIO()
    if _is_coloured(image):
        image.convert("RGB").save(out, "JPEG", quality=_COLOUR_QUALITY)
        return "image/jpeg", out.getvalue()
    image.convert("L").point(_SHADES).save(out, "PNG", compress_level=_GRAY_LEVEL)
    return "image/png", out.getvalue()


def _is_coloured(image: Image) -> bool:
    from PIL import ImageChops

    bands = image.reduce(8).split()[:3]
    apart = (ImageChops.difference(bands[0], band) for band in bands[1:])
    return any(sum(difference.histogram()[_FAINT:]) for difference in apart)


def _by_page(marks: Sequence[Mark]) -> defaultdict[int, list[Box]]:
    found: defaultdict[int, list[Box]] = defaultdict(list)
    for mark in marks:
        page = mark.anchor.get("page")
        if page is not None:
            found[page] += _boxes(mark, mark.anchor)
    return defaultdict(list, {page: _side_by_side(boxes) for page, boxes in found.items()})


def _side_by_side(boxes: Sequence[Box]) -> list[Box]:
    """Numbers that would lie on each other, moved apart."""
    free: dict[tuple[int, int], float] = {}
    found = []
    for box in boxes:
        if box.badge is not None:
            corner = round(box.badge / 4), round(box.y / 4)
            start = free.get(corner, box.badge)
            free[corner] = start + box.badge_width + 1
            box = replace(box, badge=round(start, 2))
        found.append(box)
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
            x1 + _PAD if mark.severity and index == len(printed) - 1 else None,
        )
