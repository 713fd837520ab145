"""Kinds that divide their whole among them: closed_sets.toml, validated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import LexiconError, read_toml, strings

_NAME = "closed_sets.toml"
_STRAY = 4
"""So many characters beside a member's word are still no other kind, if all items share them."""

_INTRODUCED = re.compile(r"^.*(?:[中为是里内，：]|采购)$")
"""Words that lead up to a name and are no part of it (问卷中非常满意)."""


@dataclass(frozen=True, slots=True)
class ClosedSet:
    """`members` are needed (`least` of them), `optional` may be there; each by all its words."""

    members: tuple[tuple[str, ...], ...]
    optional: tuple[tuple[str, ...], ...]
    least: int
    sure: bool

    def covers(self, names: Sequence[str]) -> bool:
        """Whether the names are those of the members, each once, and of nothing else."""
        found = [self._member(name) for name in names]
        kinds = [kind for kind, _, _ in found]
        if None in kinds or len(set(kinds)) < len(kinds):
            return False
        needed = sum(1 for kind in kinds if kind is not None and kind < len(self.members))
        before = [_INTRODUCED.sub("", words) for _, words, _ in found]
        return (
            needed >= self.least
            and _parallel(before)
            and _parallel([words for _, _, words in found])
        )

    def _member(self, name: str) -> tuple[int | None, str, str]:
        """The member that a name speaks of, and what the name says before and after it."""
        known = [
            (word, n) for n, words in enumerate((*self.members, *self.optional)) for word in words
        ]
        for word, number in sorted(known, key=lambda k: -len(k[0])):
            before, found, after = name.partition(word)
            if found:
                return number, before, after
        return None, name, ""


def _parallel(left: Sequence[str]) -> bool:
    alike = len(set(left)) == 1 and len(left[0]) <= _STRAY
    return alike or all(_neutral().fullmatch(words) for words in left)


@cache
def _neutral() -> re.Pattern[str]:
    words = alternation(strings(_NAME, read_toml(_NAME), "neutral"))
    return re.compile(rf"{words}*")


@cache
def closed_sets() -> tuple[ClosedSet, ...]:
    """The sets of the file. Raises `LexiconError`."""
    return tuple(_sets())


def _sets() -> Iterator[ClosedSet]:
    for entry in read_toml(_NAME).get("set", ()):
        members, optional = (_words(entry, key) for key in ("members", "optional"))
        least = entry.get("least", len(members))
        if len(members) < 2 or not 2 <= least <= len(members):
            raise LexiconError(f"{_NAME}: set: a set needs two members or more")
        yield ClosedSet(members, optional, least, bool(entry.get("sure", False)))


def _words(entry: dict[str, object], key: str) -> tuple[tuple[str, ...], ...]:
    groups = entry.get(key, [])
    if not isinstance(groups, list):
        raise LexiconError(f"{_NAME}: {key}: expected lists of words")
    return tuple(strings(_NAME, {key: group}, key) for group in groups)


def divides(names: Sequence[str], *, sure: bool) -> bool:
    """Whether the names are all the kinds of a whole, `sure`ly or at least by custom."""
    return len(names) > 1 and any(s.covers(names) for s in closed_sets() if s.sure or not sure)


def graded(word: str) -> bool:
    """Whether what is said has degrees, so that its denial is not all the rest."""
    return any(known in word for known in strings(_NAME, read_toml(_NAME), "graded"))
