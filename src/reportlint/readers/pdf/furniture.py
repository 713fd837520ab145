"""Running headers, footers and page numbers, told from the text of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from reportlint.document import Layer
from reportlint.readers.pdf.lines import Line
from reportlint.readers.pdf.page import PageContent

_ZONE = 0.12
"""Part of the page at the top and bottom where page numbers stand."""
_HEAD, _FOOT = 0.085, 0.9
"""Text that is repeated is furniture above the one and below the other part of the page: titles
of forms are repeated as well, but inside the margins."""
_LARGE = 1.1
"""Titles are larger than body text, furniture is not."""
_EDGE = 2
"""So many lines at either end of a page may be furniture."""
_OFTEN = 3
_PAGE_NUMBER = regex.compile(
    r"[\s\-—–―－_·.~～]*"
    r"(?:第\s*)?(?:\d{1,4}|[ivxlIVXL]{1,6}|[一二三四五六七八九十]{1,3}(?=\s*页))\s*页?"
    r"(?:\s*[/／,，|]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?"
    r"[\s\-—–―－_·.~～]*"
)
_OF_A_TABLE = regex.compile(r"(?:金额)?单位[：:]|续\s*表|.{0,30}[（(]续[）)]")

Key = tuple[str, int, int]


def find_furniture(pages: Sequence[PageContent]) -> dict[int, Layer]:
    """The layer of each line that is furniture, by the line's `id`."""
    candidates = [(page, line, zone) for page in pages for line, zone in _edges(page)]
    need = min(_OFTEN, max(2, len(pages)))
    large = _LARGE * _usual_size(pages)
    often = Counter(_key(page, line) for page, line, _ in candidates)
    found: dict[int, Layer] = {}
    for page, line, zone in candidates:
        repeated = often[_key(page, line)] >= need and line.size <= large
        if (repeated and _at_edge(page, line)) or _is_page_number(line, zone, page):
            found[id(line)] = zone
    return found


def _edges(page: PageContent) -> list[tuple[Line, Layer]]:
    top, bottom = _ZONE * page.height, (1 - _ZONE) * page.height
    lines = page.lines
    heads = [(line, Layer.HEADER) for line in lines[:_EDGE] if line.bottom < top]
    feet = [(line, Layer.FOOTER) for line in lines[-_EDGE:] if line.top > bottom]
    return heads + feet


def _key(page: PageContent, line: Line) -> Key:
    plain = regex.sub(r"\d+", "#", line.text)
    return plain, round(line.top / 4), round(page.width)


def _usual_size(pages: Sequence[PageContent]) -> float:
    sizes = sorted(line.size for page in pages for line in page.lines)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _at_edge(page: PageContent, line: Line) -> bool:
    if _OF_A_TABLE.match(line.text):
        return False
    return line.bottom < _HEAD * page.height or line.top > _FOOT * page.height


def _is_page_number(line: Line, zone: Layer, page: PageContent) -> bool:
    if _PAGE_NUMBER.fullmatch(line.text) is None:
        return False
    tops = [t.bottom for t in page.tables] + [x.bottom for x in page.lines if x is not line]
    outermost = max(tops, default=0) <= line.bottom
    return outermost if zone is Layer.FOOTER else line is page.lines[0]
