"""How far a quantity has come from plan to result: stances.toml, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import LexiconError, read_toml, strings

_NAME = "stances.toml"


class Stance(IntEnum):
    """From what is to be to what has come of it."""

    PLANNED = 0
    GRANTED = 1
    SUPPLIED = 2
    DONE = 3


@dataclass(frozen=True, slots=True)
class _Words:
    planned: re.Pattern[str]
    others: re.Pattern[str]
    stance_of: dict[str, Stance]
    actual: re.Pattern[str]
    whole: re.Pattern[str]
    plain: re.Pattern[str]


@cache
def _words() -> _Words:
    data = read_toml(_NAME)
    lists = {key: strings(_NAME, data, key) for key in data}
    ranks = (("granted", 1), ("supplied", 2), ("done", 3))
    stance_of: dict[str, Stance] = {}
    for key, rank in ranks:
        for word in lists[key]:
            if stance_of.setdefault(word, Stance(rank)) != rank:
                raise LexiconError(f"{_NAME}: {word}: given twice")
    of = {key: re.compile(alternation(lists[key])) for key in ("planned", "actual", "whole")}
    everything = [w for key in lists if key != "whole" for w in lists[key]]
    return _Words(
        planned=of["planned"],
        others=re.compile(alternation(stance_of)),
        stance_of=stance_of,
        actual=of["actual"],
        whole=of["whole"],
        plain=re.compile(alternation(everything)),
    )


@lru_cache(maxsize=8192)
def stance_of(clause: str) -> Stance | None:
    """What the words of a clause say, or None."""
    words = _words()
    planned = words.planned.search(clause)
    if planned and not words.actual.search(clause, planned.end()):
        return Stance.PLANNED
    start = planned.end() if planned else 0
    found = words.others.findall(clause, start)
    if found:
        return words.stance_of[found[-1]]
    return Stance.DONE if words.actual.search(clause, start) else None


def tells_whole(clause: str) -> bool:
    """Whether words say that a figure is all there is."""
    return _words().whole.search(clause) is not None


@lru_cache(maxsize=8192)
def core(name: str) -> str:
    """A name without the words that any quantity may bear."""
    return _words().plain.sub("", name)
