"""How the author shortened figures, inferred from all sums and rates of a report (3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reportlint.arithmetic.model import Quantity, Relation, RelationKind
from reportlint.arithmetic.rounding import Convention, half_even, half_up, truncate
from reportlint.arithmetic.tails import cumulative
from reportlint.arithmetic.verdicts import Judgement

RATES = frozenset({RelationKind.RATIO, RelationKind.SHARE, RelationKind.GROWTH})
FEWEST = 3
"""Fewer telling figures than this prove no convention."""
CHANCE = Fraction(1, 20)
"""A convention is inferred when the others would produce the same by less than this chance."""
CLOSE = 10
"""A recomputed rate tells only if its operands leave it sharper than this part of a last digit."""


class Footing(StrEnum):
    """How totals came about."""

    UNKNOWN = "unknown"
    INDEPENDENT = "independent"
    PRINTED_PARTS = "printed-parts"


@dataclass(frozen=True, slots=True)
class Conventions:
    """What the report's own figures say about its rounding.

    `rates`: half-up, half-even, truncation or unknown. `footing`: whether totals were rounded on
    their own or added from printed parts. `nudged`: lists of shares were made to add to 100.
    """

    rates: Convention = Convention.UNKNOWN
    footing: Footing = Footing.UNKNOWN
    nudged: bool = False


Judged = tuple[Relation, Judgement]


def infer(judged: Sequence[Judged], quantities: Mapping[str, Quantity]) -> Conventions:
    """The conventions that the judged relations of one report agree with."""
    return Conventions(
        rates=_rates(_telling(judged, quantities)),
        footing=_footing(_residuals(judged, quantities)),
        nudged=_nudged(judged, quantities),
    )


def _telling(
    judged: Iterable[Judged], quantities: Mapping[str, Quantity]
) -> list[tuple[Fraction, Quantity]]:
    """Computed value and printed figure of rates whose operands pin them down."""
    found = []
    for relation, judgement in judged:
        if relation.kind not in RATES or relation.result is None or judgement.value is None:
            continue
        shown, expected = quantities[relation.result], judgement.expected
        if expected is None or expected.low is None or expected.high is None:
            continue
        sharp = (expected.high - expected.low) * CLOSE < shown.place
        if sharp and abs(judgement.value - shown.value) < shown.place:
            found.append((judgement.value, shown))
    return found


def _rates(telling: Sequence[tuple[Fraction, Quantity]]) -> Convention:
    """Which rule explains every rate, among those on which the rules differ."""
    differing = [(v, q) for v, q in telling if half_up(v, q.place) != truncate(v, q.place)]
    up = sum(half_up(v, q.place) == q.value for v, q in differing)
    even = sum(half_even(v, q.place) == q.value for v, q in differing)
    cut = sum(truncate(v, q.place) == q.value for v, q in differing)
    if len(differing) < FEWEST:
        return Convention.UNKNOWN
    if cut == len(differing):
        return Convention.TRUNCATION
    if even > up and even == len(differing):
        return Convention.HALF_EVEN
    return Convention.HALF_UP if up == len(differing) else Convention.UNKNOWN


def _residuals(
    judged: Iterable[Judged], quantities: Mapping[str, Quantity]
) -> list[tuple[Fraction, Fraction, int]]:
    """(residual, last digit, parts) of sums whose figures all share one last digit."""
    found = []
    for relation, judgement in judged:
        sums = relation.kind is RelationKind.SUM and relation.exhaustive
        if not sums or relation.result is None or judgement.value is None:
            continue
        figures = [quantities[f] for f in relation.figures]
        places = {q.place for q in figures}
        if len(places) == 1 and 0 not in places and all(q.bounds is None for q in figures):
            residual = judgement.value - figures[0].value
            if abs(residual) < len(figures) * figures[0].place:
                found.append((residual, figures[0].place, len(relation.terms)))
    return found


def _footing(residuals: Sequence[tuple[Fraction, Fraction, int]]) -> Footing:
    """Totals that always match are added from the printed parts, unless chance explains it."""
    if len(residuals) < FEWEST:
        return Footing.UNKNOWN
    if any(r for r, _, _ in residuals):
        return Footing.INDEPENDENT
    chance = Fraction(1)
    for _, _, parts in residuals:
        chance *= 2 * cumulative([Fraction(1)] * parts, Fraction(1, 2)) - 1
    return Footing.PRINTED_PARTS if chance < CHANCE else Footing.UNKNOWN


def _nudged(judged: Iterable[Judged], quantities: Mapping[str, Quantity]) -> bool:
    """Whether lists of shares add to exactly 100 although one of them is off by a last digit."""
    off = {
        r.result
        for r, j in judged
        if r.kind is RelationKind.SHARE and r.result is not None and _off(j, quantities[r.result])
    }
    lists = [r for r, _ in judged if r.kind is RelationKind.SUM and r.result is None]
    exact = (r for r in lists if sum(quantities[f].value for f in r.figures) == 100)
    return any(off & set(r.figures) for r in exact)


def _off(judgement: Judgement, shown: Quantity) -> bool:
    return judgement.value is not None and half_up(judgement.value, shown.place) != shown.value
