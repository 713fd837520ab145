"""Names of figures that show something left undone: shortfalls.toml, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "shortfalls.toml"


@dataclass(frozen=True, slots=True)
class FigureNames:
    """How a kind of figure is named, and what excludes it."""

    names: regex.Pattern[str]
    never: regex.Pattern[str]

    def fits(self, words: str) -> bool:
        """Whether `words`, which stand before a figure, name this kind of it."""
        return bool(self.names.search(words)) and not self.never.search(words)


@cache
def shortfall_names() -> Mapping[str, FigureNames]:
    """By kind: score, deduction, execution, unspent. Raises `LexiconError`."""
    data = read_toml(FILE)
    try:
        return {
            kind: FigureNames(
                compiled("|".join(strings(FILE, table, "names"))),
                compiled("|".join(strings(FILE, table, "never"))),
            )
            for kind, table in data.items()
        }
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error
