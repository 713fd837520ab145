"""Which fault of one version of a report is which of another, though text moved or was reworded.

Faults are paired one to one in steps, the surest first: by fingerprint; by rule, words and heading;
by rule and words where the surroundings are alike; by rule and heading where only the words were
changed and the sentence around them is still the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

import regex

from reportlint.result.recorded import Sighting

Pair = tuple[int, int]
Key = Callable[[Sighting], Hashable]

_NUMBER = regex.compile(r"^\s*[第（(]?[一二三四五六七八九十百\d]+[)）、.．章节部分]*\s*")
_ALIKE, _THE_SAME = 60, 80
"""Similarity in percent from which surroundings count as alike, and as the same sentence."""
_SHORTEST = 8
"""Characters of surroundings below which they say nothing."""
_MOST_PAIRS = 40_000
"""Of one group; larger ones (a template full of placeholders) are not worth comparing."""


def matched(
    old: Sequence[Sighting], new: Sequence[Sighting], *, reworded: bool = True
) -> dict[int, int]:
    """The new index for each old one that was found again.

    Without `reworded`, a fault whose own words changed is another fault.
    """
    found: dict[int, int] = {}
    rest = _Rest(old, new, found)
    rest.pair_equal(lambda s: s.fingerprint)
    rest.pair_equal(lambda s: (s.code, s.quote, _heading(s), s.before, s.after))
    rest.pair_best(lambda s: (s.code, s.quote, _heading(s)), 0)
    rest.pair_best(lambda s: (s.code, s.quote), _ALIKE)
    if reworded:
        rest.pair_best(lambda s: (s.code, _heading(s)), _THE_SAME)
    return found


class _Rest:
    """What is not paired yet."""

    def __init__(
        self, old: Sequence[Sighting], new: Sequence[Sighting], found: dict[int, int]
    ) -> None:
        self._old, self._new, self._found = old, new, found
        self._taken: set[int] = set()

    def pair_equal(self, key: Key) -> None:
        """Pair those of one key in their order."""
        for olds, news in self._groups(key):
            for pair in zip(olds, news, strict=False):
                self._take(*pair)

    def pair_best(self, key: Key, least: int) -> None:
        """Pair those of one key, the likest surroundings first, as long as they are like enough."""
        for olds, news in self._groups(key):
            if len(olds) * len(news) > _MOST_PAIRS:
                continue
            scored = ((self._likeness(i, j), i, j) for i in olds for j in news)
            for score, i, j in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1:])):
                if score >= least and i not in self._found and j not in self._taken:
                    self._take(i, j)

    def _take(self, i: int, j: int) -> None:
        self._found[i] = j
        self._taken.add(j)

    def _groups(self, key: Key) -> Iterator[tuple[list[int], list[int]]]:
        olds = _grouped((i for i in range(len(self._old)) if i not in self._found), self._old, key)
        news = _grouped((j for j in range(len(self._new)) if j not in self._taken), self._new, key)
        return ((olds[value], news[value]) for value in olds if value in news)

    def _likeness(self, i: int, j: int) -> float:
        one, other = _surroundings(self._old[i]), _surroundings(self._new[j])
        if min(len(one), len(other)) < _SHORTEST:
            return 0.0
        from rapidfuzz.fuzz import ratio

        return float(ratio(one, other))


def _grouped(
    indices: Iterable[int], sightings: Sequence[Sighting], key: Key
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index in indices:
        groups[key(sightings[index])].append(index)
    return dict(groups)


def _heading(sighting: Sighting) -> str:
    """The heading it stands under, without its number: sections are renumbered."""
    return _NUMBER.sub("", sighting.where[-1]) if sighting.where else ""


def _surroundings(sighting: Sighting) -> str:
    return sighting.before + "\n" + sighting.after
