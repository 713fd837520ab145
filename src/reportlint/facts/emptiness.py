"""Whether a text that should name problems (or measures) says anything at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from reportlint.lexicon.empty_problems import empty_forms

_CLAUSE = regex.compile(r"[^，,。；;！!？?：:\n]+")
_LABEL = regex.compile(
    r"\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]\s*|[①-⑳]\s*|[一二三四五]是)?"
)
_STOP = regex.compile(r"[。；;！!？?\n]")
_WRAPPING = " \t\u3000“”\"'‘’（）()【】[]《》"
_DASHES = regex.compile(r"[\s/／\\—―–\-－─_*＊·.。、，,；;…~～|（）()“”\"]*")


class Emptiness(StrEnum):
    """What a field says: something, nothing, or one of the ways of saying none."""

    SAID = "said"
    BLANK = "blank"
    SYMBOL = "symbol"
    NONE = "none"
    DISCLOSURE = "disclosure"
    DEFERRED = "deferred"

    @property
    def empty(self) -> bool:
        """Whether no problem (or measure) is stated."""
        return self is not Emptiness.SAID


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text says, and the characters (start, end) of the words that say so."""

    state: Emptiness
    start: int = 0
    end: int = 0


def judge(text: str) -> Judgement:
    """Judge one text. Anything that may be a fact is taken for one."""
    if not text.strip():
        return Judgement(Emptiness.BLANK)
    if _DASHES.fullmatch(text):
        start, end = _stripped(text, 0, len(text))
        return Judgement(Emptiness.SYMBOL, start, end)
    clauses = list(_clauses(text))
    states = _states(text, clauses)
    for wanted in (Emptiness.NONE, Emptiness.DEFERRED, Emptiness.DISCLOSURE):
        if wanted in states and _only(states, wanted):
            start, end = clauses[states.index(wanted)]
            return Judgement(wanted, start, end)
    return Judgement(Emptiness.SAID)


def _states(text: str, clauses: Sequence[tuple[int, int]]) -> list[Emptiness | None]:
    """What each clause says. A promise reaches to the end of its sentence."""
    states: list[Emptiness | None] = []
    promising = False
    last = 0
    for start, end in clauses:
        promising = promising and not _STOP.search(text, last, start)
        promising = promising or _promises(text[start:end])
        states.append(None if promising else _state(text[start:end]))
        last = end
    return states


def _promises(clause: str) -> bool:
    return bool(empty_forms().promise.match(regex.sub(r"\s", "", clause)))


def _only(states: Sequence[Emptiness | None], wanted: Emptiness) -> bool:
    """Whether nothing but `wanted` and what adds nothing is said."""
    also = {wanted, None}
    if wanted is Emptiness.NONE:
        also |= {Emptiness.DISCLOSURE, Emptiness.DEFERRED}
    return set(states) <= also


def _state(clause: str) -> Emptiness | None:
    """What one clause says; None if it neither names nor denies a problem."""
    forms = empty_forms()
    bare = regex.sub(r"\s", "", clause)
    if forms.disclosure.match(bare):
        return Emptiness.DISCLOSURE
    if forms.deferred.match(bare):
        return Emptiness.DEFERRED
    if (match := forms.none.match(bare)) and not forms.fault.search(_before_denial(match)):
        return Emptiness.SAID if forms.other.search(bare) else Emptiness.NONE
    if forms.fault.search(bare):
        return Emptiness.SAID
    return None if forms.praise.search(bare) or forms.filler.match(bare) else Emptiness.SAID


def _before_denial(match: regex.Match[str]) -> str:
    """What a denying clause says before it denies."""
    denial = regex.search(r"无|没|未|不存在|不涉及", match.group())
    return match.group()[: denial.start()] if denial else ""


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a text, without list numbers, quotes and brackets around them."""
    for match in _CLAUSE.finditer(text):
        label = _LABEL.match(text, match.start(), match.end())
        start, end = _stripped(text, label.end() if label else match.start(), match.end())
        if end > start:
            yield start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _WRAPPING:
        start += 1
    while end > start and text[end - 1] in _WRAPPING:
        end -= 1
    return start, end
