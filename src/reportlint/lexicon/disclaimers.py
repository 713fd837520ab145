"""Notes that totals may miss their parts by rounding: disclaimers.toml, compiled."""

from __future__ import annotations

from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "disclaimers.toml"


@cache
def rounding_disclaimer() -> regex.Pattern[str]:
    """Finds such a note in the text of a paragraph. Raises `LexiconError`."""
    patterns = strings(FILE, read_toml(FILE), "patterns")
    try:
        return compiled("|".join(f"(?:{p})" for p in patterns))
    except regex.error as error:
        raise LexiconError(f"{FILE}: patterns: {error}") from error
