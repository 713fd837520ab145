"""Regulations that are no longer in force: repealed.toml, validated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml

FILE = "repealed.toml"


@dataclass(frozen=True, slots=True)
class Repealed:
    """A regulation, what took its place, and the first report year that may not rest on it."""

    pattern: regex.Pattern[str]
    name: str
    by: str
    year: int
    status: str


@cache
def repealed() -> tuple[Repealed, ...]:
    """The regulations of the lexicon. Raises `LexiconError`: file, entry, what is wrong."""
    found = []
    for entry in read_toml(FILE).get("regulation", ()):
        handle = entry.get("name", "(no name)")
        try:
            pattern = compiled(entry["pattern"])
            words = (str(entry["name"]), str(entry["by"]))
            found.append(Repealed(pattern, *words, int(entry["year"]), str(entry["status"])))
        except KeyError as error:
            raise LexiconError(f"{FILE}: {handle}: {error.args[0]} is missing") from error
        except (regex.error, ValueError) as error:
            raise LexiconError(f"{FILE}: {handle}: {error}") from error
    return tuple(found)
