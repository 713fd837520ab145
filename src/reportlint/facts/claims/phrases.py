"""The noun phrase beside a number: what is left of a clause without the words that link both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reportlint.facts.segmentation import Word, first_noun_phrase, tagged
from reportlint.lexicon.naming import naming_words

_BLANK = re.compile(r"[\s·，,、：:；;“”\"'‘’「」《》（）()【】\[\]*＊]+")
_FUNCTION = ("d", "p", "u", "c", "y")
"""jieba's classes of adverbs, prepositions, particles and conjunctions."""
_NOT_ADVERBS = frozenset({"批次", "人均", "平均", "重点", "另行", "首次", "多次", "相互", "全程", "净增", "根本"})
_COUNTED = "各每两三四五六七八九十几数全"
_EACH = "每"
_MEAN = "均"
_REACH = 40
"""Characters left of a number in which its name is looked for."""


class Phrase(NamedTuple):
    """Words before a number without the links; `verb` was cut off, `each` (每亩) stood between."""

    text: str
    verb: str = ""
    each: str = ""


class Segmented:
    """A paragraph's words, found by the characters they cover."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tagged(text)
        self.starts = list(accumulate((len(w.text) for w in self.words), initial=0))

    def between(self, start: int, end: int) -> list[Word]:
        """The words from character `start` to `end`; one that reaches over an end is cut."""
        first = bisect_right(self.starts, start) - 1
        found: list[Word] = []
        for index in range(max(first, 0), len(self.words)):
            begin = self.starts[index]
            if begin >= end:
                break
            word = self.words[index]
            if begin < start or begin + len(word.text) > end:
                word = Word(word.text[max(0, start - begin) : end - begin], "x")
            if word.text:
                found.append(word)
        return found


def before(segmented: Segmented, start: int, end: int, masked: str) -> Phrase:
    """The name that ends left of a number at `end`; `masked` hides brackets without figures."""
    start = max(start, end - _REACH)
    words = segmented.between(start, end)
    words = _visible(words, masked[start:end], segmented.text[start:end])
    return trimmed(words)


def _visible(words: list[Word], masked: str, text: str) -> list[Word]:
    """Without the words of brackets that only explain: 教育支出（类）, but 因公出国（境）费."""
    if masked == text:
        return words
    kept: list[Word] = []
    at = 0
    for word in words:
        hidden = masked[at] == "·" != text[at]
        if not hidden or word.text in ("境", "护", "役"):
            kept.append(word)
        at += len(word.text)
    return kept


def trimmed(words: Sequence[Word]) -> Phrase:
    """What is left of a clause without its links to the number."""
    last, verb, each = len(words), "", ""
    known = naming_words()
    while last:
        word = words[last - 1]
        if _links(words, last):
            last -= 1
        elif word.text == _MEAN and _is_mean(words, last):
            break
        elif last > 1 and words[last - 2].text == _EACH and _remains(words, last - 2):
            each = _EACH + word.text + each
            last -= 2
        elif not verb and word.text in known.verbs and _remains(words, last - 1):
            verb = word.text
            last -= 1
        else:
            break
    return Phrase(_joined(_led(words[:last])), verb, each)


def _links(words: Sequence[Word], last: int) -> bool:
    """Whether the last word only links a name to its number."""
    known = naming_words()
    word = words[last - 1]
    if _BLANK.fullmatch(word.text):
        return True
    if word.text == _MEAN and _is_mean(words, last):
        return False
    text = "".join(w.text for w in words[max(0, last - 4) : last])
    if text.endswith(known.closed):
        return False
    if word.text in known.links:
        return True
    adverb = word.tag.startswith(_FUNCTION) and len(word.text) > 1
    return adverb and word.text not in _NOT_ADVERBS


def _is_mean(words: Sequence[Word], last: int) -> bool:
    """亩均, 队均: a name; 各校均为 is none."""
    if last < 2 or words[last - 2].text[-1:] not in naming_words().each_of:
        return False
    if len(words[last - 2].text) > 1:
        return False
    return last < 3 or words[last - 3].text[-1:] not in _COUNTED


def _remains(words: Sequence[Word], last: int) -> bool:
    """Whether a name is left before this word."""
    left = [w for w in _led(words[:last]) if not _BLANK.fullmatch(w.text)]
    while left and left[-1].text in naming_words().links:
        left.pop()
    text = "".join(w.text for w in left)
    return len(text) > 1 and text not in naming_words().deictic


def _led(words: Sequence[Word]) -> Sequence[Word]:
    """The words without connectors and the like in front."""
    leads = naming_words().leads
    first = 0
    while first < len(words) - 1:
        text = words[first].text
        if text in leads or _BLANK.fullmatch(text):
            first += 1
        else:
            break
    return words[first:]


def _joined(words: Sequence[Word]) -> str:
    return _BLANK.sub("", "".join(w.text for w in words))


def behind(words: Sequence[Word]) -> str:
    """The noun phrase that opens the words behind a number, "" if none does."""
    stops = naming_words().stops
    end = 0
    while end < len(words) and words[end].text not in stops and not words[end].text.isascii():
        end += 1
    found = first_noun_phrase(words[:end])
    return found if len(found) > 1 or (end == 1 and found) else ""
