"""The one way to look: of the relations that fit, the nearest, unless chance would do as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlint.arithmetic.model import Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading
from reportlint.facts.fits.numbers import Near, Number

EPSILON = 1e-9
"""Quick looks are taken in floating point; exact arithmetic has the last word."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A relation that seems to hold: how far its figures stand off, and how easily chance makes it.

    `readings` are ways to put it, the likelier first.
    """

    cost: int
    chance: float
    readings: tuple[Reading, ...]
    numbers: tuple[Number, ...]


def believed(fits: Iterable[Fit], near: Sequence[Near], limit: float) -> Iterator[Reading]:
    """What holds exactly, the nearest first.

    A fit is believed while fewer than `limit` of the pairs that stand nearer would fit by chance.
    """
    for fit in sorted(fits, key=lambda f: f.cost):
        if _rank(near, fit.cost) * fit.chance > limit:
            return
        yield from (r for r in fit.readings if holds(r, fit.numbers))


def _rank(near: Sequence[Near], cost: int) -> int:
    costs = [n.cost for n in near]
    return 1 + sum(1 for a in costs for b in costs if a + b < cost)


def holds(reading: Reading, numbers: Iterable[Number]) -> bool:
    """Whether exact arithmetic finds the reading consistent."""
    quantities = {n.id: n.quantity for n in numbers}
    return judge(reading.relation("fit"), quantities).verdict is Verdict.CONSISTENT
