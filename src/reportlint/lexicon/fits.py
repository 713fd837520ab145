"""Words that narrow which relations are tried on figures: fits.toml, validated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportlint.lexicon.terms import read_toml, strings

FILE = "fits.toml"


@cache
def fit_cues() -> Mapping[str, tuple[str, ...]]:
    """The word lists by name. Raises `LexiconError`."""
    data = read_toml(FILE)
    return {key: strings(FILE, data, key) for key in data if isinstance(data[key], list)}
