"""Annotations of one page (ISO 32000-1, 12.5), made with pdfium."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import POINTER, byref, c_ushort, cast, create_string_buffer
from datetime import UTC, datetime

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reportlint.readers.pdf.frame import Frame
from reportlint.readers.pdf.glyphs import sheet_of
from reportlint.result import Box, Flag, Severity
from reportlint.result.marks import GENERATOR
from reportlint.result.note import note_lines

_COLORS = {
    Severity.ERROR: (255, 140, 140),
    Severity.WARNING: (255, 214, 90),
    Severity.INFO: (150, 210, 255),
}
_AUTHOR, _TEXT, _NAME, _CHANGED = b"T", b"Contents", b"NM", b"M"
_ICON, _STEP, _MARGIN = 20.0, 24.0, 12.0
"""Points: the size of a note's icon, and how far such icons stand apart."""


class Sheet:
    """A page on which notes are put, in coordinates of the page as displayed."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        geometry = sheet_of(page)
        self._frame, self._width = geometry.shown, geometry.width
        self._icons = 0

    def note(self, flag: Flag, lang: str) -> None:
        """A highlight on the words with a note, or an icon at the top if they have no place."""
        boxes = flag.anchor.place.boxes
        kind = raw.FPDF_ANNOT_HIGHLIGHT if boxes else raw.FPDF_ANNOT_TEXT
        with _closing(raw.FPDFPage_CreateAnnot(self._page, kind)) as annotation:
            quads = [_quad(box, self._frame) for box in boxes or (self._icon_box(),)]
            if boxes:
                for quad in quads:
                    raw.FPDFAnnot_AppendAttachmentPoints(annotation, byref(quad))
            raw.FPDFAnnot_SetRect(annotation, byref(_hull(quads)))
            color = _COLORS[flag.severity or Severity.INFO]
            raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *color, 255)
            raw.FPDFAnnot_SetFlags(annotation, raw.FPDF_ANNOT_FLAG_PRINT)
            moved = not boxes and bool(flag.anchor.quote)
            _set(annotation, _TEXT, "\n".join(note_lines(flag, moved, lang)))
            _set(annotation, _AUTHOR, GENERATOR)
            _set(annotation, _NAME, f"{GENERATOR}-{flag.fingerprint}")
            _set(annotation, _CHANGED, datetime.now(UTC).strftime("D:%Y%m%d%H%M%SZ"))

    def _icon_box(self) -> Box:
        """The next place for an icon, row after row along the top of the page."""
        per_row = max(1, int((self._width - 2 * _MARGIN) // _STEP))
        row, column = divmod(self._icons, per_row)
        self._icons += 1
        x, y = _MARGIN + column * _STEP, _MARGIN + row * _STEP
        return x, y, x + _ICON, y + _ICON


def drop_own(page: pdfium.PdfPage) -> None:
    """Take away the annotations that this program made, and what a viewer hung on them."""
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        if index >= raw.FPDFPage_GetAnnotCount(page):
            continue
        with _closing(raw.FPDFPage_GetAnnot(page, index)) as annotation:
            own = bool(annotation) and _get(annotation, _AUTHOR) == GENERATOR
            popup = _popup_index(page, annotation) if own else -1
        for number in sorted({index, popup} - {-1}, reverse=True) if own else ():
            raw.FPDFPage_RemoveAnnot(page, number)


def _popup_index(page: pdfium.PdfPage, annotation: raw.FPDF_ANNOTATION) -> int:
    with _closing(raw.FPDFAnnot_GetLinkedAnnot(annotation, b"Popup")) as popup:
        return int(raw.FPDFPage_GetAnnotIndex(page, popup)) if popup else -1


@contextmanager
def _closing(annotation: raw.FPDF_ANNOTATION) -> Iterator[raw.FPDF_ANNOTATION]:
    try:
        yield annotation
    finally:
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)


def _set(annotation: raw.FPDF_ANNOTATION, key: bytes, text: str) -> None:
    encoded = create_string_buffer(text.encode("utf-16-le", "replace") + b"\0\0")
    raw.FPDFAnnot_SetStringValue(annotation, key, cast(encoded, POINTER(c_ushort)))


def _get(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, cast(buffer, POINTER(c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _quad(box: Box, frame: Frame) -> raw.FS_QUADPOINTSF:
    """The corners as viewers expect them: upper left, upper right, lower left, lower right."""
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (left, bottom), (right, bottom))
    stored = [value for corner in corners for value in _stored(*corner, frame)]
    return raw.FS_QUADPOINTSF(*stored)


def _stored(x: float, y: float, frame: Frame) -> tuple[float, float]:
    """A point of the page as displayed, in the page's own coordinates."""
    u, v = frame.sx * (x - frame.ox), frame.sy * (y - frame.oy)
    return (v, u) if frame.swap else (u, v)


def _hull(quads: Sequence[raw.FS_QUADPOINTSF]) -> raw.FS_RECTF:
    xs = [x for q in quads for x in (q.x1, q.x2, q.x3, q.x4)]
    ys = [y for q in quads for y in (q.y1, q.y2, q.y3, q.y4)]
    return raw.FS_RECTF(min(xs), max(ys), max(xs), min(ys))
