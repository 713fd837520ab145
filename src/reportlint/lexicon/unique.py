"""Which quantities a report states for itself once: unique.toml."""

from __future__ import annotations

from functools import cache

from reportlint.lexicon.terms import read_toml, strings


@cache
def unique_concepts() -> frozenset[str]:
    """Ids of `indicators.toml` that name one quantity in a whole report. Raises `LexiconError`."""
    return frozenset(strings("unique.toml", read_toml("unique.toml"), "concepts"))


@cache
def place_endings() -> tuple[str, ...]:
    """How headings end that name another unit, place or project. Raises `LexiconError`."""
    return tuple(strings("unique.toml", read_toml("unique.toml"), "places"))
