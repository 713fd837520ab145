"""Claims for the figures that no words have tied down, and for those that words tied wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Role, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading, stated
from reportlint.facts.claims.mention import Passage
from reportlint.facts.fits.comparisons import multiple_reading, points_reading
from reportlint.facts.fits.differences import difference_reading
from reportlint.facts.fits.numbers import LEVELS, Number, numbers_of
from reportlint.facts.fits.products import product_reading
from reportlint.facts.fits.rates import rate_readings
from reportlint.facts.fits.slips import CERTAIN, slipped_difference, slipped_rate
from reportlint.facts.fits.totals import list_reading, whole_reading
from reportlint.facts.model import Claim, ClaimSource, FigureKind

_RATES = frozenset({FigureKind.PERCENT, FigureKind.RATIO, FigureKind.PERMILLE})
_LINEAR = frozenset({RelationKind.SUM, RelationKind.DIFFERENCE})
_REPLACED = frozenset(
    {
        RelationKind.RATIO,
        RelationKind.SHARE,
        RelationKind.GROWTH,
        RelationKind.POINTS_CHANGE,
    }
)
"""Statements that give way to another reading that holds."""


def with_fits(passages: Sequence[Passage], claims: Sequence[Claim]) -> list[Claim]:
    """`claims` and those that the figures of the prose bear out beside them.

    A statement that fails where the same result follows from another numerator nearby was
    misread: it goes.
    """
    numbers = numbers_of(passages)
    known = _Known({n.id: n.quantity for n in numbers}, claims)
    by_id = {n.id: n for n in numbers}
    found: list[Claim] = []
    for number in numbers:
        for reading in _readings(numbers, number, known):
            if known.adds(reading):
                found.append(_claim(by_id[reading.result or number.id], reading))
    found += _slips(numbers, known)
    return [*(c for c in claims if c.relation.figures not in known.misread), *found]


def _readings(numbers: Sequence[Number], number: Number, known: _Known) -> Iterator[Reading]:
    found: list[Reading | None] = []
    if number.kind in LEVELS:
        if not known.sums_up(number.id):
            found.append(list_reading(numbers, number))
        found.append(difference_reading(numbers, number))
        found.append(product_reading(numbers, number))
    elif number.kind is FigureKind.PERCENT and not known.sums_up(number.id):
        found += [list_reading(numbers, number), whole_reading(numbers, number)]
    if known.holds(number.id):
        pass
    elif number.kind in _RATES:
        found.append(known.better(numbers, number))
    elif number.kind is FigureKind.POINTS:
        found.append(known.instead(points_reading(numbers, number), number))
    elif number.kind is FigureKind.MULTIPLE:
        found.append(multiple_reading(numbers, number))
    yield from (reading for reading in found if reading is not None)


def _slips(numbers: Sequence[Number], known: _Known) -> Iterator[Claim]:
    """Statements of figures that still hang in the air, but for one slip."""
    for number in numbers:
        if known.is_made(number):
            continue
        found = slipped_rate(numbers, number) or slipped_difference(numbers, number)
        if found is not None and known.adds(found.reading):
            claim = replace(_claim(number, found.reading), borne_out=False)
            if found.chance <= CERTAIN:
                yield replace(claim, named=True, certain=True)
            else:
                yield replace(claim, suspected=True)


class _Known:
    """What is said already, and which figures an equation ties together."""

    def __init__(self, quantities: Mapping[str, Quantity], claims: Sequence[Claim]) -> None:
        self.misread: set[tuple[str, ...]] = set()
        """The figures of statements that another reading has replaced."""
        self._results: set[str] = set()
        self._failing: dict[str, Relation] = {}
        self._totals: set[str] = set()
        self._tied: set[frozenset[str]] = set()
        self._linear: set[str] = set()
        self._standing: list[frozenset[str]] = []
        for claim in claims:
            self._note(claim.relation)
            if claim.relation.result is not None and claim.source is ClaimSource.STATED:
                self._add(claim, quantities)

    def _add(self, claim: Claim, quantities: Mapping[str, Quantity]) -> None:
        relation = claim.relation
        verdict = judge(relation, quantities).verdict
        if verdict is not Verdict.INCONSISTENT:
            self._standing.append(frozenset(relation.figures))
        if verdict is Verdict.CONSISTENT:
            self._results.add(relation.result or "")
        elif verdict is Verdict.INCONSISTENT and relation.kind in _REPLACED:
            self._failing[relation.result or ""] = relation
        elif claim.named and claim.certain:
            self._results.add(relation.result or "")
        if relation.kind is RelationKind.SUM and relation.exhaustive:
            self._totals.add(relation.result or "")

    def holds(self, figure: str) -> bool:
        """Whether some statement already makes this result."""
        return figure in self._results

    def is_made(self, number: Number) -> bool:
        """Whether some statement says how the figure comes about, rightly or wrongly."""
        if number.kind in LEVELS:
            return number.id in self._linear
        return number.id in self._results or number.id in self._failing

    def sums_up(self, figure: str) -> bool:
        """Whether a sum is known of which it is the total."""
        return figure in self._totals

    def better(self, numbers: Sequence[Number], rate: Number) -> Reading | None:
        """What makes a rate that no statement makes rightly.

        Where words name the numerator and the rate is wrong, it will fit something else sooner
        or later: only another numerator, and one that makes no other rate, is believed.
        """
        failing = self._failing.get(rate.id)
        for reading in rate_readings(numbers, rate):
            if failing is None:
                return reading
            operands = frozenset(t.figure for t in reading.terms)
            taken = any(operands < tied for tied in self._standing)
            if not taken and _means_others(reading, failing):
                self.misread.add(failing.figures)
                return reading
        return None

    def instead(self, reading: Reading | None, points: Number) -> Reading | None:
        """What makes a change in points; where a statement fails, the base it names is another."""
        failing = self._failing.get(points.id)
        if reading is None or failing is None:
            return reading
        if {t.figure for t in reading.terms} == {t.figure for t in failing.terms}:
            return None
        self.misread.add(failing.figures)
        return reading

    def adds(self, reading: Reading) -> bool:
        """Take note of a reading; whether it ties figures that nothing tied before."""
        figures = frozenset(reading.relation().figures)
        if figures in self._tied:
            return False
        self._note(reading.relation())
        self._standing.append(figures)
        return True

    def _note(self, relation: Relation) -> None:
        figures = frozenset(relation.figures)
        self._tied.add(figures)
        if relation.kind in _LINEAR:
            self._linear |= figures


def _means_others(reading: Reading, failing: Relation) -> bool:
    """Whether a reading that holds is of other figures than the one that fails.

    The same two turned round, or the same present level, only tell which of them is wrong.
    """
    ours, theirs = (frozenset(t.figure for t in r.terms) for r in (reading, failing))
    now = {t.figure for t in failing.terms if t.role is Role.CURRENT}
    also = {t.figure for t in reading.terms if t.role is Role.CURRENT}
    return ours != theirs and not now & also and reading.terms[0].figure != failing.terms[0].figure


def _claim(number: Number, reading: Reading) -> Claim:
    mention = number.mention
    words = (mention.start, mention.figure.end)
    claim = stated(number.passage, [reading], words, named=False, certain=False)
    return replace(claim, borne_out=True)
