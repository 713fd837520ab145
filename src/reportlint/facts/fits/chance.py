"""How easily a relation would hold by chance."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from reportlint.facts.fits.numbers import Number

_RATES = log(100)
"""Rates of unrelated figures spread over about two powers of ten,"""
_CLOSE = 1.5
"""but budgets and what was spent of them lie close together: rates near 100 % come often."""


def of_rate(result: Number, *operands: Number) -> float:
    """The share of quotients of unrelated figures that would print as `result`."""
    value = abs(result.value)
    if not value:
        return 1.0
    width = 2 * result.slack / value + sum(2 * o.slack / abs(o.value) for o in operands if o.value)
    return width / (_CLOSE if 80 <= value <= 125 else _RATES)


def of_sum(total: Number, parts: Iterable[Number]) -> float:
    """The share of sums of unrelated figures that would hit `total`.

    Sums of round figures are round: the finest of the parts says how many values there are.
    """
    finest = min((p.grain for p in parts), default=total.grain)
    return max(finest, 2 * total.slack) / abs(total.value) if total.value else 1.0
