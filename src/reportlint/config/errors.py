"""What is said when a configuration cannot be used."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from reportlint.result import EMPTY, Text


class ConfigError(Exception):
    """A configuration that cannot be used. `text` is one line: file, key, what is wrong."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def suggestion(word: str, known: Iterable[str]) -> Text:
    """“did you mean …?” for a mistyped `word`, or nothing if none of the `known` is near."""
    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    if not near:
        return EMPTY
    found = by_lower[near[0]]
    return Text(f"，是否指 {found}？", f"; did you mean {found}?")
