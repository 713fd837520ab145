"""Morphemes and names of indicators: facets.toml and indicators.toml, validated."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


class LexiconError(Exception):
    """A lexicon file that cannot be used; one line: file, key, what is wrong."""


@dataclass(frozen=True, slots=True)
class FacetWords:
    """`words` maps a morpheme to the facets it fixes; `inherit` names groups passed down."""

    words: Mapping[str, frozenset[str]]
    inherit: frozenset[str]
    fillers: tuple[str, ...]
    openers: tuple[str, ...]
    organization_tails: tuple[str, ...]


def read_toml(name: str) -> dict[str, Any]:
    """The tables of a lexicon file. Raises `LexiconError`."""
    try:
        return tomllib.loads(files("reportlint.lexicon").joinpath(name).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{name}: {error}") from error


def strings(name: str, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of non-empty strings. Raises `LexiconError`."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise LexiconError(f"{name}: {key}: expected a list of words")
    return tuple(value)


@cache
def facet_words() -> FacetWords:
    """The morphemes of facets.toml. Raises `LexiconError` for a word given twice."""
    name = "facets.toml"
    data = read_toml(name)
    words: dict[str, frozenset[str]] = {}
    for entry in data.get("words", ()):
        facets = frozenset(strings(name, entry, "facets"))
        for text in strings(name, entry, "texts"):
            if words.setdefault(text, facets) != facets:
                raise LexiconError(f"{name}: {text}: given twice")
    return FacetWords(
        words,
        frozenset(strings(name, data, "inherit")),
        strings(name, data, "fillers"),
        strings(name, data, "openers"),
        strings(name, data, "organization_tails"),
    )


@cache
def indicator_names() -> Mapping[str, tuple[str, ...]]:
    """Each indicator's id with its names, the usual one first. Raises `LexiconError`."""
    name = "indicators.toml"
    found: dict[str, tuple[str, ...]] = {}
    for entry in read_toml(name).get("indicator", ()):
        if not isinstance(entry.get("id"), str) or not isinstance(entry.get("zh"), str):
            raise LexiconError(f"{name}: an indicator needs id and zh")
        found[entry["id"]] = (entry["zh"], *strings(name, entry, "aliases"))
    return found
