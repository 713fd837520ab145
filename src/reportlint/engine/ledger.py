"""The ledger: what happened to every figure and every rule."""

from __future__ import annotations

from reportlint.arithmetic.model import Verdict
from reportlint.facts.model import Facts
from reportlint.result import Ledger, RuleOutcome

_ASSESSED = {Verdict.CONSISTENT, Verdict.ROUNDING, Verdict.IMPROBABLE, Verdict.INCONSISTENT}


def account(facts: Facts, outcomes: tuple[RuleOutcome, ...] = ()) -> Ledger:
    """The ledger: every figure is checked, not assessable, or unrelated to any other."""
    known = set(facts.figures)
    checked = known.intersection(
        figure
        for assessment in facts.assessments
        if assessment.verdict in _ASSESSED
        for figure in assessment.relation.figures
    )
    claimed = known.intersection(f for claim in facts.claims for f in claim.relation.figures)
    return Ledger(
        figures=len(known),
        checked=len(checked),
        not_assessable=len(claimed - checked),
        unrelated=len(known - claimed - checked),
        rules=outcomes,
        rounding=facts.rounding,
    )
