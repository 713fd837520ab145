"""Page numbers and running heads: lines that belong to the page and not to the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportlint.document import Layer
from reportlint.readers.ofd.lines import Line

EDGE = r"[-–—－~·\s]*"
FOLIO = re.compile(
    rf"{EDGE}(?:第\s*)?\d{{1,4}}(?:\s*[/／]\s*\d{{1,4}})?(?:\s*页(?:.{{0,3}}共.*页)?)?{EDGE}"
)
OFTEN = 3
"""Pages on which a line must stand at the same end to be a running head."""


def layers(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[Line, Layer]]:
    """Every line with the layer it belongs to, in reading order."""
    heads = Counter(_key(page[0]) for page in pages if page)
    feet = Counter(_key(page[-1]) for page in pages if page)
    for page in pages:
        last = len(page) - 1
        for index, line in enumerate(page):
            yield line, _layer(line, index == 0 < last, index == last > 0, heads, feet)


def _layer(line: Line, first: bool, last: bool, heads: Counter[str], feet: Counter[str]) -> Layer:
    bare = line.text.strip()
    if first and (FOLIO.fullmatch(bare) or heads[_key(line)] >= OFTEN):
        return Layer.HEADER
    if last and (FOLIO.fullmatch(bare) or feet[_key(line)] >= OFTEN):
        return Layer.FOOTER
    return Layer.BODY


def _key(line: Line) -> str:
    return re.sub(r"[\s\d]+", "", line.text)
