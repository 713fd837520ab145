"""Rates that cannot leave a range: bounded_rates.toml, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "bounded_rates.toml"
TAIL = r"(?:均|也|已|都|最终|实际|平均|全部)*(?:约|仅|高)?(?:为|达到?了?|是|：|:|至)?\s*[“\"]?$"
"""What may stand between the name of a rate and its figure."""
SEVERITIES = ("error", "warning")


@dataclass(frozen=True, slots=True)
class BoundedRate:
    """A rate within `low` and `high` percent; `named` matches where its name ends a text."""

    id: str
    named: regex.Pattern[str]
    other: regex.Pattern[str]
    severity: str
    low: Fraction
    high: Fraction

    def names(self, text: str) -> bool:
        """Whether `text` ends in the name of such a rate."""
        return self.named.search(text) is not None and self.other.search(text) is None


@cache
def bounded_rates() -> tuple[BoundedRate, ...]:
    """The rates of the lexicon. Raises `LexiconError`."""
    return tuple(_bound(entry) for entry in read_toml(FILE).get("bound", ()))


@cache
def explanation() -> regex.Pattern[str]:
    """Words that explain an odd rate. Raises `LexiconError`."""
    table = read_toml(FILE).get("explanation", {})
    return _compiled("explanation", strings(FILE, table, "words"), "")


def _bound(entry: Mapping[str, Any]) -> BoundedRate:
    handle = str(entry.get("id", "(no id)"))
    if entry.get("severity") not in SEVERITIES:
        raise LexiconError(f"{FILE}: {handle}: severity: expected one of {', '.join(SEVERITIES)}")
    try:
        low, high = Fraction(entry["low"]), Fraction(entry["high"])
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{FILE}: {handle}: needs low and high") from error
    return BoundedRate(
        id=handle,
        named=_compiled(handle, strings(FILE, entry, "names"), TAIL),
        other=_compiled(handle, (*strings(FILE, entry, "not"), "(?!)"), ""),
        severity=str(entry["severity"]),
        low=low,
        high=high,
    )


def _compiled(handle: str, words: tuple[str, ...], tail: str) -> regex.Pattern[str]:
    try:
        return compiled(f"(?:{'|'.join(words)}){tail}")
    except regex.error as error:
        raise LexiconError(f"{FILE}: {handle}: {error}") from error
