"""Scales of grades that are in use: grades.toml."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "grades.toml"


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from `low` (inclusive) to `high` (exclusive; None: open) earn one of `words`."""

    words: tuple[str, ...]
    low: Fraction
    high: Fraction | None

    def holds(self, score: Fraction) -> bool:
        """Whether a score lies in it."""
        return self.low <= score and (self.high is None or score < self.high)


Scale = tuple[Band, ...]


@cache
def known_scales() -> tuple[Scale, ...]:
    """The scales in use, the common one first. Raises `LexiconError`."""
    return tuple(_scale(entry) for entry in read_toml(FILE).get("scale", ()))


def _scale(entry: dict[str, Any]) -> Scale:
    try:
        rows = [(Fraction(b["low"]), strings(FILE, b, "words")) for b in entry["bands"]]
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{FILE}: {entry.get('id')}: bands need low and words") from error
    return scale_of(rows)


def scale_of(rows: list[tuple[Fraction, tuple[str, ...]]]) -> Scale:
    """Bands from (low, words), each reaching up to the next higher low."""
    rows = sorted(rows, key=lambda r: r[0], reverse=True)
    highs: list[Fraction | None] = [None, *(low for low, _ in rows[:-1])]
    return tuple(Band(words, low, high) for (low, words), high in zip(rows, highs, strict=True))
