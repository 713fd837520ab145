"""How points are awarded and told: scoring.toml, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "scoring.toml"
TABLES = ("finals", "split")

Split = tuple[regex.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class ScoringWords:
    """Patterns by name, names of total scores by who awards them, names that make up a whole.

    `levels` are patterns of first-level names.
    """

    words: Mapping[str, regex.Pattern[str]]
    finals: Mapping[str, regex.Pattern[str]]
    splits: tuple[Split, ...]
    levels: tuple[str, ...]

    def has(self, name: str, text: str) -> bool:
        """Whether such words stand in `text`."""
        return self.words[name].search(text) is not None

    def is_(self, name: str, text: str) -> bool:
        """Whether the whole of `text` is such a word."""
        return self.words[name].fullmatch(text) is not None


@cache
def scoring_words() -> ScoringWords:
    """The words of the lexicon. Raises `LexiconError`."""
    data = read_toml(FILE)
    finals = data.get("finals", {})
    try:
        return ScoringWords(
            words={k: _any(strings(FILE, data, k)) for k in data if k not in TABLES},
            finals={k: _any(strings(FILE, finals, k)) for k in finals},
            splits=tuple(
                tuple(compiled(p) for p in strings(FILE, entry, "parts"))
                for entry in data.get("split", ())
            ),
            levels=strings(FILE, data, "levels"),
        )
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error


def _any(words: tuple[str, ...]) -> regex.Pattern[str]:
    return compiled("|".join(f"(?:{word})" for word in words))
