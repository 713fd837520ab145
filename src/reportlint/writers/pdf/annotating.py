"""From a PDF and its flags to a copy with highlights, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from io import BytesIO

import pypdfium2 as pdfium

from reportlint.document import Document
from reportlint.readers.failure import damaged
from reportlint.result import Flag, Text
from reportlint.writers.pdf.highlights import Sheet, drop_own

_PDF = Text("PDF 文件", "PDF file")


def annotate(data: bytes, document: Document, flags: Sequence[Flag], lang: str) -> bytes:
    """A copy of the PDF in `data` with one highlight and note for each flag.

    What has no place on a page becomes a note at the top of its page, or of the first. Highlights
    of an earlier run are replaced. Raises `UnreadableFile`.
    """
    by_page: dict[int, list[Flag]] = defaultdict(list)
    for flag in flags:
        page = flag.anchor.place.page or 1
        by_page[page if page <= (document.pages or 1) else 1].append(flag)
    return _rewritten(data, by_page, lang)


def remove(data: bytes) -> bytes:
    """A copy of the PDF without the highlights this program made. Raises `UnreadableFile`."""
    return _rewritten(data, {}, "zh")


def _rewritten(data: bytes, by_page: Mapping[int, Sequence[Flag]], lang: str) -> bytes:
    buffer = BytesIO()
    try:
        with closing(pdfium.PdfDocument(data)) as pdf:
            for number in range(1, len(pdf) + 1):
                _rewrite(pdf, number, by_page.get(number, ()), lang)
            pdf.save(buffer)
    except (pdfium.PdfiumError, OSError) as error:
        raise damaged(_PDF, str(error).rstrip(".")) from error
    return buffer.getvalue()


def _rewrite(pdf: pdfium.PdfDocument, number: int, flags: Sequence[Flag], lang: str) -> None:
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError:
        # A page that cannot be opened has no flags either: it is copied as it stands.
        return
    with closing(page):
        drop_own(page)
        if flags:
            sheet = Sheet(page)
            for flag in flags:
                sheet.note(flag, lang)
