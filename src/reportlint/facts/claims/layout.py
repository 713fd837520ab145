"""Where a paragraph's sentences, parts and brackets begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlint.facts.model import Numeral

_SENTENCE_END = re.compile(r"[。！？!?\n]+[”’」）)]*|(?<=[；;])\n")
_PART_END = re.compile(r"[；;]")
_BRACKET = re.compile(r"[（(）)]")
CUT = re.compile(r"[，,；;：:。！？!?\n（(）)]")
"""What ends a clause."""


_DEPTH = 8
"""How many brackets back the one around a figure is looked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A paragraph's text and its divisions.

    `masked` is the text with brackets that hold no figure blanked out, so that their punctuation
    divides nothing. `sentences` and `parts` are start offsets. `groups` are the spans of brackets
    that do hold figures, contents only.
    """

    text: str
    masked: str
    sentences: tuple[int, ...]
    parts: tuple[int, ...]
    groups: tuple[tuple[int, int], ...]

    def sentence(self, position: int) -> int:
        """The number of the sentence at a position."""
        return bisect_right(self.sentences, position) - 1

    def part(self, position: int) -> int:
        """The number of the part (sentences, and what ；divides) at a position."""
        return bisect_right(self.parts, position) - 1

    def group(self, position: int) -> int:
        """The innermost bracket with figures around a position, counted from 1; 0 for none."""
        last = bisect_right(self.groups, (position, len(self.text)))
        for number in range(last, max(0, last - _DEPTH), -1):
            if self.groups[number - 1][1] > position:
                return number
        return 0


def lay_out(text: str, numerals: Sequence[Numeral]) -> Layout:
    """Divide a paragraph. `numerals` are its figures proper, without dates."""
    masked, groups = _brackets(text, [n.start for n in numerals])
    ends = [m.end() for m in _SENTENCE_END.finditer(masked)]
    parts = {0, *ends, *(m.end() for m in _PART_END.finditer(masked))}
    return Layout(text, masked, (0, *ends), tuple(sorted(parts)), groups)


def _brackets(text: str, starts: list[int]) -> tuple[str, tuple[tuple[int, int], ...]]:
    groups: list[tuple[int, int]] = []
    blank: list[tuple[int, int]] = []
    for start, end in _bracket_spans(text):
        inside = bisect_right(starts, end) - bisect_right(starts, start)
        if inside:
            groups.append((start + 1, end))
        else:
            blank.append((start, end + 1))
    return _blanked(text, blank), tuple(groups)


def _bracket_spans(text: str) -> list[tuple[int, int]]:
    stack: list[int] = []
    spans: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "（(":
            stack.append(match.start())
        elif stack:
            spans.append((stack.pop(), match.start()))
    return sorted(spans)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    cuts = [0, *(i for span in merged for i in span), len(text)]
    pieces = [text[a:b] if n % 2 == 0 else "·" * (b - a) for n, (a, b) in enumerate(pairwise(cuts))]
    return "".join(pieces)
