"""Words and their classes, by jieba with a dictionary cut down to what reports use.

jieba's own dictionary takes 0.65 s to load; its frequent words and our lexicon take a tenth of it.
Nothing is loaded before the first phrase that no other knowledge can tell apart.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from reportlint.lexicon.terms import facet_words, indicator_names

if TYPE_CHECKING:
    import jieba

_FREQUENT = re.compile(rb"\n([^ ]++) ([3-9]\d\d|\d{4,}+) ([^\n]++)")
_OURS = 50_000
"""The frequency given to lexicon words, so that they win over their pieces."""
_NOMINAL = ("n", "vn", "an", "b", "j", "l", "i", "s", "f", "x", "eng", "ng", "k", "h", "zg")
_ATTRIBUTIVE = ("b", "f", "s", "v", "a")
_SUFFIXES = frozenset("率度比数量额费金款类级型性员者")
BREAKS = re.compile(r"[^\w一-鿿（）()·\-]")
"""What no noun phrase reaches over."""


class Word(NamedTuple):
    """A word and jieba's class for it (`n` noun, `v` verb …; `x` unknown)."""

    text: str
    tag: str


class _Dictionary(NamedTuple):
    tokenizer: jieba.Tokenizer
    tags: dict[str, str]


def _import_jieba() -> ModuleType:
    """jieba, without the deprecated pkg_resources that it asks for and does as well without.

    That alone would take as long as everything else here.
    """
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        return import_module("jieba")
    finally:
        if absent:
            del sys.modules["pkg_resources"]


@cache
def _dictionary() -> _Dictionary:
    jieba = _import_jieba()
    words, counts, classes = _frequent_words()
    tags = dict(zip(words, classes, strict=True))
    frequencies = dict(zip(words, map(int, counts), strict=True))
    ours = [*facet_words().words, *(n for names in indicator_names().values() for n in names)]
    total = sum(frequencies.values()) + _OURS * len(ours)
    tags |= dict.fromkeys(ours, "n")
    frequencies |= dict.fromkeys(ours, _OURS)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = {**_beginnings(frequencies), **frequencies}
    tokenizer.total, tokenizer.initialized = total, True
    return _Dictionary(tokenizer, tags)


def _frequent_words() -> list[list[str]]:
    """Words, frequencies and classes of jieba's dictionary, decoded all at once."""
    lines = b"\n" + files("jieba").joinpath("dict.txt").read_bytes()
    columns = zip(*_FREQUENT.findall(lines), strict=True)
    return [b"\n".join(column).decode().split("\n") for column in columns]


def _beginnings(words: Collection[str]) -> dict[str, int]:
    """What words begin with, none of it a word: jieba looks for longer ones only behind these."""
    longest = max(map(len, words))
    return dict.fromkeys((w[:n] for n in range(1, longest) for w in words if len(w) > n), 0)


def cut(text: str) -> list[str]:
    """The words of a text, white space and punctuation included: joined they are the text."""
    return list(_dictionary().tokenizer.cut(text, HMM=False))


@lru_cache(maxsize=8192)
def tagged(text: str) -> tuple[Word, ...]:
    """The words of a text with their classes."""
    tags = _dictionary().tags
    return tuple(Word(w, tags.get(w, "x")) for w in cut(text))


def last_noun_phrase(words: Sequence[Word]) -> str:
    """The noun phrase that ends a run of words: what a number right of it is a number of.

    "" where it ends in no noun.
    """
    start = len(words)
    while start and _is_nominal(words[start - 1]):
        start -= 1
    found = "".join(w.text for w in words[start:]).strip()
    return found if len(found) > 1 else ""


def first_noun_phrase(words: Sequence[Word]) -> str:
    """The noun phrase that opens a run: what a number left of it is a number of; "" if none."""
    end = 0
    while end < len(words) and (
        _is_nominal(words[end]) or _modifies(words, end) or _split(words, end)
    ):
        end += 1
    return "".join(w.text for w in words[:end]).strip()


def _split(words: Sequence[Word], at: int) -> bool:
    """A character in a noun that the dictionary does not know: 标|段, 医|用|冰箱, 通达|率."""
    if at and words[at].text in _SUFFIXES:
        return True
    single = len(words[at].text) == 1 and words[at].tag.startswith(("q", "p", "r"))
    return single and at > 0 and len(words[at - 1].text) == 1 and _is_nominal(words[at - 1])


def _is_nominal(word: Word) -> bool:
    return word.tag.startswith(_NOMINAL) and not word.text.isspace()


def _modifies(words: Sequence[Word], at: int) -> bool:
    """A verb or adjective before a noun: 内设机构, 区级创新培养基地."""
    if len(words) < at + 2 or not words[at].tag.startswith(("v", "a", "t", "d")):
        return False
    if at:
        return words[at - 1].tag.startswith(_ATTRIBUTIVE)
    return _is_nominal(words[1])
