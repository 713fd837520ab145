"""Changes with a reason that cannot be theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import Passage, passages
from reportlint.lexicon.terms import read_toml, strings

FILE = "directions.toml"
_SENTENCE = regex.compile(r"[^。；;\n]+")
_SETTLED = regex.compile(
    r"均|都|没有|未(?:发生|安排|开展|产生|购置|新增)|无|一致|相同|不变|持平|按照?|稳定|延续|同"
)


class Movement(StrEnum):
    """Which way a figure moved."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """The words of a change and those of the reason that contradicts it."""

    moved: Movement
    change: Span
    reason: Span


def reasons(facts: Facts) -> Iterator[Reason]:
    """The reasons that explain the opposite of what happened, in document order."""
    for passage in passages(facts.document):
        if passage.says_sentences:
            for sentence in _SENTENCE.finditer(passage.text):
                found = _reason(passage, sentence)
                if found is not None and not _misworded(facts, found.change):
                    yield found


def _misworded(facts: Facts, change: Span) -> bool:
    """Whether the figures contradict the word of change: then it is wrong, not the reason."""
    return any(
        a.verdict is Verdict.INCONSISTENT
        and a.claim.words.block == change.block
        and a.claim.words.start < change.end
        and change.start < a.claim.words.end
        for a in facts.assessments
        if a.claim.kind is RelationKind.ORDER
    )


def _reason(passage: Passage, sentence: regex.Match[str]) -> Reason | None:
    words = sentence.group()
    because = _words("because").findall(words)
    link = _words("because").search(words)
    if link is None or len(because) > 1:
        return None
    head, why = words[: link.start()], words[link.end() :]
    change = _change(head)
    if change is None or _words("subject").search(head) or not why.strip():
        return None
    moved, start, end = change
    if not _contradicts(moved, why):
        return None
    at = sentence.start()
    lead = len(why) - len(why.lstrip())
    return Reason(
        moved,
        passage.span(at + start, at + end),
        passage.span(at + link.end() + lead, at + len(words.rstrip())),
    )


def _change(head: str) -> tuple[Movement, int, int] | None:
    """The one movement that the words before the reason state, and where."""
    zero = list(_words("none").finditer(head))
    if zero:
        rest = _words("none").sub("", head)
        clear = not _words("up", "down").search(rest)
        return (Movement.NONE, *zero[-1].span()) if clear else None
    moves = [
        (movement, *m.span())
        for movement, name in ((Movement.UP, "up"), (Movement.DOWN, "down"))
        for m in _words(name).finditer(head)
    ]
    if len({m[0] for m in moves}) != 1 or not regex.search(r"\d|预算|决算|上年", head):
        return None
    return max(moves, key=lambda m: m[1])


def _contradicts(moved: Movement, why: str) -> bool:
    if _words("other").search(why):
        return False
    rises, falls = bool(_words("rise").search(why)), bool(_words("fall").search(why))
    if moved is Movement.NONE:
        return rises != falls and not _SETTLED.search(why)
    if moved is Movement.UP:
        return falls and not rises
    return rises and not falls


@cache
def _words(*names: str) -> regex.Pattern[str]:
    data = read_toml(FILE)
    return regex.compile("|".join(w for name in names for w in strings(FILE, data, name)))
