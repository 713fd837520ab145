"""What a printed figure may stand for at most: its domain in every relation."""

from __future__ import annotations

from reportlint.arithmetic.intervals import exactly
from reportlint.arithmetic.model import Interval, Quantity


def domain(quantity: Quantity) -> Interval:
    """The robust interval (x − u, x + u), the point of an exact count, or the bounds of a hedge."""
    if quantity.bounds is not None:
        return quantity.bounds
    if quantity.place == 0:
        return exactly(quantity.value)
    return Interval(quantity.value - quantity.place, quantity.value + quantity.place, False, False)
