"""What the wrong figure should have been: the printable value that its relations agree on best."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from reportlint.arithmetic.edits import Correction
from reportlint.arithmetic.intervals import exactly, width
from reportlint.arithmetic.model import Edit, Interval, Quantity, RelationKind, Verdict
from reportlint.arithmetic.rounding import half_up
from reportlint.arithmetic.system import System
from reportlint.arithmetic.verdicts import judge

NEAR = 2
"""Last digits on either side of the computed value that are tried: parts were rounded too."""
MOST_HITS = 12
MOST_RELATIONS = 24
"""Relations of one figure that are asked for its value; more would not tell more."""
CENTS = Fraction(1, 100)
_ADDITIVE = frozenset({RelationKind.SUM, RelationKind.DIFFERENCE, RelationKind.POINTS_CHANGE})


class Restoration:
    """Restores one figure from the relations that only it breaks."""

    def __init__(
        self, system: System, figure: str, own: Collection[str], spoilt: Collection[str]
    ) -> None:
        """`own`: the violated relations it is blamed for; `spoilt`: other wrong figures.

        Relations that others break say nothing of this figure, unless there are no better ones.
        """
        self._system = system
        self._figure = figure
        broken = system.violated.keys() - set(own)
        every = [n for n in system.relations_of[figure] if n not in broken]
        clean = [n for n in every if not set(spoilt) & set(system.figures(n))]
        self._names = (clean or every)[:MOST_RELATIONS]

    def choose(self, hits: Sequence[Correction]) -> Correction | None:
        """The slip whose correction most relations agree with exactly."""
        ranked = sorted(hits, key=lambda h: -h.likelihood)[:MOST_HITS]
        return max(
            ranked,
            key=lambda h: (self._agreement(Quantity(h.value, h.place)), h.likelihood),
            default=None,
        )

    def value(self, near: Interval, hit: Correction | None) -> Fraction | None:
        """The corrected value, to the last digit that such a figure is printed with."""
        place = self._place(hit)
        if hit is not None and hit.place <= place:
            return hit.value
        pinned = self._pinned(near)
        if pinned is None:
            return hit.value if hit else None
        if hit is not None and abs(pinned - hit.value) > hit.place:
            return hit.value
        start = half_up(pinned, place)
        tried = [start + k * place for k in range(-NEAR, NEAR + 1)] if place else [start]
        return max(tried, key=lambda v: (self._agreement(Quantity(v, place)), -abs(v - pinned)))

    def _place(self, hit: Correction | None) -> Fraction:
        """The figure's own last digit; after a slip of the unit, that of the figures beside it."""
        place = self._system.quantities[self._figure].place
        if hit is None or hit.edit is not Edit.UNIT:
            return min([place, *self._restated()])
        beside = [
            self._system.quantities[f].place
            for n in self._names
            if self._system.relations[n].kind in _ADDITIVE
            for f in self._system.figures(n)
            if f != self._figure
        ]
        return min(beside) if beside else max(place, min(hit.place, CENTS))

    def _restated(self) -> list[Fraction]:
        """The last digits of the other statements of the same figure."""
        return [
            self._system.quantities[f].place
            for n in self._names
            if self._system.relations[n].kind is RelationKind.EQUAL
            for f in self._system.figures(n)
            if f != self._figure
        ]

    def _agreement(self, quantity: Quantity) -> int:
        """How many relations such a figure satisfies exactly; impossible ones count −1."""
        total = 0
        for name in self._names:
            shown = {f: self._system.quantities[f] for f in self._system.figures(name)}
            shown[self._figure] = quantity
            verdict = judge(self._system.relations[name], shown).verdict
            total += (verdict is Verdict.CONSISTENT) - (verdict is Verdict.INCONSISTENT)
        return total

    def _pinned(self, near: Interval) -> Fraction | None:
        """What the relation that binds the figure closest gives, all others taken exactly."""
        best: tuple[Fraction, Fraction] | None = None
        for name in self._names:
            pieces = self._system.admissible(self._figure, [name])
            wide = width(pieces[0]) if len(pieces) == 1 else None
            if wide is None or (best is not None and best[0] <= wide):
                continue
            middle = self._exact(name)
            if middle is not None:
                best = (wide, middle)
        if best is not None:
            return best[1]
        if near.low is None or near.high is None:
            return None
        return (near.low + near.high) / 2

    def _exact(self, name: str) -> Fraction | None:
        values = {f: exactly(self._system.quantities[f].value) for f in self._system.figures(name)}
        form = self._system.forms(name)[0]
        if self._figure not in form.variables:
            return None
        found = form.solve(self._figure, values)
        return found.low if found.low is not None and found.low == found.high else None
