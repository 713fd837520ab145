"""Knots of more errors than can be searched together: the most telling figure first, one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlint.arithmetic.hitting import Explanation
from reportlint.arithmetic.model import Interval
from reportlint.arithmetic.system import System, meet

LEAST = 2
"""Violations that one value of a figure has to mend before the figure is taken by itself."""


@dataclass(frozen=True, slots=True)
class Peel:
    """Figures each of which alone mends `relations`, more than any other figure does."""

    relations: tuple[str, ...]
    explanations: tuple[Explanation, ...]


def peel(
    system: System,
    cluster: Sequence[str],
    suspects: Mapping[str, Collection[str]],
    ignored: Collection[str],
) -> Peel | None:
    """The figures that mend most of the cluster without breaking what holds; None if none does."""
    open_ = {*cluster, *ignored}
    found: dict[tuple[str, ...], list[Explanation]] = {}
    for figure, own in _violated_of(cluster, suspects).items():
        if len(own) < LEAST:
            continue
        mended, pieces = _most(system, figure, own, open_)
        if len(mended) >= LEAST:
            found.setdefault(mended, []).append(Explanation((figure,), {figure: pieces}))
    if not found:
        return None
    best = max(found, key=len)
    return Peel(best, tuple(found[best]))


def _violated_of(
    cluster: Sequence[str], suspects: Mapping[str, Collection[str]]
) -> dict[str, list[str]]:
    """The cluster's relations of each suspect."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in cluster:
        for figure in suspects[name]:
            found[figure].append(name)
    return found


def _most(
    system: System, figure: str, own: Sequence[str], open_: Collection[str]
) -> tuple[tuple[str, ...], tuple[Interval, ...]]:
    """The most violated relations that one value of the figure mends, and where it lies."""
    settled = [n for n in system.relations_of[figure] if n not in open_]
    base = system.admissible(figure, settled)
    if not base:
        return (), ()
    allowed = {n: system.admissible(figure, [n]) for n in own}
    candidates = [(n, p) for n in own for p in meet(base, allowed[n])]
    taken = most_shared(candidates)
    if len(taken) < LEAST:
        return (), ()
    pieces = base
    for name in taken:
        pieces = meet(pieces, allowed[name])
    return tuple(n for n in own if n in taken), pieces


def most_shared(candidates: Sequence[tuple[str, Interval]]) -> frozenset[str]:
    """The names of intervals around the point that most names share (a sweep over the ends)."""
    events: list[tuple[int, Fraction, int, int, str]] = []
    for name, x in candidates:
        events.append((*_end(x.low, -1), 1 if x.low_closed else 3, 1, name))
        events.append((*_end(x.high, 1), 2 if x.high_closed else 0, -1, name))
    current: Counter[str] = Counter()
    best: frozenset[str] = frozenset()
    covered = 0
    for _, _, _, step, name in sorted(events):
        before = current[name]
        current[name] += step
        covered += (current[name] > 0) - (before > 0)
        if covered > len(best):
            best = frozenset(n for n, k in current.items() if k > 0)
    return best


def _end(value: Fraction | None, side: int) -> tuple[int, Fraction]:
    return (side, Fraction(0)) if value is None else (0, value)
