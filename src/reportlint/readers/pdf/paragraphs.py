"""Lines back to paragraphs, over line ends and page ends."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import regex

from reportlint.readers.pdf.lines import Line
from reportlint.readers.pdf.margins import TITLE, Margins
from reportlint.readers.pdf.source import unprinted
from reportlint.readers.pdf.spacing import joint
from reportlint.readers.pdf.wrapping import CLOSING, first_unit, is_headed, is_numbered

_SLACK = 0.6
"""Justified lines may end this part of an em before the margin."""
_SAME_SIZE = 0.06
_TITLE_LEADING = 2.0
_LEADING = 1.45
_OPEN = frozenset("，、（《“〈「『【〔([")
_INSIDE_FIGURE = regex.compile(r"\d[.,]$")
_LARGE_LEADING = 1.5


@dataclass(slots=True)
class Flow:
    """A paragraph while it grows: its text so far and, per line, (start, page, boxes)."""

    text: str = ""
    strips: list[tuple[int, int, array[float]]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Append a line."""
        hyphenated = _hyphenated(self.text, line.text)
        if hyphenated:
            self.text = self.text[:-1]
            start, page, boxes = self.strips[-1]
            self.strips[-1] = (start, page, boxes[:-4])
        mark = "" if hyphenated else joint(self.text, line.text)
        if mark and self.strips:
            last = self.lines[-1]
            self.strips.append((len(self.text), last.page, unprinted(last.boxes)))
            self.text += mark
        self.strips.append((len(self.text), line.page, line.boxes))
        self.text += line.text
        self.lines.append(line)


def _hyphenated(upper: str, lower: str) -> bool:
    return (
        len(upper) > 1
        and upper[-1] == "-"
        and upper[-2].isascii()
        and upper[-2].isalpha()
        and lower[:1].isascii()
        and lower[:1].islower()
    )


def continues(flow: Flow, lower: Line, margins: Margins) -> bool:
    """Whether a line goes on with the paragraph above it."""
    upper = flow.lines[-1]
    if upper.scattered or lower.scattered:
        return False
    if abs(upper.size - lower.size) > _SAME_SIZE * max(upper.size, lower.size):
        return False
    if upper.page == lower.page and _apart(upper, lower, margins):
        return False
    if _unfinished(upper, lower, margins):
        return True
    if _titled(upper, lower, margins):
        return _one_title(upper, lower, margins)
    if not _full(upper, lower, margins):
        return False
    if margins.indented(lower):
        return _block(flow, lower)
    return not _begins_anew(flow, lower, margins)


def _unfinished(upper: Line, lower: Line, margins: Margins) -> bool:
    """Whether a line ends where nothing can end: inside a figure, behind a comma or bracket."""
    if is_numbered(lower.text) or upper.x1 < (margins.left + margins.right) / 2:
        return False
    inside = _INSIDE_FIGURE.search(upper.text) and lower.text[:1].isdigit()
    return bool(inside) or upper.text[-1] in _OPEN


def _apart(upper: Line, lower: Line, margins: Margins) -> bool:
    step = lower.top - upper.top
    titled = _titled(upper, lower, margins)
    large = (_TITLE_LEADING if titled else _LARGE_LEADING) * upper.size
    return step > max(_LEADING * margins.leading, large)


def _titled(upper: Line, lower: Line, margins: Margins) -> bool:
    """Whether two lines stand as those of one title: in the middle, the last one clear of both
    margins."""
    return margins.centred(lower) and (margins.centred(upper) or margins.spanning(upper))


def _full(upper: Line, lower: Line, margins: Margins) -> bool:
    return upper.x1 + first_unit(lower) > margins.right - _SLACK * lower.size


def _one_title(upper: Line, lower: Line, margins: Margins) -> bool:
    if is_numbered(lower.text) or upper.text[-1:] in CLOSING:
        return False
    return upper.size >= TITLE * margins.size or _full(upper, lower, margins)


def _block(flow: Flow, lower: Line) -> bool:
    """Whether an indented line goes on with a paragraph that is indented as a whole."""
    if is_numbered(lower.text) or flow.text[-1:] in CLOSING:
        return False
    upper, near = flow.lines[-1], 0.5 * lower.size
    if len(flow.lines) > 1:
        return abs(upper.x0 - lower.x0) < near
    return is_numbered(flow.text) and near < lower.x0 - upper.x0 < 4 * lower.size


def _begins_anew(flow: Flow, lower: Line, margins: Margins) -> bool:
    """Whether a line at the margin below a full one is a heading rather than its continuation.

    Where headings are indented, a number at the margin is one inside a sentence.
    """
    if not margins.flush_headings or not is_headed(lower.text):
        return False
    heading_above = len(flow.lines) == 1 and is_headed(flow.text)
    return flow.text[-1:] in CLOSING or heading_above
