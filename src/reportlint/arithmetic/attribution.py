"""From explanations to root causes: who is blamed, with which rivals, and what is right."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.arithmetic.evidence import Likelihood, weigh
from reportlint.arithmetic.hitting import Explanation
from reportlint.arithmetic.model import Edit, RootCause
from reportlint.arithmetic.restoration import Restoration
from reportlint.arithmetic.system import System

TIE = 30
"""A suspect this many times less likely than the best is no longer shown beside it."""


def causes_of(
    system: System, likelihood: Likelihood, cluster: Sequence[str], found: Sequence[Explanation]
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
    spoilt = {*lead.figures, *likelihood.system.amended}
    restoration = Restoration(likelihood.system, figure, own, spoilt - {figure})
    hit = restoration.choose(finding.hits)
    edit = hit.edit if hit else (Edit.STALE if finding.copied else Edit.UNKNOWN)
    return RootCause(
        suspects=(figure, *rivals),
        relations=own,
        admissible=finding.admissible,
        corrected=restoration.value(finding.admissible, hit),
        edit=edit,
    )
