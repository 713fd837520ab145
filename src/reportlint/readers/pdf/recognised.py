"""What a recogniser found in a picture: words with their boxes, evened out for the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Protocol

from reportlint.readers.pdf.spacing import is_wide

Char = tuple[str, float, float, float, float, float]
"""Text, x0, x1, middle, em, score (0 to 1); pixels from the top left."""
Corners = Sequence[Sequence[float]]
"""Four points (x, y)."""

_EM = 0.78
"""Em to height of the box that is found around a line."""
_ALIKE = 1.18
"""Heights of lines within this factor are one size of type."""
_GAP = 0.5
"""Ems by which two neighbours may stand further apart: they are placed by guess."""
_GAP_AT_MARK, _MARKS = 0.9, frozenset("，。、；：）》”’")
"""The same behind marks that fill a corner of their square."""
_TALL = 1.5


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text on one line. `corners`: top left, top right, bottom right, bottom left.

    `chars` gives each character its left and right edge and how surely it was recognised.
    """

    corners: tuple[tuple[float, float], ...]
    chars: tuple[tuple[str, float, float, float], ...]

    @property
    def width(self) -> float:
        """From the left to the right."""
        return max(x for x, _ in self.corners) - min(x for x, _ in self.corners)

    @property
    def height(self) -> float:
        """From the top to the bottom."""
        return max(y for _, y in self.corners) - min(y for _, y in self.corners)

    @property
    def middle(self) -> float:
        """The height on the page at which it stands."""
        return sum(y for _, y in self.corners) / len(self.corners)


class Output(Protocol):
    """What rapidocr answers: for each word four corners and (text, score, corners) per character.

    Both are None, or empty, where it found nothing.
    """

    boxes: Sequence[Corners] | None
    word_results: Sequence[Sequence[tuple[str, float, Corners]]]


def words_of(output: Output) -> list[Word]:
    """The words in the output of rapidocr."""
    if output.boxes is None or not output.word_results:
        return []
    found = zip(output.boxes, output.word_results, strict=False)
    return [_word(box, chars) for box, chars in found if chars]


def _word(box: Corners, chars: Sequence[tuple[str, float, Corners]]) -> Word:
    corners = tuple((float(x), float(y)) for x, y in box)
    return Word(corners, tuple(_char(*char) for char in chars if char[0]))


def _char(text: str, score: float, box: Corners) -> tuple[str, float, float, float]:
    edges = [float(x) for x, _ in box]
    return text, min(edges), max(edges), float(score)


def certainty(words: Sequence[Word]) -> float:
    """How many characters were recognised, each counted by its score."""
    return sum(score for word in words for _, _, _, score in word.chars)


def mostly_upright(words: Sequence[Word]) -> bool:
    """Whether most characters stand in words that are wider than high."""
    tall = sum(len(w.chars) for w in words if len(w.chars) > 1 and w.height > _TALL * w.width)
    return 2 * tall <= sum(len(w.chars) for w in words if len(w.chars) > 1)


def characters(words: Sequence[Word]) -> Iterator[Char]:
    """All characters, in few sizes of type and without the gaps between their strokes."""
    for word, size in zip(words, _sizes(words), strict=True):
        em = _EM * size
        lefts, rights = [c[1] for c in word.chars], [c[2] for c in word.chars]
        for k, ((left, *_), (right, *_)) in enumerate(pairwise(word.chars)):
            apart = (lefts[k + 1] + rights[k + 1] - lefts[k] - rights[k]) / 2
            slack = _GAP_AT_MARK if left in _MARKS else _GAP
            if apart < ((_advance(left) + _advance(right)) / 2 + slack) * em:
                lefts[k + 1] = rights[k] = (rights[k] + lefts[k + 1]) / 2
        for (text, _, _, score), x0, x1 in zip(word.chars, lefts, rights, strict=True):
            yield text, x0, x1, word.middle, em, score


def _advance(char: str) -> float:
    """Ems from the beginning of a character to the next one."""
    return 1.0 if is_wide(char) else 0.5


def _sizes(words: Sequence[Word]) -> list[float]:
    """The heights of the words, those that differ by chance made one."""
    order = sorted(range(len(words)), key=lambda i: words[i].height)
    sizes = [word.height for word in words]
    group: list[int] = []
    for index in [*order, -1]:
        if group and (index < 0 or sizes[index] > _ALIKE * words[group[0]].height):
            typical = median(words[i].height for i in group)
            for member in group:
                sizes[member] = typical
            group = []
        group.append(index)
    return sizes
