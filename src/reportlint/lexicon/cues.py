"""Words that say how figures hang together: cues.toml, validated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from reportlint.lexicon.terms import LexiconError, read_toml, strings

_NAME = "cues.toml"


@cache
def cues() -> Mapping[str, tuple[str, ...]]:
    """The word lists by name, as they stand in the file."""
    data = read_toml(_NAME)
    return {key: strings(_NAME, data, key) for key in data if key != "split"}


@cache
def splits() -> tuple[frozenset[str], ...]:
    """Sets of facets whose quantities make up a whole."""
    found = tuple(frozenset(strings(_NAME, e, "facets")) for e in read_toml(_NAME)["split"])
    if any(len(s) < 2 for s in found):
        raise LexiconError(f"{_NAME}: split: a split needs two facets or more")
    return found


@cache
def any_of(*lists: str) -> str:
    """A pattern for any word of the named lists, the longest first."""
    return alternation(word for name in lists for word in cues()[name])


def alternation(words: Iterable[str]) -> str:
    """A non-capturing pattern for any of `words`, the longest first."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"
