"""The noun phrase beside a number: what is left of a clause without the words that link both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reportlint.facts.segmentation import Word, first_noun_phrase, tagged
from reportlint.lexicon.naming import naming_words

_INSIDE = ("、", "（", "）")
"""Signs that may stand inside a name: 因公出国（境）费."""
_BLANK = re.compile(r"[\s·，,、：:；;“”\"'‘’「」《》（）()【】\[\]*＊=＝×÷+／/]+")
_TIME = re.compile(
    r"(?:第?[一二三四1-4]季度|(?<![0-9])[0-9]{1,2}月[份末底初]?|[一二三四五六七八九十]{1,3}月[份末底初]?"
    r"|[上下]半年|[上下]学期|(?:19|20)[0-9]{2}年[度末底初]?|[上去今本当前次]年[度末底初]?(?:同期)?"
    r"|期[末底初])[的为是达共了约仅分别 ]*$"
)
_QUOTED = re.compile(r"[“‘「]([^“”‘’「」]{1,14})[”’」](?:等次|等级|档)?[的为是有]{0,2}$")
_KEPT = re.compile(r"[（(][^（）()]{1,2}[）)]")
_CLASSES = ("类", "款", "项")
_COUNTED = "各每两三四五六七八九十几数全"
_EACH = "每"
_MEAN = "均"
_REACH = 80
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
    if quoted := _QUOTED.search(masked, start, end):
        return Phrase(_joined([Word(quoted[1], "x")]))
    found = Phrase("")
    while end > start:
        timed = _TIME.search(masked, start, end)
        end = timed.start() if timed else end
        words = segmented.between(start, end)
        words = _visible(words, masked[start:end], segmented.text[start:end])
        found = trimmed(words)
        again = _TIME.search(found.text)
        if again is None:
            break
        end = start + masked[start:end].rfind(found.text[again.start() :])
    return found


def _visible(words: list[Word], masked: str, text: str) -> list[Word]:
    """Without the words of brackets that only explain: 教育支出（类）, but 因公出国（境）费."""
    if masked == text:
        return words
    kept: list[Word] = []
    names = {
        i for m in _KEPT.finditer(text) if m[0][1:-1] not in _CLASSES for i in range(*m.span())
    }
    at = 0
    for word in words:
        if not (masked[at] == "·" != text[at]) or at in names:
            kept.append(word)
        at += len(word.text)
    return kept


def trimmed(words: Sequence[Word]) -> Phrase:
    """What is left of a clause without its links to the number."""
    last, verb, each = len(words), "", ""
    known = naming_words()
    while last:
        word = words[last - 1]
        if _is_closed(words, last):
            break
        pair = words[last - 2].text + word.text if last > 1 else ""
        if not verb and pair in known.verbs and _remains(words, last - 2):
            verb = pair
            last -= 2
            continue
        if pair in known.links:
            last -= 2
            continue
        if word.text[0] == _EACH and len(word.text) > 1 and _remains(words, last - 1):
            each = word.text + each
            last -= 1
            continue
        if _links(words, last):
            last -= 1
        elif word.text in known.moves and _leads_on(words, last):
            verb = word.text
            last -= 1
        elif last > 1 and words[last - 2].text == _EACH and _remains(words, last - 2):
            each = _EACH + word.text + each
            last -= 2
        elif not verb and word.text in known.verbs and _is_light(words, last):
            verb = word.text
            last -= 1
        else:
            break
    return Phrase(_joined(_led(words[:last])), verb, each)


def _is_light(words: Sequence[Word], last: int) -> bool:
    """Whether a verb stands alone behind a name; two single characters are one word (拨|付)."""
    if not _remains(words, last - 1):
        return False
    if len(words[last - 1].text) > 1 or last < 2:
        return True
    left = words[last - 2].text
    return len(left) > 1 or not left.isalpha() or left in naming_words().links


def _is_closed(words: Sequence[Word], last: int) -> bool:
    """Whether the last words make a name together: 亩均, 应收, 奖补."""
    if words[last - 1].text == _MEAN and _is_mean(words, last):
        return True
    text = "".join(w.text for w in words[max(0, last - 4) : last])
    return text.endswith(naming_words().closed)


def _leads_on(words: Sequence[Word], last: int) -> bool:
    """Whether a verb that moves a quantity says where to: 升|至, 扩大|到, 升到."""
    known = naming_words()
    if words[last - 1].text[-1] in known.to:
        return True
    return last < len(words) and words[last].text[0] in (*known.to, "在")


def _links(words: Sequence[Word], last: int) -> bool:
    """Whether the last word only links a name to its number."""
    word = words[last - 1]
    known = naming_words()
    if len(word.text) == 1 and word.text in known.times:
        return last > 1 and words[last - 2].text.isdigit()
    if word.text == "等" and last > 1 and len(words[last - 2].text) == 1:
        return False  # A等, 优等
    if word.text in known.links or word.text in known.times or _BLANK.fullmatch(word.text):
        return True
    if word.text.isdigit() and last < len(words) and words[last].text in known.times:
        return True
    if word.text == "平均":
        return _remains(words, last - 1) and words[0].text[0] != _EACH
    return False


def _is_mean(words: Sequence[Word], last: int) -> bool:
    """亩均, 队均: a name; 各校均为 is none."""
    if last < 2 or len(words[last - 2].text) > 1:
        return False
    if last == 2 or _BLANK.fullmatch(words[last - 3].text):
        return words[last - 2].text.isalpha() and words[last - 2].text not in naming_words().leads
    if words[last - 2].text not in naming_words().each_of:
        return False
    return last < 3 or words[last - 3].text[-1:] not in _COUNTED


def _remains(words: Sequence[Word], last: int) -> bool:
    """Whether a name is left before this word."""
    known = naming_words()
    cut = max((i for i in range(last) if words[i].text == "、"), default=-1)
    left = list(_led(words[cut + 1 : last]))
    while left and (left[-1].text in known.links or _BLANK.fullmatch(left[-1].text)):
        left.pop()
    text = "".join(w.text for w in left)
    return len(text) > 1 and text not in known.deictic and text not in _WHOLLY


_WHOLLY = frozenset({"平均", "人均", "折合", "平均每", "两节合计"})
"""No name on their own: 平均每村 stays together."""


def _led(words: Sequence[Word]) -> Sequence[Word]:
    """The words without connectors and the like in front; a name of one character keeps them."""
    leads = naming_words().leads
    first, length = 0, sum(len(w.text) for w in words)
    while first < len(words):
        text = words[first].text
        length -= len(text)
        if not (text in leads or _BLANK.fullmatch(text)) or (length == 1 and len(text) < 3):
            break
        if len(text) == 1 < length and text.isalpha() and len(words[first + 1].text) == 1:
            break
        first += 1
    return words[first:]


def _joined(words: Sequence[Word]) -> str:
    kept = (w.text if w.text in _INSIDE else _BLANK.sub("", w.text) for w in words)
    return "".join(kept).strip("、()（")


def behind(words: Sequence[Word], *, events: bool = False) -> str:
    """The noun phrase that opens the words behind a number, "" if none does.

    Among `events` (14次消防演练) a verb is a noun.
    """
    stops = naming_words().stops
    end = 0
    while end < len(words) and words[end].text not in stops and not words[end].text.isascii():
        end += 1
    chunk = words[:end]
    found = first_noun_phrase(chunk)
    whole = "".join(w.text for w in chunk)
    if len(found) < len(whole) <= _SHORT and (events or _is_name(chunk, ends=end == len(words))):
        found = whole
    elif len(found) < 2 <= len(whole):
        found = _without_verb(chunk) or found
    found = found.rstrip("里中内")
    return found if len(found) > 1 or (end == 1 and found) else ""


_SHORT = 8


def _without_verb(words: Sequence[Word]) -> str:
    """伙|食|标准|执行: a noun that the dictionary cannot tell, without the verb behind it."""
    last = len(words)
    while last and words[last - 1].tag.startswith("v") and len(words[last - 1].text) > 1:
        last -= 1
    left = words[:last]
    named = 0 < last < len(words) and len(left[0].text) == 1 and _is_name(left, ends=True)
    return "".join(w.text for w in left) if named else ""


def _is_name(words: Sequence[Word], *, ends: bool) -> bool:
    """Whether a short run of words that the dictionary cannot tell is a noun all the same."""
    first, last = words[0], words[-1]
    if last.text in naming_words().nouns:
        return True
    if len(words) == 1:
        return not ends or not first.tag.startswith(("v", "d", "a"))
    if first.tag.startswith(("d", "p", "c", "u", "r")) and len(first.text) > 1:
        return False
    return not (last.tag.startswith(("v", "a", "d", "u")) and len(last.text) > 1)


_JOINTS = re.compile(r"、|以及|和|与|及")
_LIST = re.compile(r"(?P<list>[^，,。；;：:（）()！？\n0-9]*、[^，,。；;：:（）()！？\n0-9]*)")
_LIST_END = re.compile(r"(?:等?[两三四五六七八九十几][个项类种方级档家部处者块]|等)[^、]*$")


def enumerated(text: str, count: int) -> list[str]:
    """The last list of exactly `count` names in `text`, [] if there is none."""
    for found in reversed(list(_LIST.finditer(text))):
        names = [n for n in _JOINTS.split(_LIST_END.sub("", found["list"])) if n.strip()]
        if len(names) == count:
            return names
    return []
