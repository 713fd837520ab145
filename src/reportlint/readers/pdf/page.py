"""One page as read: its lines outside of tables, its tables, and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium

from reportlint.readers.pdf.aligned import find_aligned
from reportlint.readers.pdf.fallback import Plumber
from reportlint.readers.pdf.glyphs import Glyphs, Sheet, read_glyphs
from reportlint.readers.pdf.lines import Line, group_lines, make_line
from reportlint.readers.pdf.rules import Rules, read_rules
from reportlint.readers.pdf.tables import PageTable, find_tables

_DRAWING = 50
"""A page without text and with more shapes than this is a drawing, or text turned to outlines."""
_MOST = 0.9
"""pdfplumber must find at least this part of what pdfium finds to be believed instead."""
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


def read_page(
    page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, number: int, limit: int, plumber: Plumber
) -> PageContent:
    """Everything read from a loaded page; at most `limit` characters.

    `plumber` is asked where pdfium finds no text, or characters without a meaning.
    """
    glyphs, sheet = read_glyphs(page, text_page, limit)
    rules = read_rules(page, sheet)
    if glyphs.unmapped or (rules.texts and not len(glyphs)):
        found = plumber.glyphs(number)
        if found and found[1].fits(sheet) and len(found[0]) > _MOST * len(glyphs):
            glyphs, sheet = found
            rules = read_rules(page, sheet)
    return arrange(glyphs, rules, sheet, number)


def arrange(glyphs: Glyphs, rules: Rules, sheet: Sheet, number: int) -> PageContent:
    """The page made of these characters and ruling lines."""
    width, height = sheet.width, sheet.height
    if sheet.turns % 2:
        width, height = height, width
    count, pictures = len(glyphs), rules.images + (rules.shapes > _DRAWING)
    if glyphs.garbage > _GARBAGE * (count + glyphs.garbage):
        return PageContent(number, width, height, images=pictures, garbled=True)
    tables, rest = find_tables(glyphs, rules, number)
    aligned, grouped = find_aligned(glyphs, group_lines(glyphs, rest), number)
    lines = tuple(make_line(glyphs, line, number) for line in grouped)
    return PageContent(number, width, height, lines, (*tables, *aligned), count, pictures)
