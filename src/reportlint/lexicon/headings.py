"""Words in which a heading cannot end, and words that name no one section: headings.toml."""

from __future__ import annotations

from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "headings.toml"


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = read_toml(FILE).get("ending", ())
    if not all(isinstance(e.get("word"), str) for e in entries):
        raise LexiconError(f"{FILE}: an ending needs a word")
    found = [(e["word"], strings(FILE, e, "except")) for e in entries]
    return tuple(sorted(found, key=lambda e: -len(e[0])))


def open_ending(title: str) -> str:
    """The word that leaves `title` unfinished, or "". Raises `LexiconError`."""
    for word, exceptions in _endings():
        if title.endswith(word):
            return "" if title.endswith(exceptions) else word
    return ""


@cache
def generic_words() -> frozenset[str]:
    """Words that name a kind of work, not a section of a report. Raises `LexiconError`."""
    return frozenset(strings(FILE, read_toml(FILE), "generic"))


@cache
def common_words() -> regex.Pattern[str]:
    """Words that headings of any section share. Raises `LexiconError`."""
    words = strings(FILE, read_toml(FILE), "common")
    return compiled("|".join(words) or "(?!)")
