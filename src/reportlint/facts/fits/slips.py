"""Relations that one slip of the pen has broken.

Where the words ask for a relation and none of the figures nearby makes it, the nearest that they
allow may be meant with one figure miswritten: if one wrong digit, two digits exchanged, a lost
digit or a shifted point accounts for all of the difference, and chance hardly would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from reportlint.arithmetic.edits import SHARES, plausible
from reportlint.arithmetic.model import Interval, RelationKind, Role
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.cues import Cue, cue_of, says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, nearby
from reportlint.facts.model import FigureKind

CERTAIN, SUSPECTED = 0.0002, 0.02
"""How likely chance may be to make a slip out of nothing: for an error, and for a warning."""
_TELLING = 100
"""In a figure of fewer digits a slip is found for anything."""
_NEAREST = 2
"""So many of the nearest pairs are looked at, either way round: further off, something else is
meant."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """A reading that fails by one slip, and how likely chance would look like it."""

    reading: Reading
    chance: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """A reading that the words allow, with what each of its figures would have to be."""

    cost: int
    reading: Reading
    wanted: tuple[tuple[Number, float, float], ...]
    """Figure, value and half-width that would mend the relation."""


def slipped_rate(numbers: Sequence[Number], rate: Number) -> Slipped | None:
    """The relation of a percentage that one slip has broken."""
    cue = cue_of(rate)
    if rate.kind is not FigureKind.PERCENT or rate.value <= 0 or cue is Cue.CHANGE:
        return None
    if cue is Cue.RATE and not says(rate, "rate"):
        return None
    near = [n for n in nearby(numbers, rate, LEVELS) if n.number.line == rate.line]
    return _likeliest(_rates(near, rate, cue))


def slipped_difference(numbers: Sequence[Number], result: Number) -> Slipped | None:
    """The difference of two figures that one slip has broken."""
    if not says(result, "difference"):
        return None
    near = [
        n
        for n in nearby(numbers, result, LEVELS)
        if n.number.dimension == result.dimension and n.number.line == result.line
    ]
    return _likeliest(_differences(near, result))


def _likeliest(asked: Iterator[_Asked]) -> Slipped | None:
    found: Slipped | None = None
    for rank, one in enumerate(sorted(asked, key=lambda a: a.cost)[: 2 * _NEAREST], 2):
        chance = rank // 2 * min((_chance(*w) for w in one.wanted), default=1.0)
        if chance <= SUSPECTED and (found is None or chance < found.chance):
            found = Slipped(one.reading, chance)
    return found


def _chance(number: Number, value: float, slack: float) -> float:
    """How many unrelated figures look as if a slip had made `number` of this value."""
    printed = abs(number.value)
    if printed < _TELLING * number.grain or abs(value - number.value) <= slack:
        return 1.0
    width = max(slack + number.slack, number.grain / 2)
    admissible = Interval(Fraction(value - slack), Fraction(value + slack))
    percent = number.kind is FigureKind.PERCENT
    ways = [
        float(SHARES[c.edit] / c.likelihood)
        for c in plausible(number.quantity, admissible, percent=percent)
        if c.likelihood and c.edit in SHARES
    ]
    return min(ways) * 2 * width / printed if ways else 1.0


_LEVEL = {
    Cue.SHARE: (RelationKind.SHARE, (Role.PART, Role.WHOLE)),
    Cue.RATE: (RelationKind.RATIO, (Role.NUMERATOR, Role.DENOMINATOR)),
}


def _rates(near: Sequence[Near], rate: Number, cue: Cue) -> Iterator[_Asked]:
    kind, roles = _LEVEL[cue]
    part = rate.value / 100
    for above, below in permutations(near, 2):
        a, b = above.number, below.number
        if a.dimension != b.dimension or not 0 < a.value <= b.value:
            continue
        quotient, top, base = 100 * a.value / b.value, part * b.value, a.value / part
        terms = (term(a.mention, roles[0]), term(b.mention, roles[1]))
        yield _Asked(
            above.cost + below.cost,
            Reading(kind, rate.id, terms),
            (
                (rate, quotient, quotient * (a.blur + b.blur)),
                (a, top, top * (rate.blur + b.blur)),
                (b, base, base * (rate.blur + a.blur)),
            ),
        )


def _differences(near: Sequence[Near], result: Number) -> Iterator[_Asked]:
    left = abs(result.value)
    for one, other in permutations(near, 2):
        larger, smaller = one.number, other.number
        gap = larger.value - smaller.value
        terms = (term(larger.mention, Role.MINUEND), term(smaller.mention, Role.SUBTRAHEND))
        yield _Asked(
            one.cost + other.cost,
            Reading(RelationKind.DIFFERENCE, result.id, terms),
            (
                (result, gap, larger.slack + smaller.slack),
                (larger, smaller.value + left, smaller.slack + result.slack),
                (smaller, larger.value - left, larger.slack + result.slack),
            ),
        )
