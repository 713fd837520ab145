"""What the words beside a result say that it is."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache, lru_cache

from reportlint.facts.fits.numbers import Number
from reportlint.lexicon.fits import fit_cues


class Cue(Enum):
    """The sort of statement that a figure makes."""

    SHARE = auto()
    CHANGE = auto()
    RATE = auto()


_LEFT, _RIGHT = 24, 8
_EDGE = re.compile(r"[，,；;。：:\n（(]")


def left_words(number: Number) -> str:
    """The words of its clause before a figure."""
    end = number.mention.figure.start
    return _clause(number.passage.text[max(0, end - _LEFT) : end], -1)


def right_words(number: Number) -> str:
    """The words that follow a figure in its clause."""
    end = number.mention.figure.end
    return _clause(number.passage.text[end : end + _RIGHT], 0)


@lru_cache(maxsize=4096)
def _clause(words: str, which: int) -> str:
    """The clause next to the figure; the one before if it has no words of its own."""
    clauses = _EDGE.split(words)
    near = clauses[which]
    return near if near.strip() or which == 0 or len(clauses) == 1 else clauses[which - 1]


def cue_of(number: Number) -> Cue:
    """Whether a percentage is a share, a change, or another rate."""
    left = left_words(number)
    share = _last(left, "share")
    change = _last(left, "change")
    if max(share, change) >= 0:
        return Cue.SHARE if share > change else Cue.CHANGE
    return Cue.RATE


def says(number: Number, words: str) -> bool:
    """Whether the clause of a figure has one of some words (`lexicon/fits.toml`)."""
    return _speaks(left_words(number), right_words(number), words)


@lru_cache(maxsize=16384)
def _speaks(left: str, right: str, words: str) -> bool:
    pattern = _pattern(words)
    return bool(pattern.search(left) or pattern.match(right))


def has(text: str, words: str) -> bool:
    """Whether a text has one of some words."""
    return bool(_pattern(words).search(text))


def _last(text: str, words: str) -> int:
    return max((m.start() for m in _pattern(words).finditer(text)), default=-1)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(fit_cues()[words], key=len, reverse=True))))
