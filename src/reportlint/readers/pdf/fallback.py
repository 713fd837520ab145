"""pdfplumber's own parse, for pages on which pdfium finds nothing or has to guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import regex

from reportlint.readers.pdf.characters import is_garbage, meaning
from reportlint.readers.pdf.frame import displayed
from reportlint.readers.pdf.glyphs import Glyphs, Sheet

_UNKNOWN = regex.compile(r"\(cid:\d+\)")


class Plumber:
    """Opens a file with pdfplumber once, and only if it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None

    def glyphs(self, number: int) -> tuple[Glyphs, Sheet] | None:
        """The characters of page `number`, or None where pdfplumber fails as well."""
        import pdfplumber

        try:
            pdf = self._pdf = self._pdf or pdfplumber.open(BytesIO(self._data))
            page = pdf.pages[number - 1]
            try:
                return _collect(page.chars, page.cropbox), _sheet(page.cropbox)
            finally:
                page.close()
        except Exception:
            # pdfminer raises errors of many kinds on files that pdfium repairs.
            return None


def _sheet(box: tuple[float, float, float, float]) -> Sheet:
    x0, top, x1, bottom = map(float, box)
    return Sheet(x1 - x0, bottom - top, displayed((0, 0, x1 - x0, bottom - top), 0))


def _collect(
    chars: Sequence[Mapping[str, object]], box: tuple[float, float, float, float]
) -> Glyphs:
    glyphs = Glyphs()
    space = False
    for char in chars:
        raw = str(char["text"])
        text = "" if _UNKNOWN.fullmatch(raw) else "".join(meaning(ord(c)) for c in raw)
        glyphs.garbage += not text or any(is_garbage(ord(c)) for c in raw)
        if text.isspace() or not text:
            space = space or bool(text)
        elif char["upright"]:
            _add(glyphs, text, char, box, space)
            space = False
    return glyphs


def _add(
    glyphs: Glyphs,
    text: str,
    char: Mapping[str, object],
    box: tuple[float, float, float, float],
    space: bool,
) -> None:
    x0, top, x1, bottom = (float(str(char[k])) for k in ("x0", "top", "x1", "bottom"))
    size = float(str(char["size"])) or bottom - top
    middle = (top + bottom) / 2 - float(box[1])
    glyphs.texts.append(text)
    glyphs.x0.append(x0 - float(box[0]))
    glyphs.x1.append(x1 - float(box[0]))
    glyphs.top.append(middle - size / 2)
    glyphs.bottom.append(middle + size / 2)
    glyphs.sizes.append(size)
    glyphs.spaced.append(space)
