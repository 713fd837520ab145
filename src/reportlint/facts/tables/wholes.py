"""What shares that are none of the total row may be shares of instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic.domains import domain
from reportlint.arithmetic.intervals import (
    LINE,
    ZeroDivisorError,
    divide,
    intersect,
    is_empty,
    scale,
)
from reportlint.arithmetic.model import Interval, Role, Verdict
from reportlint.facts.quantities import quantity_of
from reportlint.facts.tables.drafts import Draft
from reportlint.facts.tables.rows import Row
from reportlint.facts.tables.sums import Cells


def of_parent(draft: Draft, rows: Sequence[Row], cells: Cells) -> Draft:
    """A share that is none of the total is left open where it is one of another row's amount."""
    part, whole = draft.terms[0][0], draft.terms[1][0]
    if draft.open or whole.cell is None or draft.verdict() is not Verdict.INCONSISTENT:
        return draft
    for row in rows:
        other = cells.figures.get((row.index, whole.cell[1]))
        if other is None or other.id in (part.id, whole.id):
            continue
        rival = replace(draft, terms=((part, Role.PART, 1), (other, Role.WHOLE, 1)))
        if rival.verdict() is not Verdict.INCONSISTENT:
            return replace(draft, open=True, others=(rival,))
    return draft


def of_other_money(drafts: Sequence[Draft]) -> bool:
    """Whether shares that fail of their total are all shares of one sum that is not printed."""
    if len({d.terms[1][0].id for d in drafts}) != 1:
        return False
    if all(d.verdict() is not Verdict.INCONSISTENT for d in drafts):
        return False
    wholes = LINE
    for draft in drafts:
        wholes = intersect(wholes, _whole(draft))
    return not is_empty(wholes)


def _whole(draft: Draft) -> Interval:
    """What the part would have to be a part of."""
    share = quantity_of(draft.result) if draft.result else None
    part = quantity_of(draft.terms[0][0])
    if share is None or part is None:
        return LINE
    try:
        return divide(scale(domain(part), Fraction(100)), domain(share))
    except ZeroDivisorError:
        return LINE
