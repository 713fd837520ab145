"""Which quantities a report states for itself once: unique.toml."""

from __future__ import annotations

from functools import cache

from reportlint.lexicon.terms import read_toml, strings


@cache
def unique_concepts() -> frozenset[str]:
    """Ids of `indicators.toml` that name one quantity in a whole report. Raises `LexiconError`."""
    return frozenset(strings("unique.toml", read_toml("unique.toml"), "concepts"))
