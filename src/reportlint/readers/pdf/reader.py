"""Open a PDF, read it page by page within limits, and lay out what it says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Protocol

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reportlint.document import Block, Document, Notice
from reportlint.readers.extent import CUT_TABLE
from reportlint.readers.pdf import notices
from reportlint.readers.pdf.fallback import parse_again
from reportlint.readers.pdf.layout import arrange_blocks
from reportlint.readers.pdf.page import (
    PageContent,
    read_again,
    read_page,
    read_picture,
    without_guesses,
)
from reportlint.readers.pdf.scans import can_recognise, recognise
from reportlint.result import Text

_SHARE_OF_TIME = 0.25
"""Part of the time for a file that pdfplumber may take for its doubtful pages."""
_MOST_DOUBTFUL = 200


class Limits(Protocol):
    """What the reader asks of the configuration."""

    @property
    def max_pages(self) -> int:
        """Pages read of one file."""

    @property
    def max_characters(self) -> int:
        """Characters read of one file."""

    @property
    def seconds(self) -> float:
        """Wall-clock time for one file."""

    @property
    def ocr_seconds(self) -> float:
        """Wall-clock time for the scanned pages of one file."""

    @property
    def memory_bytes(self) -> int:
        """Memory of the process that recognises them."""

    @property
    def max_table_cells(self) -> int:
        """Cells of one table."""

    @property
    def max_image_pixels(self) -> int:
        """Pixels of a picture on a scanned page."""


@dataclass(slots=True)
class _Reading:
    """Pages read so far and what went wrong with others."""

    total: int
    pages: list[PageContent] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    too_large: list[int] = field(default_factory=list)
    stopped: Notice | None = None
    characters: int = 0


def read_pdf(data: bytes, path: str | Path, sha256: str, limits: Limits) -> Document:
    """The document in the bytes of a PDF file.

    Raises `UnreadableFile` for a file that is encrypted, damaged or empty. Pages that could not
    be read are named in the notices (DOC002, DOC005).
    """
    with closing(_open(data)) as pdf:
        reading = _read(pdf, limits)
        _ask_again(pdf, data, reading, limits)
    _recognise(data, reading, limits)
    found, cut = arrange_blocks(reading.pages, limits.max_table_cells)
    blocks = tuple(found)
    said = (*_notices(reading, blocks), *((CUT_TABLE,) if cut else ()))
    return Document(str(path), sha256, "pdf", blocks, said, reading.total)


def _open(data: bytes) -> pdfium.PdfDocument:
    if not data.strip():
        raise notices.empty()
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise notices.encrypted() from error
        raise notices.broken(str(error).rstrip(".")) from error


def _read(pdf: pdfium.PdfDocument, limits: Limits) -> _Reading:
    reading = _Reading(len(pdf))
    if not reading.total:
        raise notices.empty()
    deadline = monotonic() + limits.seconds
    for number in range(1, reading.total + 1):
        reading.stopped = _limit_hit(reading, number, deadline, limits)
        if reading.stopped:
            break
        try:
            room = limits.max_characters - reading.characters
            content, whole = _read_one(pdf, number, room)
        except (pdfium.PdfiumError, ValueError, OverflowError):
            reading.failed.append(number)
            continue
        reading.pages.append(content)
        reading.characters += content.characters
        if not whole:
            reading.stopped = _too_much_text(number, reading.total)
            break
    return reading


def _read_one(pdf: pdfium.PdfDocument, number: int, limit: int) -> tuple[PageContent, bool]:
    """A page, and whether all of its characters were within the limit."""
    with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as text_page:
        whole = text_page.count_chars() <= limit
        return read_page(page, text_page, number, limit), whole


def _too_much_text(read: int, total: int) -> Notice:
    return notices.stopped(read, total, Text("字符数", "characters"), "max_characters")


def _ask_again(pdf: pdfium.PdfDocument, data: bytes, reading: _Reading, limits: Limits) -> None:
    """Let pdfplumber read the pages on which pdfium had to guess."""
    doubtful = [p.number for p in reading.pages if p.doubtful][:_MOST_DOUBTFUL]
    if not doubtful:
        return
    found = parse_again(data, doubtful, _SHARE_OF_TIME * limits.seconds)
    for k, content in enumerate(reading.pages):
        if content.doubtful and content.number not in found:
            reading.pages[k] = without_guesses(content)
        elif content.doubtful:
            with closing(pdf[content.number - 1]) as page:
                reading.pages[k] = read_again(page, content, found[content.number])


def _recognise(data: bytes, reading: _Reading, limits: Limits) -> None:
    """Read the pages without usable text, if the extra for that is installed."""
    scans = [page.number for page in reading.pages if page.unread]
    if not scans or not limits.ocr_seconds or not can_recognise():
        return
    found = recognise(data, scans, limits.ocr_seconds, limits.memory_bytes, limits.max_image_pixels)
    for k, content in enumerate(reading.pages):
        page = found.get(content.number)
        if page is not None:
            reading.pages[k] = read_picture(page, content.number)
        elif content.number in found:
            reading.too_large.append(content.number)


def _limit_hit(reading: _Reading, number: int, deadline: float, limits: Limits) -> Notice | None:
    done, total = number - 1, reading.total
    if done >= limits.max_pages:
        return notices.stopped(done, total, Text("页数", "pages"), "max_pages")
    if reading.characters >= limits.max_characters:
        return _too_much_text(done, total)
    if monotonic() > deadline:
        return notices.stopped(done, total, Text("时间", "time"), "seconds")
    return None


def _notices(reading: _Reading, blocks: tuple[Block, ...]) -> Iterator[Notice]:
    block = 0 if blocks else None
    unread = [p for p in reading.pages if p.unread and p.number not in reading.too_large]
    garbled = [p.number for p in unread if p.garbled]
    pictures = [p.number for p in unread if not p.garbled]
    recognised = [p.number for p in reading.pages if p.legibility is not None]
    if not blocks and not (unread or recognised or reading.too_large):
        pictures = [p.number for p in reading.pages]
    if pictures:
        yield notices.without_text(pictures, block, can_recognise())
    if garbled:
        yield notices.garbled(garbled, block, can_recognise())
    if recognised:
        yield notices.recognised(recognised, block)
    if reading.too_large:
        yield notices.too_large(reading.too_large, block)
    if reading.failed:
        yield notices.failed(reading.failed, block)
    if reading.stopped:
        yield reading.stopped
