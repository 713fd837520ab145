"""Knots of more errors than can be searched together: the most telling figure first, one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reportlint.arithmetic.hitting import Explanation
from reportlint.arithmetic.model import Interval
from reportlint.arithmetic.system import System

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
    found: dict[tuple[str, ...], list[Explanation]] = {}
    for figure in dict.fromkeys(f for n in cluster for f in suspects[n]):
        own = [n for n in cluster if figure in suspects[n]]
        if len(own) < LEAST:
            continue
        mended, pieces = _most(system, figure, own, {*cluster, *ignored})
        if len(mended) >= LEAST:
            found.setdefault(mended, []).append(Explanation((figure,), {figure: pieces}))
    if not found:
        return None
    best = max(found, key=len)
    return Peel(best, tuple(found[best]))


def _most(
    system: System, figure: str, own: Sequence[str], open_: Collection[str]
) -> tuple[tuple[str, ...], tuple[Interval, ...]]:
    """The largest set of violated relations that one value of the figure mends, found greedily."""
    settled = [n for n in system.relations_of[figure] if n not in open_]
    best: tuple[tuple[str, ...], tuple[Interval, ...]] = ((), ())
    for first in own:
        taken = [first]
        pieces = system.admissible(figure, [*settled, first])
        for other in own if pieces else ():
            tried = system.admissible(figure, [*settled, *taken, other]) if other != first else ()
            if tried:
                taken, pieces = [*taken, other], tried
        if pieces and len(taken) > len(best[0]):
            best = tuple(n for n in own if n in taken), pieces
        if len(best[0]) == len(own):
            break
    return best
