"""How a count and the names for it are put: listing.toml, compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import read_toml, strings

_NAME = "listing.toml"
_HAN = "一二三四五六七八九十"
Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class ListingWords:
    """Patterns for what stands around a list.

    After the count: `cue` up to a list of names (`told`: meant complete), `bracket` around one,
    `points` up to 一是…, `itemised` up to items with figures. Before it: `link`, `open` (等),
    `start` (where the clause begins). `mark` is 一是, 二是; `kinds` are units of kinds.
    """

    cue: Pattern
    told: Pattern
    loosely: Pattern
    stop: Pattern
    bracket: Pattern
    generic: Pattern
    points: Pattern
    mark: Pattern
    itemised: Pattern
    link: Pattern
    open: Pattern
    start: Pattern
    total: Pattern
    kinds: frozenset[str]

    def order(self, mark: regex.Match[str]) -> int:
        """Which place a mark has: 1 for 一是."""
        return _HAN.index(mark["han"]) + 1


@cache
def listing_words() -> ListingWords:
    """The patterns, compiled once. Raises `LexiconError`."""
    data = read_toml(_NAME)
    lists = {key: strings(_NAME, data, key) for key in data}
    words = {key: alternation(lists[key]) for key in lists}
    told, units, generic = words["told"], words["units"], words["generic"]
    return ListingWords(
        cue=regex.compile(
            rf"\p{{Han}}{{0,14}}?(?:[，,（(：:]\s*)?{told}[：:]?"
            rf"|\p{{Han}}{{0,12}}?(?:（[^（）]{{1,8}}）)?[，,]?{words['loosely']}"
            rf"|\p{{Han}}{{0,12}}{units}[：:]|[：:]|\p{{Han}}{{0,12}}{units}——|——"
        ),
        told=regex.compile(told),
        loosely=regex.compile(words["loosely"]),
        stop=regex.compile(r"[。；;！!？?\n]"),
        bracket=regex.compile(r"(?P<noun>\p{Han}{0,12}?)[（(](?P<names>[^（）()]*)[）)]"),
        generic=regex.compile(rf"^(?:{generic}、)*{generic}$"),
        points=regex.compile(
            r"\p{Han}{0,14}?[：:，,。]\s*(?:\p{Han}{0,6}[：:，,])?(?P<first>一是|一、|第一)"
        ),
        mark=regex.compile(rf"(?<=^|[。；;：:，,\s])第?(?P<han>[{_HAN}])(?:是|、|(?=，))"),
        itemised=regex.compile(
            r"(?P<noun>(?:\p{Han}|“|”){0,12}?)(?:(?P<colon>[：:]|——)|[，,](?:其中|分别是|分别为)?)"
        ),
        link=regex.compile(rf"[，,]?{words['links']}$"),
        open=regex.compile(r"等(?:\p{Han}{0,2})?$"),
        start=regex.compile(r"[。；;：:，,！!？?\n（(）)]"),
        total=regex.compile(words["totals"]),
        kinds=frozenset(lists["kinds"]),
    )
