"""One page as read: its lines outside of tables, its tables, and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlint.readers.pdf.glyphs import Glyphs, Sheet, read_glyphs
from reportlint.readers.pdf.lines import Line, page_lines
from reportlint.readers.pdf.rules import Rules, read_rules
from reportlint.readers.pdf.tables import PageTable, find_tables

_GARBAGE = 0.2
"""A page with more characters without meaning than this part has no usable text."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page prints. `width` and `height` are those of the reading frame, in points."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    tables: tuple[PageTable, ...] = ()
    characters: int = 0
    images: int = 0
    garbled: bool = False


def read_page(page: Any, text_page: Any, number: int, limit: int) -> PageContent:
    """Everything read from a loaded page; at most `limit` characters."""
    glyphs, sheet = read_glyphs(page, text_page, limit)
    rules = read_rules(page, sheet)
    return arrange(glyphs, rules, sheet, number)


def arrange(glyphs: Glyphs, rules: Rules, sheet: Sheet, number: int) -> PageContent:
    """The page made of these characters and ruling lines."""
    width, height = sheet.width, sheet.height
    if sheet.turns % 2:
        width, height = height, width
    count = len(glyphs)
    if glyphs.garbage > _GARBAGE * (count + glyphs.garbage):
        return PageContent(number, width, height, images=rules.images, garbled=True)
    tables, rest = find_tables(glyphs, rules, number)
    lines = tuple(page_lines(glyphs, rest, number))
    return PageContent(number, width, height, lines, tuple(tables), count, rules.images)
