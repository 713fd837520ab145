"""How likely a figure is the wrong one, given where its true value would have to lie.

A figure is blamed the more readily, the more a common slip of the pen accounts for it: the weight
of an explanation is the probability that a random true value, spoilt in one of the ways of
`edits`, or else arbitrarily, would satisfy everything. A single digit that sets four rates right
outweighs a free invention that happens to do so; this replaces the fixed costs of ALGORITHMS 3.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reportlint.arithmetic.edits import Correction, plausible
from reportlint.arithmetic.intervals import contains, width
from reportlint.arithmetic.model import Interval, Quantity, RelationKind
from reportlint.arithmetic.system import System

FREE = Fraction(15, 100)
"""How often a wrong figure is none of the slips we know."""
COPIED = 20
"""A figure that also stands elsewhere in the report was this much likelier copied from there."""
BELOW_ZERO = Fraction(1, 100)
"""How much less likely a truth is that a figure without a sign could reach only below zero."""
TELLING = 1000
"""Figures of fewer steps than this coincide too easily to speak of copying."""
ONE = Fraction(1)
_PERCENT = frozenset({RelationKind.RATIO, RelationKind.SHARE})


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one suspect: where it would lie, which slips fit, how likely it is."""

    admissible: Interval
    hits: tuple[Correction, ...]
    copied: bool
    likelihood: Fraction


class Likelihood:
    """Weighs suspects of one system. `weights`: reliability, 1 for an ordinary figure."""

    def __init__(self, system: System, weights: Mapping[str, Fraction]) -> None:
        self.system = system
        self._weights = weights
        self._values: Counter[Fraction] | None = None

    def of(self, figure: str, pieces: tuple[Interval, ...]) -> Finding:
        """The finding for `figure`, whose true value lies in one of `pieces`."""
        quantity = self.system.quantities[figure]
        near = min(pieces, key=lambda p: _distance(p, quantity.value))
        hits = [h for p in pieces for h in self._slips(figure, quantity, p)]
        copied = not hits and self._is_copied(figure, quantity)
        likelihood = sum((h.likelihood for h in hits), self._by_chance(pieces, quantity))
        likelihood *= (COPIED if copied else 1) * self._prior(figure)
        return Finding(near, tuple(hits), copied, likelihood)

    def _slips(self, figure: str, quantity: Quantity, piece: Interval) -> list[Correction]:
        """Slips that lead into `piece`.

        They befall digits, not words, so nothing is known of a hedged figure; and where the truth
        is bounded on one side only, anything fits.
        """
        if quantity.bounds is not None or width(piece) is None:
            return []
        return list(plausible(quantity, piece, percent=self._rate(figure)))

    def reliability(self, figures: Collection[str]) -> Fraction:
        """The weights of the figures, added."""
        return sum((self._weights.get(f, ONE) for f in figures), Fraction(0))

    def _prior(self, figure: str) -> Fraction:
        weight = self._weights.get(figure, ONE)
        return 1 / (weight * weight)

    def _by_chance(self, pieces: tuple[Interval, ...], quantity: Quantity) -> Fraction:
        """The probability that an arbitrary value of this size lies in `pieces`."""
        if any(width(p) is None for p in pieces):
            return FREE
        size = abs(quantity.value) or max((abs(e) for p in pieces for e in _ends(p)), default=ONE)
        room = 2 * size + quantity.place or ONE
        total = sum(((width(p) or Fraction(0)) for p in pieces), Fraction(0))
        share = min(ONE, (total + quantity.place) / room)
        return FREE * share * (BELOW_ZERO if _changes_sign(quantity, pieces) else 1)

    def _rate(self, figure: str) -> bool:
        relations = self.system.relations
        names = self.system.relations_of[figure]
        return any(relations[n].result == figure and relations[n].kind in _PERCENT for n in names)

    def _is_copied(self, figure: str, quantity: Quantity) -> bool:
        """Whether the printed value stands elsewhere, and not as a restatement of this figure."""
        if quantity.place and abs(quantity.value) < TELLING * quantity.place:
            return False
        if self._values is None:
            self._values = Counter(q.value for q in self.system.quantities.values())
        equals = sum(
            self.system.relations[n].kind is RelationKind.EQUAL
            for n in self.system.relations_of[figure]
        )
        return self._values[quantity.value] > 1 and not equals


def weigh(likelihood: Likelihood, released: Mapping[str, tuple[Interval, ...]]) -> Fraction:
    """The weight of an explanation: the product over its figures."""
    total = ONE
    for figure, pieces in released.items():
        total *= likelihood.of(figure, pieces).likelihood
    return total


def _distance(piece: Interval, value: Fraction) -> Fraction:
    if contains(piece, value):
        return Fraction(0)
    return min((abs(e - value) for e in _ends(piece)), default=Fraction(0))


def _ends(piece: Interval) -> list[Fraction]:
    return [e for e in (piece.low, piece.high) if e is not None]


def _changes_sign(quantity: Quantity, pieces: tuple[Interval, ...]) -> bool:
    """Whether a figure printed without a sign would have to be negative."""
    return quantity.value >= 0 and all(p.high is not None and p.high < 0 for p in pieces)
