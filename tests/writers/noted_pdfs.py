"""PDFs to annotate, and what stands on their pages, asked of pdfium."""

from __future__ import annotations

from ctypes import POINTER, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
A4 = (595.0, 842.0)


@dataclass(frozen=True)
class Note:
    page: int
    kind: int
    author: str
    text: str
    name: str


def notes(data: bytes) -> list[Note]:
    """Every annotation of a PDF."""
    found = []
    pdf = pdfium.PdfDocument(data)
    for number, page in enumerate(pdf, 1):
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            words = (_value(annotation, key) for key in (b"T", b"Contents", b"NM"))
            found.append(Note(number, raw.FPDFAnnot_GetSubtype(annotation), *words))
            raw.FPDFPage_CloseAnnot(annotation)
    pdf.close()
    return found


def _value(annotation: object, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, cast(buffer, POINTER(c_ushort)), size)
    return str(buffer.raw.decode("utf-16-le").rstrip("\0"))


def drawn(*pages: list[str], rotation: int = 0, size: tuple[float, float] = A4) -> bytes:
    """A PDF with these lines on its pages."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for lines in pages:
        canvas.setPageRotation(rotation)
        canvas.setFont(FONT, 14)
        for number, line in enumerate(lines):
            # Inside of the page however it is turned.
            canvas.drawString(72, min(size) - 100 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pixels(data: bytes, page: int = 0) -> pdfium.PdfBitmap:
    """A page as it is shown, one pixel for a point."""
    pdf = pdfium.PdfDocument(data)
    return pdf[page].render(scale=1).to_pil().convert("RGB")
