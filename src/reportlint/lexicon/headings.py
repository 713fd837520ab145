"""Words in which a heading cannot end: headings.toml."""

from __future__ import annotations

from functools import cache

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
