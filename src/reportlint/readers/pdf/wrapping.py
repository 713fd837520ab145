"""Whether a line ended because it was full, or because its author ended it."""

from __future__ import annotations

import regex

from reportlint.readers.pdf.lines import Line
from reportlint.readers.pdf.spacing import joint

CLOSING = frozenset("。；！？：.;!?:")
_FIRST_UNIT = regex.compile(
    r"[（《“‘〈「『【〔\(\[]*"
    r"(?:[\d.,，%％‰]+|[A-Za-z]+|.)"
    r"[，。、；：？！）》”’〉」』】〕%％‰\)\],.;:?!]*"
)
NUMBERING = regex.compile(
    r"(?:第?[一二三四五六七八九十百]{1,4}(?:部分|章|节|条|、|，|,|\.|．|是(?=[^否]))"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}(?:[、．]|\.(?!\d)|\s(?=\p{Han}))"
    r"|\d{1,2}[)）]"
    r"|[①-⑳⑴-⑿]"
    r"|附[件表录]?\s?[一二三四五六七八九十\d]{1,3}(?:[：:]|$))"
)
"""The marks with which a numbered heading or item begins."""


_ITEM = regex.compile(r"[一二三四五六七八九十]{1,3}是|[①-⑳⑴-⑿]|[（(]?\d{1,2}[)）]|\d{1,2}\s")
"""The marks of enumerations that run on inside a paragraph."""


def first_unit(line: Line) -> float:
    """Width of what a typesetter must keep together at the start of a line, in points."""
    match = _FIRST_UNIT.match(line.text)
    end = match.end() if match else 1
    xs = line.boxes[0 : 4 * end : 4], line.boxes[2 : 4 * end : 4]
    if not xs[0] or max(xs[1]) - min(xs[0]) > line.width:
        return line.size
    return max(xs[1]) - min(xs[0])


def is_headed(text: str) -> bool:
    """Whether a text begins like a numbered heading: not like an item inside a paragraph."""
    return is_numbered(text) and _ITEM.match(text) is None


def is_numbered(text: str) -> bool:
    """Whether a text begins like a numbered heading or item."""
    return NUMBERING.match(text) is not None


def broken_by_hand(upper: Line, lower: Line, room: float) -> str:
    """What stands between two lines of a cell: nothing, a space, or a line break.

    A line break only where the upper line had room for more, and reading on would change meaning.
    """
    if upper.width + first_unit(lower) > room:
        return joint(upper.text, lower.text)
    a, b = upper.text[-1:], lower.text[:1]
    if a in CLOSING or is_numbered(lower.text) or (_figure(a) and _figure(b)):
        return "\n"
    return joint(upper.text, lower.text)


def _figure(char: str) -> bool:
    return char.isdigit() or char in "%％‰"
