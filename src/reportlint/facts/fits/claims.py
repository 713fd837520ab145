"""Claims for the figures that no words have tied down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.arithmetic.model import Quantity, RelationKind, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading, stated
from reportlint.facts.claims.mention import Passage
from reportlint.facts.fits.numbers import LEVELS, Number, numbers_of
from reportlint.facts.fits.products import multiple_reading, points_reading, product_reading
from reportlint.facts.fits.rates import rate_reading
from reportlint.facts.fits.totals import difference_reading, list_reading
from reportlint.facts.model import Claim, FigureKind


def fitting_claims(passages: Sequence[Passage], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims beyond `claims` that the figures of the prose bear out, in document order."""
    numbers = numbers_of(passages)
    known = _Known({n.id: n.quantity for n in numbers}, claims)
    for number in numbers:
        for reading in _readings(numbers, number, known):
            if known.adds(reading):
                yield _claim(number, reading)


def _readings(numbers: Sequence[Number], number: Number, known: _Known) -> Iterator[Reading]:
    found: list[Reading | None] = []
    if number.kind in LEVELS:
        if not known.sums_up(number.id):
            found.append(list_reading(numbers, number))
        found += [difference_reading(numbers, number), product_reading(numbers, number)]
    elif known.holds(number.id):
        return
    elif number.kind is FigureKind.PERCENT:
        found.append(rate_reading(numbers, number))
    elif number.kind is FigureKind.POINTS:
        found.append(points_reading(numbers, number))
    elif number.kind is FigureKind.MULTIPLE:
        found.append(multiple_reading(numbers, number))
    yield from (reading for reading in found if reading is not None)


class _Known:
    """What is said already, and which figures an equation ties together.

    A result that words tie down, or that holds, is not asked again: a wrong one fits something
    far off sooner or later.
    """

    def __init__(self, quantities: Mapping[str, Quantity], claims: Sequence[Claim]) -> None:
        self._results: set[str] = set()
        self._totals: set[str] = set()
        self._tied: set[frozenset[str]] = set()
        for claim in claims:
            relation = claim.relation
            if relation.result is None:
                continue
            fixed = claim.named and claim.certain
            if fixed or judge(relation, quantities).verdict is Verdict.CONSISTENT:
                self._results.add(relation.result)
            self._note(relation.kind, relation.result, frozenset(relation.figures))

    def holds(self, figure: str) -> bool:
        """Whether some statement already makes this result."""
        return figure in self._results

    def sums_up(self, figure: str) -> bool:
        """Whether a sum is known of which it is the total."""
        return figure in self._totals

    def adds(self, reading: Reading) -> bool:
        """Take note of a reading; whether it ties figures that nothing tied before."""
        figures = frozenset(reading.relation().figures)
        if figures in self._tied:
            return False
        self._note(reading.kind, reading.result or "", figures)
        return True

    def _note(self, kind: RelationKind, result: str, figures: frozenset[str]) -> None:
        self._tied.add(figures)
        if kind is RelationKind.SUM:
            self._totals.add(result)


def _claim(number: Number, reading: Reading) -> Claim:
    mention = number.mention
    words = (mention.start, mention.figure.end)
    return stated(number.passage, [reading], words, named=False, certain=False)
