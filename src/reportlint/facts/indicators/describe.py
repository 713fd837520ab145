"""From the words of an indicator to its facets and its own name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from reportlint.facts.model import NO_INDICATOR, Indicator
from reportlint.lexicon.additions import known_name
from reportlint.lexicon.terms import facet_words, indicator_names

_QUOTES = str.maketrans("", "", "“”\"'‘’「」 \u3000\t\n\r")
_YEARS = re.compile(
    r"(?:19|20)\d\d年(?:度(?!预算)|同期)?|(?:本|当|今|去|前|上一|上)年(?:度|同期)?(?!初|末|底|结转)"
)
_LEVELS = re.compile(r"[（(](类|款|项)[）)]")
_NOTES = re.compile(r"[（(][^（）()]{0,30}[）)]")
_KEEP = re.compile(r"[（(](?:境|护|役|类|款|项)[）)]")
_EDGE = "，,、；;：:。．.（）()—-－/ "


def describe(phrase: str) -> Indicator:
    """What `phrase` names.

    An alias of the user's counts as the name it stands for. An empty phrase yields
    `NO_INDICATOR`.
    """
    if not phrase.strip():
        return NO_INDICATOR
    known = known_name(phrase)
    found = _describe(known)
    return found if known == phrase else replace(found, text=phrase.strip())


@lru_cache(maxsize=16384)
def _describe(phrase: str) -> Indicator:
    facets, rest = dissect(phrase)
    return Indicator(phrase.strip(), concept_of(facets, rest), facets, rest)


def concept_of(facets: frozenset[str], rest: str) -> str | None:
    """The lexicon's id for a quantity with exactly these facets and this rest."""
    return _signatures().get((facets, rest))


@cache
def _signatures() -> Mapping[tuple[frozenset[str], str], str]:
    found: dict[tuple[frozenset[str], str], str] = {}
    for concept, names in indicator_names().items():
        for name in names:
            found.setdefault(dissect(name), concept)
    return found


@cache
def _morphemes() -> re.Pattern[str]:
    words = sorted(facet_words().words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _fillers() -> re.Pattern[str]:
    words = sorted(facet_words().fillers, key=len, reverse=True)
    joined = "|".join(map(re.escape, words))
    return re.compile(rf"^(?:(?!其[他它余])(?:{joined}))+|(?:{joined})+$")


@cache
def _openers() -> re.Pattern[str]:
    words = sorted(facet_words().openers, key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})+")


def dissect(phrase: str) -> tuple[frozenset[str], str]:
    """The facets and the rest of a phrase, in any order its author put them."""
    text = _plain(phrase)
    facets: set[str] = set()
    rest: list[str] = []
    end = 0
    for match in _morphemes().finditer(text):
        between = _bare(text[end : match.start()], opening=not facets and not rest)
        if between:
            rest.append(between)
        fixed = facet_words().words[match[0]]
        facets |= fixed
        if between and match[0] in ("支出", "收入"):
            rest[-1] += match[0]
        end = match.end()
    tail = _bare(text[end:], opening=not facets and not rest)
    if tail:
        rest.append(tail)
    return frozenset(facets), "/".join(rest)


def _plain(phrase: str) -> str:
    text = _LEVELS.sub("/", phrase.translate(_QUOTES))
    text = _NOTES.sub(lambda m: m[0] if _KEEP.fullmatch(m[0]) else "", text)
    return _YEARS.sub("", text)


def _bare(words: str, *, opening: bool) -> str:
    words = words.strip(_EDGE)
    if opening:
        words = _openers().sub("", words)
    words = _fillers().sub("", words).strip(_EDGE)
    return "" if words == "项目" else words
