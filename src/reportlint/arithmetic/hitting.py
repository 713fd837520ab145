"""Least-change explanations: the smallest sets of figures whose release mends every violation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportlint.arithmetic.model import Interval
from reportlint.arithmetic.system import System

Released = Mapping[str, tuple[Interval, ...]]

LARGEST = 3
"""More wrong figures than this in one knot of violations are not told apart."""
BUDGET = 600
"""Releases tried for one knot before it is given up as undecided."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Figures that together mend the violations, and where each would then have to lie."""

    figures: tuple[str, ...]
    released: Released


def clusters(names: Sequence[str], figures: Callable[[str], Iterable[str]]) -> list[list[str]]:
    """Relations grouped by the figures they share, directly or through others, in order."""
    parent = {n: n for n in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    seen: dict[str, str] = {}
    for name in names:
        for figure in figures(name):
            parent[root(name)] = root(seen.setdefault(figure, name))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[root(name)].append(name)
    return list(groups.values())


def explain(
    system: System,
    violated: Sequence[str],
    suspects: Mapping[str, Collection[str]],
    ignored: Collection[str],
    largest: int = LARGEST,
) -> list[Explanation] | None:
    """All explanations of the smallest size up to `largest`; None when the search was cut off.

    `suspects` gives the figures of each violated relation that may be blamed.
    """
    budget = _Budget(BUDGET)
    for size in range(_apart(violated, suspects), largest + 1):
        found: list[Explanation] = []
        for candidate in _hitting_sets(violated, suspects, size):
            if not budget.spend():
                return found or None
            released = system.release(candidate, ignored)
            if released:
                found.append(Explanation(candidate, released))
        if found:
            return found
    return []


def _apart(violated: Sequence[str], suspects: Mapping[str, Collection[str]]) -> int:
    """How many violated relations share no suspect: no fewer figures can be wrong."""
    taken: set[str] = set()
    count = 0
    for name in sorted(violated, key=lambda n: len(suspects[n])):
        if taken.isdisjoint(suspects[name]):
            taken.update(suspects[name])
            count += 1
    return max(count, 1)


class _Budget:
    __slots__ = ("left",)

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


def _hitting_sets(
    violated: Sequence[str], suspects: Mapping[str, Collection[str]], size: int
) -> Iterable[tuple[str, ...]]:
    """Minimal sets of exactly `size` figures that touch every violated relation."""
    seen: set[frozenset[str]] = set()
    for chosen in _branch(list(violated), suspects, size, ()):
        key = frozenset(chosen)
        if len(key) == size and key not in seen and _minimal(key, violated, suspects):
            seen.add(key)
            yield chosen


def _branch(
    open_: list[str],
    suspects: Mapping[str, Collection[str]],
    size: int,
    chosen: tuple[str, ...],
) -> Iterable[tuple[str, ...]]:
    if not open_:
        yield chosen
        return
    if len(chosen) == size:
        return
    if len(chosen) == size - 1:
        first, *rest = (suspects[n] for n in open_)
        shared = [f for f in first if all(f in other for other in rest)]
        yield from ((*chosen, f) for f in shared)
        return
    branch = min(open_, key=lambda n: len(suspects[n]))
    for figure in suspects[branch]:
        left = [n for n in open_ if figure not in suspects[n]]
        yield from _branch(left, suspects, size, (*chosen, figure))


def _minimal(
    chosen: frozenset[str], violated: Sequence[str], suspects: Mapping[str, Collection[str]]
) -> bool:
    """Whether no smaller part of `chosen` touches everything (it would have been tried before)."""
    if len(chosen) < 2:
        return True
    parts = combinations(chosen, len(chosen) - 1)
    return not any(all(any(f in suspects[n] for f in part) for n in violated) for part in parts)
