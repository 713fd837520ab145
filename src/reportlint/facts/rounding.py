"""How the report's author rounded, as the ledger shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.arithmetic.conventions import Conventions, infer
from reportlint.arithmetic.rounding import Convention
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.model import Assessment, Figure
from reportlint.facts.quantities import quantities_of


def conventions_of(assessments: Sequence[Assessment], figures: Mapping[str, Figure]) -> Conventions:
    """What the report's sums and rates agree with."""
    quantities = quantities_of(figures)
    judged = [(a.relation, judge(a.relation, quantities)) for a in assessments]
    return infer(judged, quantities)


def named(found: Convention) -> str | None:
    """`half-up`, `half-even` or `truncation`; None where the report does not show it."""
    return None if found is Convention.UNKNOWN else found.value
