"""Words that blur or bound a number (`lexicon/hedges.toml`), found before and after it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from reportlint.facts.model import Hedge
from reportlint.facts.numerals.units import alternatives

_REACH = 8
_FILLERS = re.compile(r"[占为达有是合需计用]$")


@dataclass(frozen=True, slots=True)
class Bound:
    """A hedge found at a number, and where its word begins (or ends) in the text."""

    hedge: Hedge
    at: int


@dataclass(frozen=True, slots=True)
class _Word:
    hedge: Hedge
    not_after: str
    not_unit: frozenset[str]
    only_bare: bool


@dataclass(frozen=True, slots=True)
class Hedges:
    """The hedges of the lexicon, ready to be looked for; `endings`: last characters of `words`."""

    words: dict[str, _Word]
    before: re.Pattern[str]
    after: re.Pattern[str]
    meaning: dict[str, Hedge]
    endings: frozenset[str]

    def ahead(self, text: str, start: int, unit: str, *, bare: bool = False) -> Bound | None:
        """The hedge that ends right before `start`, unless its characters are another word's.

        `bare`: the number is a magnitude alone (上百个), before which more words are hedges.
        """
        last = text[max(0, start - 2) : start].rstrip(" ")[-1:]
        if not last or last not in self.endings:
            return None
        window = text[max(0, start - _REACH) : start]
        found = self.before.search(window)
        if not found:
            return None
        word = self.words[found[1]]
        previous = window[found.start() - 1 : found.start()] if found.start() else ""
        if (previous and previous in word.not_after) or unit in word.not_unit:
            return None
        if word.only_bare and not bare:
            return None
        return Bound(word.hedge, start - len(window) + found.start())

    def distant(self, text: str, start: int, unit: str) -> Hedge | None:
        """约 with one verb between it and the number (约占, 约为): it blurs, but stands apart."""
        if not _FILLERS.search(text, max(0, start - 1), start):
            return None
        found = self.ahead(text, start - 1, unit)
        return found.hedge if found and found.hedge is Hedge.ABOUT else None

    def behind(self, text: str, end: int) -> Bound | None:
        """The hedge that begins right after `end`."""
        found = self.after.match(text, end)
        return Bound(self.meaning[found[1]], found.end()) if found else None


@cache
def load_hedges() -> Hedges:
    """The hedges of the lexicon. Raises `ValueError` or `KeyError` where the data is wrong."""
    data = tomllib.loads((resources.files("reportlint.lexicon") / "hedges.toml").read_text("utf-8"))
    words = {n: _word(e) for e in data["before"] for n in e["names"]}
    meaning = {n: Hedge(e["hedge"]) for e in data["after"] for n in e["names"]}
    stops = {n: e.get("not_before", "") for e in data["after"] for n in e["names"]}
    return Hedges(
        words,
        re.compile(f"({alternatives(words, {})})[ ]?$"),
        re.compile(f"[ ]?({alternatives(meaning, stops)})"),
        meaning,
        frozenset(name[-1] for name in words),
    )


def _word(entry: dict[str, Any]) -> _Word:
    units = frozenset(entry.get("not_unit", ()))
    bare = entry.get("only_bare", False)
    return _Word(Hedge(entry["hedge"]), entry.get("not_after", ""), units, bare)
