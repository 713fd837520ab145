"""The words of `lexicon/tables.toml`, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


class TermsError(Exception):
    """A word list that cannot be used; the message is one line."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A quantity that is by its definition the sum of named parts."""

    whole: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate by the names of its column and of the two columns that it divides."""

    id: str
    name: re.Pattern[str]
    top: re.Pattern[str]
    base: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Terms:
    """Patterns by name: `whole` ones match a whole cell, `part` ones any part of it."""

    whole: Mapping[str, re.Pattern[str]]
    part: Mapping[str, re.Pattern[str]]
    classes: Mapping[str, frozenset[str]]
    compositions: tuple[Composition, ...]
    rates: tuple[Rate, ...]
    counted: Mapping[str, re.Pattern[str]]

    def measure_word(self, name: str) -> str:
        """The unit that the name of a column implies (户数: 户), or ""."""
        return next((unit for unit, words in self.counted.items() if words.search(name)), "")

    def is_(self, name: str, text: str) -> bool:
        """Whether the whole of `text` is such a word."""
        return self.whole[name].fullmatch(text) is not None

    def has(self, name: str, text: str) -> bool:
        """Whether such a word stands in `text`."""
        return self.part[name].search(text) is not None


@cache
def terms() -> Terms:
    """The built-in words. Raises `TermsError` if the file is damaged."""
    text = files("reportlint.lexicon").joinpath("tables.toml").read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text)
        return Terms(
            {name: _compiled(words) for name, words in data["whole"].items()},
            {name: _compiled(words) for name, words in data["part"].items()},
            {name: frozenset(codes) for name, codes in data["classes"].items()},
            tuple(
                Composition(_compiled([c["whole"]]), tuple(_compiled([p]) for p in c["parts"]))
                for c in data["composition"]
            ),
            tuple(
                Rate(r["id"], *(_compiled([r[key]]) for key in ("name", "top", "base")))
                for r in data["rate"]
            ),
            {unit: _compiled(words) for unit, words in data["counted"].items()},
        )
    except (tomllib.TOMLDecodeError, KeyError, re.error, TypeError) as error:
        raise TermsError(f"tables.toml: {error}") from error


def _compiled(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{word})" for word in words))
