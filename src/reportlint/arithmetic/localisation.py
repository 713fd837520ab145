"""Which figure is wrong: least-change diagnosis of violated relations (ALGORITHMS 3.5 to 3.7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic.attribution import causes_of
from reportlint.arithmetic.evidence import Likelihood
from reportlint.arithmetic.hitting import clusters, explain
from reportlint.arithmetic.model import Edit, Quantity, Relation, RootCause, Verdict
from reportlint.arithmetic.peeling import Peel, peel
from reportlint.arithmetic.swaps import exchanged, find_swaps
from reportlint.arithmetic.system import System


def diagnose(
    relations: Sequence[Relation],
    quantities: Mapping[str, Quantity],
    weights: Mapping[str, Fraction] | None = None,
    fixed: Collection[str] = (),
    verdicts: Mapping[str, Verdict] | None = None,
) -> tuple[RootCause, ...]:
    """The root causes of all violated relations, in the order of the relations.

    `weights`: reliability of figures (1 if not given; higher is more reliable); `fixed` figures are
    never suspected; `verdicts`, where already judged, by relation id. Only relations that are
    impossible under the robust intervals count as violated.
    """
    system = System(relations, quantities, verdicts)
    likelihood = Likelihood(system, weights or {})
    swaps = find_swaps(system, frozenset(fixed))
    mended = {name for swap in swaps for name in swap.relations}
    violated = [name for name in system.violated if name not in mended]
    suspects = {n: [f for f in system.figures(n) if f not in fixed] for n in violated}
    causes = list(swaps)
    for cluster in clusters(violated, suspects.__getitem__):
        causes += _untangle(system, likelihood, cluster, suspects, frozenset(mended))
    causes = [_with_exchange(system, cause, fixed) for cause in causes]
    order = {name: index for index, name in enumerate(system.relations)}
    return tuple(sorted(causes, key=lambda c: min(order[n] for n in c.relations)))


def _with_exchange(system: System, cause: RootCause, fixed: Collection[str]) -> RootCause:
    """Where one relation is all there is, two of its figures may have changed places as well."""
    if len(cause.relations) > 1 or cause.edit is Edit.SWAP:
        return cause
    rivals = exchanged(system, cause.relations[0], fixed)
    return replace(cause, suspects=tuple(dict.fromkeys((*cause.suspects, *rivals))))


def _untangle(
    system: System,
    likelihood: Likelihood,
    cluster: Sequence[str],
    suspects: Mapping[str, Sequence[str]],
    ignored: frozenset[str],
) -> list[RootCause]:
    """Explain a knot as a whole; else take out figure after figure until the rest comes apart."""
    causes: list[RootCause] = []
    knots = [list(cluster)]
    while knots:
        knot = knots.pop()
        others = ignored | (set(cluster) - set(knot))
        free = {n: [f for f in suspects[n] if f not in system.amended] for n in knot}
        found = explain(system, knot, free, others)
        if found:
            causes += causes_of(system, likelihood, knot, found)
            continue
        taken = peel(system, knot, free, others)
        if taken is None:
            causes += _one_by_one(system, likelihood, knot, free, others)
            continue
        (cause,) = causes_of(system, likelihood, taken.relations, taken.explanations)
        rest, mended = _amend(system, cause, taken, knot)
        causes.append(replace(cause, relations=(*cause.relations, *mended)))
        knots += clusters(rest, free.__getitem__)
    return causes


def _amend(
    system: System, cause: RootCause, taken: Peel, knot: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Amend the wrong figure; what is still violated, and what was besides the peel's own."""
    lead = cause.suspects[0]
    released = next(e.released for e in taken.explanations if e.figures == (lead,))
    system.amend(lead, released[lead])
    left = [n for n in knot if n not in taken.relations]
    mended = [n for n in left if lead in system.figures(n) and system.holds(n)]
    return [n for n in left if n not in mended], mended


def _one_by_one(
    system: System,
    likelihood: Likelihood,
    knot: Sequence[str],
    suspects: Mapping[str, Sequence[str]],
    ignored: frozenset[str],
) -> list[RootCause]:
    """No figure mends two relations: explain each by the figures that mend it alone."""
    causes = []
    open_ = ignored | set(knot)
    for name in knot:
        others = open_ - {name}
        found = explain(system, [name], suspects, others, largest=1)
        if found:
            causes += causes_of(system, likelihood, [name], found)
        else:
            blamed = tuple(suspects[name]) or system.figures(name)
            causes.append(RootCause(blamed, (name,), decided=False))
    return causes
