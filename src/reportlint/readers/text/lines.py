"""The lines of a text file, with the page furniture among them recognised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from reportlint.document.traced import Traced

BREAKS = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
DROPPED = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\0-\x08\x0e-\x1f]")
SPACES = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\v": " "})
DASH = "[-—–─－﹣_~～·•]"
PAGE_NUMBER = re.compile(
    rf"""{DASH}+\s*\d{{1,4}}\s*{DASH}+
    |第\s*\d+\s*页(?:\s*[,，/／、]?\s*[共总]\s*\d+\s*页)?
    |[共总]\s*\d+\s*页\s*[,，/／、]?\s*第\s*\d+\s*页
    |page\s+\d+(?:\s*(?:of|/)\s*\d+)?""",
    re.VERBOSE | re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
FEWEST_PAGES = 3
BARE_NUMBER = re.compile(r"\d{1,3}(?:\s*/\s*\d{1,3})?")


class Kind(Enum):
    """What a line is, before its words are looked at."""

    BLANK = auto()
    TEXT = auto()
    FOOTER = auto()
    HEADER = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Its text keeps its indentation; `new_page`: a form feed stands before it."""

    text: Traced
    kind: Kind
    new_page: bool = False


def lines_of(text: str) -> list[Line]:
    """All lines of a file, in order."""
    lines = [
        line for number, raw in enumerate(BREAKS.split(text), 1) for line in _pieces(raw, number)
    ]
    numbered = [
        replace(line, kind=Kind.FOOTER) if _is_page_number(i, lines) else line
        for i, line in enumerate(lines)
    ]
    running = _running(numbered)
    return [replace(line, kind=running.get(i, line.kind)) for i, line in enumerate(numbered)]


def _running(lines: Sequence[Line]) -> dict[int, Kind]:
    """Lines that stand first or last on most pages, between form feeds: headers and footers."""
    starts = [0, *(i for i, line in enumerate(lines) if line.new_page)]
    pages = [
        [i for i in range(start, stop) if lines[i].kind is Kind.TEXT]
        for start, stop in pairwise([*starts, len(lines)])
    ]
    pages = [page for page in pages if page]
    if len(pages) < FEWEST_PAGES:
        return {}
    found = _repeated([page[0] for page in pages], lines, Kind.HEADER)
    # The report's own title may run as the header: where it stands first it is the title.
    found.pop(pages[0][0], None)
    return found | _repeated([page[-1] for page in pages], lines, Kind.FOOTER)


def _repeated(positions: Sequence[int], lines: Sequence[Line], kind: Kind) -> dict[int, Kind]:
    keys = {i: DIGITS.sub("0", lines[i].text.text.strip()) for i in positions}
    counts = Counter(keys.values())
    enough = max(FEWEST_PAGES, len(positions) // 2 + 1)
    return {i: kind for i, key in keys.items() if counts[key] >= enough}


def _pieces(raw: str, number: int) -> Iterator[Line]:
    """A line of the file, or several where form feeds divide it."""
    column = 0
    for index, piece in enumerate(raw.split("\f")):
        traced = _cleaned(Traced.of(piece, number, column))
        kind = Kind.TEXT if traced.text.strip() else Kind.BLANK
        yield Line(traced, kind, new_page=index > 0)
        column += len(piece) + 1


def _cleaned(line: Traced) -> Traced:
    """Without characters that print nothing, and without blanks at the end."""
    line = line.without(match.span() for match in DROPPED.finditer(line.text))
    text = line.text.translate(SPACES)
    return Traced(text, line.marks).cut(0, len(text.rstrip()))


def _is_page_number(index: int, lines: Sequence[Line]) -> bool:
    text = lines[index].text.text.strip()
    if PAGE_NUMBER.fullmatch(text):
        return True
    if not BARE_NUMBER.fullmatch(text):
        return False
    edges = _edge(lines, index - 1, lines[index].new_page), _edge_after(lines, index + 1)
    return all(edges) and any(line.kind is Kind.TEXT for line in lines[:index])


def _edge(lines: Sequence[Line], before: int, new_page: bool) -> bool:
    return new_page or before < 0 or lines[before].kind is Kind.BLANK


def _edge_after(lines: Sequence[Line], after: int) -> bool:
    return after >= len(lines) or lines[after].new_page or lines[after].kind is Kind.BLANK
