"""Footnotes: small print at the foot of a page that begins with a mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from reportlint.document import Layer
from reportlint.readers.pdf.lines import Line
from reportlint.readers.pdf.margins import Margins
from reportlint.readers.pdf.page import PageContent

_SMALL = 0.88
"""Footnotes are set in at most this part of the size of body text."""
_LOWER_HALF = 0.5
_MARK = regex.compile(r"[①-⑳]|[\[［〔]\d{1,2}[\]］〕]|\*{1,3}(?=\p{Han})|\d{1,2}\s?(?=\p{Han}|《)")


def begins_note(line: Line) -> bool:
    """Whether a line begins with the mark of a footnote."""
    return _MARK.match(line.text) is not None


def find_notes(
    page: PageContent, margins: Margins, layers: Mapping[int, Layer]
) -> dict[int, Layer]:
    """The layer of each line of a page that belongs to a footnote, by the line's `id`."""
    body = [line for line in page.lines if id(line) not in layers]
    floor = max((table.bottom for table in page.tables), default=0.0)
    small = _small_print(body, margins)
    for k, line in enumerate(small):
        if begins_note(line) and line.top > max(floor, _LOWER_HALF * page.height):
            # A note right below a table explains the table.
            above = body[: len(body) - len(small) + k]
            if above and above[-1].bottom > floor:
                return {id(x): Layer.NOTE for x in small[k:]}
    return {}


def _small_print(lines: Sequence[Line], margins: Margins) -> list[Line]:
    count = 0
    while count < len(lines) and lines[-1 - count].size <= _SMALL * margins.size:
        count += 1
    return list(lines[len(lines) - count :])
