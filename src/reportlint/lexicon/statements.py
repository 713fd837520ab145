"""How a report states a demanded figure: statements.toml, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "statements.toml"


@cache
def statement_patterns() -> Mapping[str, regex.Pattern[str]]:
    """By the concept of a profile's `needs`: what a text that states it holds.

    Raises `LexiconError`.
    """
    found: dict[str, regex.Pattern[str]] = {}
    for concept, table in read_toml(FILE).items():
        value = table.get("value")
        if not isinstance(value, str):
            raise LexiconError(f"{FILE}: {concept}: value is missing")
        try:
            found[concept] = compiled(f"(?:{'|'.join(strings(FILE, table, 'names'))}){value}")
        except regex.error as error:
            raise LexiconError(f"{FILE}: {concept}: {error}") from error
    return found
