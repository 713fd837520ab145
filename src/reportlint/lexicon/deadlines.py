"""Words of periods and deadlines: deadlines.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "deadlines.toml"
KEYS = ("counting", "lasting", "planned", "actual", "early", "prompt", "late", "apart")


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    """Alternatives of a pattern for each kind of word."""

    counting: str
    lasting: str
    planned: str
    actual: str
    early: str
    prompt: str
    late: str
    apart: regex.Pattern[str]


@cache
def deadline_words() -> DeadlineWords:
    """The words of the lexicon. Raises `LexiconError`."""
    data = read_toml(FILE)
    try:
        words = {k: f"(?:{'|'.join(strings(FILE, data, k))})" for k in KEYS}
        for pattern in words.values():
            compiled(pattern)
        apart = compiled(words.pop("apart"))
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error
    return DeadlineWords(**words, apart=apart)
