"""Whether a statement that fails was written wrongly, or only read wrongly.

Sums, changes and differences of rates look for their operands over several clauses. What is wrong
in a report is seldom far off, or one slip of the pen accounts for it; where neither is so, the
sentence more likely means other figures, and nothing is proven.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from reportlint.arithmetic.edits import plausible
from reportlint.arithmetic.hypotheses import fitting
from reportlint.arithmetic.localisation import diagnose
from reportlint.arithmetic.model import Edit, Interval, Quantity, Relation, RelationKind, Role
from reportlint.arithmetic.verdicts import Judgement
from reportlint.facts.model import Claim, ClaimSource, Figure, FigureKind
from reportlint.lexicon.fits import fit_cues

_LOOSE = frozenset({RelationKind.SUM, RelationKind.GROWTH, RelationKind.POINTS_CHANGE})
_CHANGES = frozenset({RelationKind.GROWTH, RelationKind.POINTS_CHANGE})
_MANY, _DIGITS = 5, 100
"""A part of so many times its whole is none; a figure below so many of its last places shows no
slip."""
_NEAR, _FAR = Fraction(15, 100), Fraction(40, 100)
"""A wrong figure is seldom further off than this without a slip that explains it; where it is
further off than that, the slip has to be plain."""


def believable(
    claim: Claim,
    judged: tuple[Relation, Judgement],
    figures: Mapping[str, Figure],
    quantities: Mapping[str, Quantity],
) -> bool:
    """Whether the failure of a claim may be held against a figure. `judged` is what failed."""
    relation, judgement = judged
    if relation.kind in _CHANGES and _reads_backwards(relation, figures):
        return False
    if claim.source is ClaimSource.TABLE:
        rates = relation.kind is RelationKind.GROWTH and _is_gap(relation, figures, quantities)
        return not rates
    if claim.source is not ClaimSource.STATED or relation.kind not in _LOOSE:
        return True
    if not relation.exhaustive:
        return not (_is_average(relation, figures) or _is_beyond(relation, quantities))
    if _is_near(relation, judgement, quantities) or fitting(relation, quantities):
        return True
    return _is_explained(relation, judgement, quantities)


def _reads_backwards(relation: Relation, figures: Mapping[str, Figure]) -> bool:
    """Whether what is taken for the former level is of a later year than the present one."""
    years = {t.role: figures[t.figure].period[:4] for t in relation.terms if t.figure in figures}
    now, then = years.get(Role.CURRENT, ""), years.get(Role.PREVIOUS, "")
    return now.isdigit() and then.isdigit() and now < then


def _is_average(relation: Relation, figures: Mapping[str, Figure]) -> bool:
    """Whether what is taken for a whole is so much for each: the largest school is above it."""
    whole = figures.get(relation.result or "")
    return whole is not None and any(w in whole.indicator.text for w in fit_cues()["average"])


def _is_beyond(relation: Relation, quantities: Mapping[str, Quantity]) -> bool:
    """Whether a part is many times its whole, which no reader could overlook."""
    whole = quantities.get(relation.result or "")
    parts = [quantities[t.figure].value for t in relation.terms if t.figure in quantities]
    return whole is not None and whole.value > 0 and sum(parts) > _MANY * whole.value


def _is_gap(
    relation: Relation, figures: Mapping[str, Figure], quantities: Mapping[str, Quantity]
) -> bool:
    """Whether a table's column of growth gives the difference of two rates in this row."""
    kinds = {figures[t.figure].numeral.kind for t in relation.terms if t.figure in figures}
    if FigureKind.AMOUNT in kinds:
        return False
    by_role = {t.role: quantities.get(t.figure) for t in relation.terms}
    result = quantities.get(relation.result or "")
    now, then = by_role.get(Role.CURRENT), by_role.get(Role.PREVIOUS)
    if result is None or now is None or then is None:
        return False
    slack = (result.place + now.place + then.place) / 2
    return abs(abs(now.value - then.value) - abs(result.value)) <= slack


def _is_near(relation: Relation, judgement: Judgement, quantities: Mapping[str, Quantity]) -> bool:
    if _is_within(_NEAR, relation, judgement, quantities):
        return True
    printed = quantities.get(relation.result or "")
    if printed is None or judgement.value is None:
        return False
    value = abs(judgement.value)
    around = Interval(value - printed.place, value + printed.place)
    return any(c.edit is not Edit.UNIT for c in plausible(printed, around))


def _is_within(
    part: Fraction, relation: Relation, judgement: Judgement, quantities: Mapping[str, Quantity]
) -> bool:
    printed = quantities.get(relation.result or "")
    if printed is None or judgement.value is None:
        return relation.result is None
    one, other = abs(judgement.value), abs(printed.value)
    return abs(one - other) <= part * max(one, other)


def _is_explained(
    relation: Relation, judgement: Judgement, quantities: Mapping[str, Quantity]
) -> bool:
    """Whether one figure, with one slip of the pen, makes all the difference.

    Of a sum that is far off, a short figure tells nothing: a slip makes anything of it, except one
    of its decimal point.
    """
    every = frozenset(relation.figures)
    far = relation.kind is RelationKind.SUM and not _is_within(
        _FAR, relation, judgement, quantities
    )
    for figure in relation.figures:
        plain = not far or _is_long(quantities.get(figure))
        causes = diagnose([relation], quantities, fixed=every - {figure})
        edits = {cause.edit for cause in causes} - {Edit.UNKNOWN}
        if edits and (plain or edits == {Edit.UNIT}):
            return True
    return False


def _is_long(quantity: Quantity | None) -> bool:
    if quantity is None:
        return False
    return abs(quantity.value) >= _DIGITS * (quantity.place or 1)
