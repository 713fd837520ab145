"""Blanks and line breaks of a page's source: which of them a reader of the page sees."""

from __future__ import annotations

import re

from reportlint.document.traced import Traced, joined
from reportlint.document.wrapping import layout_of, rejoined

SOURCE_BREAK = "\v"
"""Stands for a line break of the source, which is not one of the page."""
AS_SOURCE = str.maketrans({"\n": SOURCE_BREAK, "\r": " ", "\t": " ", "\f": " "})
AS_PRINTED = str.maketrans({"\r": None, "\v": " ", "\f": " "})
AS_SEEN = str.maketrans({SOURCE_BREAK: " ", "\xa0": " "})
WIDE = "[\u2010-\u2040\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]+")
BETWEEN_WIDE = re.compile(rf"(?<={WIDE})[ \v]*\v[ \v]*|[ \v]*\v[ \v]*(?={WIDE})")
WORTH_A_LOOK = re.compile("[\u200b\u2060\ufeff\u00ad\v]|  ")
REPEATED = re.compile(r"(?<=[ \v])[ \v]+")


def raw(text: str, line: int, *, preformatted: bool) -> Traced:
    """The characters of a text node, one for one, that stands at `line` of the source."""
    return Traced.of(text.translate(AS_PRINTED if preformatted else AS_SOURCE), line)


def lines_of(parts: list[Traced], *, heading: bool = False) -> list[Traced]:
    """The paragraphs that text nodes and line breaks make."""
    text = joined(parts) if parts else Traced()
    if WORTH_A_LOOK.search(text.text):
        for pattern in (INVISIBLE, BETWEEN_WIDE, REPEATED):
            text = text.without([match.span() for match in pattern.finditer(text.text)])
    text = Traced(text.text.translate(AS_SEEN), text.marks)
    if "\n" not in text.text:
        stripped = text.strip()
        return [stripped] if stripped.text else []
    pieces: list[Traced] = []
    start = 0
    for piece in text.text.split("\n"):
        pieces.append(text.cut(start, start + len(piece)))
        start += len(piece) + 1
    return rejoined(pieces, layout_of([piece.text for piece in pieces]), heading=heading)
