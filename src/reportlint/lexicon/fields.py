"""Titles and labels of problems and measures fields: fields.toml, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "fields.toml"
TITLE_LIMIT = 32
LABEL_LIMIT = 24
_BESIDE_LABEL = regex.compile(
    r"[\s：:]|[（(][^（）()]*[）)]|^\d+[、.．]|^[一二三四五六七八九十]+、"
)


@dataclass(frozen=True, slots=True)
class FieldTitles:
    """How fields of one role are titled."""

    title: regex.Pattern[str]
    label: regex.Pattern[str]
    never: regex.Pattern[str]

    def titles(self, words: str) -> bool:
        """Whether a heading announces such a field."""
        bare = regex.sub(r"\s", "", words)
        fits = len(bare) <= TITLE_LIMIT and self.title.search(bare)
        return bool(fits) and not self.never.search(bare)

    def labels(self, words: str) -> bool:
        """Whether a cell (or the words before a colon) is the label of such a field."""
        bare = _bare(words)
        return len(bare) <= LABEL_LIMIT and bool(self.label.fullmatch(bare))


@lru_cache(maxsize=8192)
def _bare(words: str) -> str:
    """A label without its number, brackets and blanks: every rule asks for those of every cell."""
    return _BESIDE_LABEL.sub("", words)


@cache
def field_titles() -> Mapping[str, FieldTitles]:
    """The titles by role (`problems`, `measures`). Raises `LexiconError`."""
    data = read_toml(FILE)
    try:
        return {
            role: FieldTitles(*_patterns(role, data[role])) for role in ("problems", "measures")
        }
    except KeyError as error:
        raise LexiconError(f"{FILE}: [{error.args[0]}] is missing") from error


def _patterns(role: str, table: Mapping[str, object]) -> list[regex.Pattern[str]]:
    try:
        return [
            compiled("|".join(f"(?:{p})" for p in strings(FILE, table, key)))
            for key in ("title", "label", "never")
        ]
    except regex.error as error:
        raise LexiconError(f"{FILE}: {role}: {error}") from error
