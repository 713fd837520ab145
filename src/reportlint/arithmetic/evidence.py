"""How likely a figure is the wrong one, given where its true value would have to lie.

A figure is blamed the more readily, the more a common slip of the pen accounts for it: the weight
of an explanation is the probability that a random true value, spoilt in one of the ways of
`edits`, or else arbitrarily, would satisfy everything. A single digit that sets four rates right
outweighs a free invention that happens to do so; this replaces the fixed costs of ALGORITHMS 3.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reportlint.arithmetic.edits import Correction, plausible
from reportlint.arithmetic.intervals import LINE, contains, exactly, intersect, is_empty, width
from reportlint.arithmetic.model import Edit, Interval, Quantity, RelationKind
from reportlint.arithmetic.rounding import half_up
from reportlint.arithmetic.system import System

FREE = Fraction(15, 100)
"""How often a wrong figure is none of the slips we know."""
COPIED = 20
"""A figure that also stands elsewhere in the report was this much likelier copied from there."""
TELLING = 1000
"""Figures of fewer steps than this coincide too easily to speak of copying."""
ONE = Fraction(1)
_PERCENT = frozenset({RelationKind.RATIO, RelationKind.SHARE})


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one suspect: where it would lie, how it came about, how likely that is."""

    admissible: Interval
    corrected: Fraction | None
    edit: Edit
    likelihood: Fraction


class Likelihood:
    """Weighs suspects of one system. `weights`: reliability, 1 for an ordinary figure."""

    def __init__(self, system: System, weights: Mapping[str, Fraction]) -> None:
        self._system = system
        self._weights = weights
        self._values: Counter[Fraction] | None = None

    def of(self, figure: str, pieces: tuple[Interval, ...]) -> Finding:
        """The finding for `figure`, whose true value lies in one of `pieces`."""
        quantity = self._system.quantities[figure]
        near = min(pieces, key=lambda p: _distance(p, quantity.value))
        hits = [h for p in pieces for h in plausible(quantity, p, percent=self._rate(figure))]
        hits.sort(key=lambda h: (not self._settles(figure, h), -h.likelihood))
        copied = not hits and self._is_copied(figure, quantity)
        likelihood = sum((h.likelihood for h in hits), self._by_chance(pieces, quantity))
        likelihood *= (COPIED if copied else 1) * self._prior(figure)
        edit = hits[0].edit if hits else (Edit.STALE if copied else Edit.UNKNOWN)
        corrected = hits[0].value if hits else self._point(figure, near, quantity)
        return Finding(near, corrected, edit, likelihood)

    def _prior(self, figure: str) -> Fraction:
        weight = self._weights.get(figure, ONE)
        return 1 / (weight * weight)

    def _by_chance(self, pieces: tuple[Interval, ...], quantity: Quantity) -> Fraction:
        """The probability that an arbitrary value of this size lies in `pieces`."""
        room = 2 * abs(quantity.value) + quantity.place or ONE
        total = sum(((width(p) or Fraction(0)) for p in pieces), Fraction(0))
        endless = any(width(p) is None for p in pieces)
        share = ONE if endless else min(ONE, (total + quantity.place) / room)
        return FREE * share

    def _rate(self, figure: str) -> bool:
        relations = self._system.relations
        names = self._system.relations_of[figure]
        return any(relations[n].result == figure and relations[n].kind in _PERCENT for n in names)

    def _settles(self, figure: str, hit: Correction) -> bool:
        """Whether the corrected figure is also what the other figures give when taken exactly."""
        middle = self._pinned(figure)
        half = hit.place / 2
        return middle is not None and contains(Interval(hit.value - half, hit.value + half), middle)

    def _is_copied(self, figure: str, quantity: Quantity) -> bool:
        """Whether the printed value stands elsewhere, and not as a restatement of this figure."""
        if quantity.place and abs(quantity.value) < TELLING * quantity.place:
            return False
        if self._values is None:
            self._values = Counter(q.value for q in self._system.quantities.values())
        equals = sum(
            self._system.relations[n].kind is RelationKind.EQUAL
            for n in self._system.relations_of[figure]
        )
        return self._values[quantity.value] > 1 and not equals

    def _point(self, figure: str, near: Interval, quantity: Quantity) -> Fraction | None:
        """The one printable value: from the other figures as printed, else the only one inside."""
        value = self._pinned(figure)
        if value is None:
            value = _middle(near)
        return None if value is None else half_up(value, quantity.place)

    def _pinned(self, figure: str) -> Fraction | None:
        """The value that the relation which binds the figure closest gives, all others exact."""
        best: tuple[Fraction, Fraction] | None = None
        for name in self._system.relations_of[figure]:
            pieces = self._system.admissible(figure, [name])
            wide = width(pieces[0]) if len(pieces) == 1 else None
            if wide is None or (best is not None and best[0] <= wide):
                continue
            middle = self._exact(figure, name)
            if middle is not None:
                best = (wide, middle)
        return None if best is None else best[1]

    def _exact(self, figure: str, name: str) -> Fraction | None:
        values = {f: exactly(self._system.quantities[f].value) for f in self._system.figures(name)}
        found = LINE
        for form in self._system.forms(name)[:1]:
            if figure in form.variables:
                found = form.solve(figure, values)
        return found.low if found.low is not None and found.low == found.high else None


def weigh(likelihood: Likelihood, released: Mapping[str, tuple[Interval, ...]]) -> Fraction:
    """The weight of an explanation: the product over its figures."""
    total = ONE
    for figure, pieces in released.items():
        total *= likelihood.of(figure, pieces).likelihood
    return total


def _distance(piece: Interval, value: Fraction) -> Fraction:
    if contains(piece, value):
        return Fraction(0)
    ends = [e for e in (piece.low, piece.high) if e is not None]
    return min((abs(e - value) for e in ends), default=Fraction(0))


def _middle(piece: Interval) -> Fraction | None:
    if piece.low is None or piece.high is None or is_empty(intersect(piece, LINE)):
        return None
    return (piece.low + piece.high) / 2
