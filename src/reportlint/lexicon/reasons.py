"""How a report says why something fell short: reasons.toml, compiled."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "reasons.toml"


@cache
def far_ratio() -> Fraction:
    """Result over target from which an excess calls for a word. Raises `LexiconError`."""
    given = read_toml(FILE).get("far", {}).get("ratio")
    try:
        return Fraction(given)
    except (TypeError, ValueError, ZeroDivisionError):
        raise LexiconError(f"{FILE}: far.ratio: expected a decimal number in quotes") from None


@cache
def reason_words(*lists: str) -> regex.Pattern[str]:
    """A pattern for any word of the named lists. Raises `LexiconError`."""
    data = read_toml(FILE)
    words = [word for name in lists for word in strings(FILE, data, name)]
    if not words:
        raise LexiconError(f"{FILE}: {', '.join(lists)}: no such list")
    try:
        return compiled("|".join(words))
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error
