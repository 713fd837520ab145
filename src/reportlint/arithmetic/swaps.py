"""Two figures that stand in each other's place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations

from reportlint.arithmetic.intervals import contains
from reportlint.arithmetic.model import Edit, Interval, RootCause, Verdict
from reportlint.arithmetic.system import System
from reportlint.arithmetic.verdicts import judge

MOST = 240
"""Figures of violated relations among which exchanges are looked for."""
_HOLDS = frozenset({Verdict.CONSISTENT, Verdict.ROUNDING})
FEW = 12
"""Figures of one relation of which two may be in each other's place."""
LEAST = 2
"""Violated relations that an exchange has to set right before it is believed."""


def find_swaps(system: System, fixed: Collection[str]) -> list[RootCause]:
    """Pairs whose exchange makes every relation of theirs consistent, two violated ones at least.

    A pair is reported only if neither figure has another partner.
    """
    pairs = list(_pairs(system, fixed))
    causes = []
    for pair in pairs:
        rivals = [p for p in pairs if p != pair and set(p) & set(pair)]
        if not rivals:
            causes.append(_cause(system, pair))
    return causes


def exchanged(system: System, name: str, fixed: Collection[str]) -> tuple[str, ...]:
    """Figures of a violated relation that would satisfy it exactly in each other's place."""
    found: dict[str, None] = {}
    relation = system.relations[name]
    shown = {f: system.quantities[f] for f in relation.figures}
    free = [f for f in shown if f not in fixed and shown[f].bounds is None]
    for a, b in combinations(free[:FEW], 2):
        after = {**shown, a: shown[b], b: shown[a]}
        if judge(relation, after).verdict is Verdict.CONSISTENT:
            found |= {a: None, b: None}
    return tuple(found)


def _cause(system: System, pair: tuple[str, str]) -> RootCause:
    touched = {n for f in pair for n in system.relations_of[f]}
    first, second = pair
    corrected = system.quantities[second].value
    names = tuple(n for n in system.violated if n in touched)
    return RootCause((first, second), names, None, corrected, Edit.SWAP)


def _pairs(system: System, fixed: Collection[str]) -> Iterator[tuple[str, str]]:
    violated = set(system.violated)
    figures = dict.fromkeys(f for n in system.violated for f in system.figures(n))
    candidates = [f for f in figures if f not in fixed and system.quantities[f].bounds is None]
    if len(candidates) > MOST:
        return
    wanted = {
        f: system.admissible(f, [n for n in system.relations_of[f] if n in violated])
        for f in candidates
    }
    for a, b in combinations(candidates, 2):
        if _trades(system, wanted, a, b) and _mends(system, violated, a, b):
            yield a, b


def _trades(system: System, wanted: dict[str, tuple[Interval, ...]], a: str, b: str) -> bool:
    """Whether each figure's value is one that the other's violated relations allow.

    In a relation of both, the other's printed value stands in the way, so it is not asked.
    """
    shared = set(system.relations_of[a]) & set(system.relations_of[b])
    if shared & set(system.violated):
        return True
    value_a, value_b = system.quantities[a].value, system.quantities[b].value
    return any(contains(p, value_b) for p in wanted[a]) and any(
        contains(p, value_a) for p in wanted[b]
    )


def _mends(system: System, violated: set[str], a: str, b: str) -> bool:
    """Whether all relations of both hold after the exchange, as far as rounding can tell."""
    touched = dict.fromkeys([*system.relations_of[a], *system.relations_of[b]])
    if len(violated & touched.keys()) < LEAST:
        return False
    shown = {f: system.quantities[f] for n in touched for f in system.figures(n)}
    shown[a], shown[b] = shown[b], shown[a]
    verdicts = (judge(system.relations[n], shown).verdict for n in touched)
    return all(v in _HOLDS for v in verdicts)
