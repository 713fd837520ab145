"""One page as read: its lines outside of tables, its tables, and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from reportlint.readers.pdf.aligned import find_aligned
from reportlint.readers.pdf.columns import column_lines, find_columns
from reportlint.readers.pdf.fallback import Found
from reportlint.readers.pdf.glyphs import Glyphs, Sheet, read_glyphs, sheet_of
from reportlint.readers.pdf.legibility import Legibility
from reportlint.readers.pdf.lines import Line, group_lines, make_line
from reportlint.readers.pdf.rules import Rules, read_rules
from reportlint.readers.pdf.scans import Recognised
from reportlint.readers.pdf.tables import PageTable, find_tables

_DRAWING = 50
"""A page without text and with more shapes than this is a drawing, or text turned to outlines."""
_MOST = 0.9
"""pdfplumber must find at least this part of what pdfium finds to be believed instead."""
_GARBAGE = 0.2
"""A page with more characters without meaning than this part has no usable text."""

_COVERED, _STAMPED, _EDGE = 0.5, 60, 0.12
"""Of a scan with a number or heading put on it: the least part of the page that is picture, the
most characters, and the part of the page's height in which they stand.
"""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page prints. `width` and `height` are those of the reading frame, in points.

    `garbled`: the fonts do not say what most characters mean. `doubtful`: pdfium had to guess.
    `pictured`: the part of the page that pictures cover. `legibility`: how surely the
    characters were recognised, where they were.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    tables: tuple[PageTable, ...] = ()
    characters: int = 0
    images: int = 0
    garbled: bool = False
    unmapped: int = 0
    doubtful: bool = False
    pictured: float = 0.0
    legibility: Legibility | None = None

    @property
    def unread(self) -> bool:
        """Whether the text of the page is in a picture, or in characters that mean nothing."""
        if self.legibility is not None:
            return False
        return self.garbled or (self.images > 0 and (not self.characters or self._stamped))

    @property
    def _stamped(self) -> bool:
        """Whether it is a scan with no other text than somebody put at its upper or lower edge."""
        if self.pictured < _COVERED or self.characters > _STAMPED or self.tables:
            return False
        edge = _EDGE * self.height
        return all(line.bottom < edge or line.top > self.height - edge for line in self.lines)


def read_page(
    page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, number: int, limit: int
) -> PageContent:
    """Everything read from a loaded page; at most `limit` characters."""
    glyphs, sheet = read_glyphs(page, text_page, limit)
    rules = read_rules(page, sheet)
    doubtful = glyphs.unmapped > 0 or (rules.texts > 0 and not len(glyphs))
    return replace(
        arrange(glyphs, rules, sheet, number), unmapped=glyphs.unmapped, doubtful=doubtful
    )


def read_again(page: pdfium.PdfPage, first: PageContent, found: Found) -> PageContent:
    """The page with the characters that pdfplumber found, if they are as many."""
    glyphs, sheet = found
    if not sheet.fits(sheet_of(page)) or len(glyphs) <= _MOST * first.characters:
        return first
    return arrange(glyphs, read_rules(page, sheet), sheet, first.number)


def read_picture(found: Recognised, number: int) -> PageContent:
    """The page as a recogniser read it."""
    content = arrange(found.glyphs, found.rules, found.sheet, number)
    return replace(content, legibility=found.legibility)


def without_guesses(content: PageContent) -> PageContent:
    """A page nobody could read again: garbled if most of what pdfium says of it is guessed."""
    if content.unmapped <= _GARBAGE * content.characters:
        return content
    size = content.width, content.height
    return PageContent(content.number, *size, images=content.images, garbled=True)


def arrange(glyphs: Glyphs, rules: Rules, sheet: Sheet, number: int) -> PageContent:
    """The page made of these characters and ruling lines."""
    width, height = sheet.width, sheet.height
    if sheet.turns % 2:
        width, height = height, width
    count, pictures = len(glyphs), rules.images + (rules.shapes > _DRAWING)
    if glyphs.garbage > _GARBAGE * (count + glyphs.garbage):
        return PageContent(number, width, height, images=pictures, garbled=True)
    tables, rest = find_tables(glyphs, rules, number)
    grouped = group_lines(glyphs, rest)
    columns = find_columns(glyphs, grouped, width)
    aligned: list[PageTable] = []
    if columns is not None:
        lines = tuple(column_lines(glyphs, grouped, columns, number))
        # Its own margins: as wide as to have its first column in the middle.
        width = columns.left + columns.gutter
    else:
        aligned, grouped = find_aligned(glyphs, grouped, number)
        lines = tuple(make_line(glyphs, line, number) for line in grouped)
    content = PageContent(number, width, height, lines, (*tables, *aligned), count, pictures)
    return replace(content, pictured=rules.pictured / max(width * height, 1.0))
