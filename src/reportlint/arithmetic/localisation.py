"""Which figure is wrong: least-change diagnosis of violated relations (ALGORITHMS 3.5 to 3.7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from reportlint.arithmetic.evidence import Likelihood, weigh
from reportlint.arithmetic.hitting import Explanation, clusters, explain
from reportlint.arithmetic.model import Edit, Quantity, Relation, RootCause, Verdict
from reportlint.arithmetic.restoration import Restoration
from reportlint.arithmetic.swaps import find_swaps
from reportlint.arithmetic.system import System

TIE = 30
"""A suspect this many times less likely than the best is no longer shown beside it."""


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
    order = {name: index for index, name in enumerate(system.relations)}
    return tuple(sorted(causes, key=lambda c: min(order[n] for n in c.relations)))


def _untangle(
    system: System,
    likelihood: Likelihood,
    cluster: Sequence[str],
    suspects: Mapping[str, Sequence[str]],
    ignored: frozenset[str],
) -> list[RootCause]:
    """Explain a knot as a whole, else relation by relation where figures mend some alone."""
    found = explain(system, cluster, suspects, ignored)
    if found:
        return _causes(system, likelihood, cluster, found)
    alone = {n: _menders(system, n, suspects[n], cluster) for n in cluster}
    causes = []
    for part in clusters(cluster, alone.__getitem__):
        others = ignored | (set(cluster) - set(part))
        found = explain(system, part, alone, others) if all(alone[n] for n in part) else None
        if found:
            causes += _causes(system, likelihood, part, found)
        else:
            causes += [_undecided(n, alone[n] or suspects[n]) for n in part]
    return causes


def _menders(
    system: System, name: str, suspects: Sequence[str], cluster: Collection[str]
) -> list[str]:
    """The figures that could mend one relation without breaking any that holds."""
    violated = set(cluster) - {name}
    return [f for f in suspects if system.release([f], violated)]


def _undecided(name: str, suspects: Sequence[str]) -> RootCause:
    return RootCause(tuple(suspects), (name,), decided=False)


def _causes(
    system: System, likelihood: Likelihood, cluster: Sequence[str], found: list[Explanation]
) -> list[RootCause]:
    """One root cause for each figure of the leading explanation, with its rivals as ties.

    Derived figures lead, being less reliable. Where one relation is all there is, its result stays
    a suspect: a result may be wrong in ways that leave no trace in its digits.
    """
    scores = {e.figures: weigh(likelihood, e.released) for e in found}
    best = max(scores.values())
    always = {(system.relations[n].result,) for n in cluster} if len(cluster) == 1 else set()
    kept = [e for e in found if scores[e.figures] * TIE >= best or e.figures in always]
    kept.sort(key=lambda e: (likelihood.reliability(e.figures), -scores[e.figures]))
    lead = kept[0]
    causes = []
    for figure in lead.figures:
        touched = set(system.relations_of[figure])
        own = tuple(n for n in cluster if n in touched)
        rivals = _rivals(system, figure, own, kept)
        causes.append(_cause(likelihood, lead, figure, rivals, own))
    return causes


def _rivals(
    system: System, figure: str, own: Sequence[str], kept: Sequence[Explanation]
) -> tuple[str, ...]:
    """Figures that other explanations blame for the same relations instead of `figure`."""
    found: dict[str, None] = {}
    for explanation in kept[1:]:
        if figure in explanation.figures:
            continue
        for other in explanation.figures:
            if set(own) & set(system.relations_of[other]) and other not in kept[0].figures:
                found[other] = None
    return tuple(found)


def _cause(
    likelihood: Likelihood,
    lead: Explanation,
    figure: str,
    rivals: tuple[str, ...],
    own: tuple[str, ...],
) -> RootCause:
    finding = likelihood.of(figure, lead.released[figure])
    restoration = Restoration(likelihood.system, figure, set(lead.figures) - {figure})
    hit = restoration.choose(finding.hits)
    edit = hit.edit if hit else (Edit.STALE if finding.copied else Edit.UNKNOWN)
    return RootCause(
        suspects=(figure, *rivals),
        relations=own,
        admissible=finding.admissible,
        corrected=restoration.value(finding.admissible, hit),
        edit=edit,
    )
