"""Words between the name of a quantity and its number: naming.toml, validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportlint.lexicon.terms import LexiconError, read_toml, strings

_NAME = "naming.toml"
_SETS = (
    *("links", "verbs", "moves", "to", "bounds", "degrees"),
    *("grows", "grows_after", "exceeds"),
    *("times", "deictic", "aspects", "leads", "stops", "nouns", "compare"),
)


@dataclass(frozen=True, slots=True)
class NamingWords:
    """The word lists of the file, as its comments describe them."""

    links: frozenset[str]
    verbs: frozenset[str]
    moves: frozenset[str]
    to: frozenset[str]
    bounds: frozenset[str]
    degrees: frozenset[str]
    closed: tuple[str, ...]
    times: frozenset[str]
    deictic: frozenset[str]
    aspects: frozenset[str]
    spelled: Mapping[str, str]
    leads: frozenset[str]
    grows: frozenset[str]
    grows_after: frozenset[str]
    exceeds: frozenset[str]
    stops: frozenset[str]
    nouns: frozenset[str]
    compare: frozenset[str]
    each_of: frozenset[str]


@cache
def naming_words() -> NamingWords:
    """The words of the lexicon. Raises `LexiconError`."""
    data = read_toml(_NAME)
    spelled, each_of = data.get("spelled"), data.get("each_of")
    if not isinstance(spelled, dict) or not isinstance(each_of, str):
        raise LexiconError(f"{_NAME}: spelled: expected a table; each_of: expected a text")
    listed = {key: frozenset(strings(_NAME, data, key)) for key in _SETS}
    return NamingWords(
        closed=strings(_NAME, data, "closed"),
        spelled=spelled,
        each_of=frozenset(each_of),
        **listed,
    )
