"""The operands of a percentage, found by its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.arithmetic.model import RelationKind, Role, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.chance import of_rate
from reportlint.facts.fits.cues import Cue, cue_of
from reportlint.facts.fits.numbers import LEVELS, Near, Number, alike, nearby

LIKELY = 0.08
"""A relation is believed when fewer than this many of the others tried would hold by chance."""


@dataclass(frozen=True, slots=True)
class Try:
    """A way to make a rate out of two figures near it."""

    kind: RelationKind
    above: Near
    below: Near
    roles: tuple[Role, Role]
    direction: int = 0

    @property
    def cost(self) -> int:
        """How far the operands stand off."""
        return self.above.cost + self.below.cost


def rate_reading(numbers: Sequence[Number], rate: Number) -> Reading | None:
    """The nearest relation that makes `rate`, unless chance would do as well."""
    cue = cue_of(rate)
    tries = sorted(_tries(nearby(numbers, rate, LEVELS), cue), key=lambda t: t.cost)
    for rank, candidate in enumerate(tries, 1):
        chance = of_rate(rate, candidate.above.number, candidate.below.number)
        if rank * chance > LIKELY:
            return None
        if _near_enough(candidate, rate) and (found := _verified(candidate, rate)):
            return found
    return None


def _tries(near: Sequence[Near], cue: Cue) -> Iterator[Try]:
    for above in near:
        for below in near:
            if above is below or not alike(above.number, below.number):
                continue
            if not below.number.value:
                continue
            yield from _ways(above, below, cue)


def _ways(above: Near, below: Near, cue: Cue) -> Iterator[Try]:
    smaller = abs(above.number.value) <= abs(below.number.value)
    if cue is Cue.SHARE:
        if smaller:
            yield Try(RelationKind.SHARE, above, below, (Role.PART, Role.WHOLE))
        return
    if cue is Cue.CHANGE:
        yield Try(RelationKind.GROWTH, above, below, (Role.CURRENT, Role.PREVIOUS))
        if smaller:
            yield Try(RelationKind.GROWTH, above, below, (Role.NUMERATOR, Role.PREVIOUS))
            for direction in (1, -1):
                roles = (Role.NUMERATOR, Role.CURRENT)
                yield Try(RelationKind.GROWTH, above, below, roles, direction)
        return
    yield Try(RelationKind.RATIO, above, below, (Role.NUMERATOR, Role.DENOMINATOR))


def _computed(found: Try) -> float:
    above, below = found.above.number.value, found.below.number.value
    if found.roles == (Role.CURRENT, Role.PREVIOUS):
        return abs(100 * (above / below - 1))
    if found.roles == (Role.NUMERATOR, Role.CURRENT):
        base = below - found.direction * above
        return abs(100 * above / base) if base else 0.0
    return abs(100 * above / below)


def _near_enough(found: Try, rate: Number) -> bool:
    """A quick look before exact arithmetic has its say."""
    above, below = found.above.number, found.below.number
    relative = sum(n.slack / abs(n.value) for n in (above, below) if n.value)
    printed = abs(rate.value)
    return abs(_computed(found) - printed) <= 2 * (rate.slack + (printed + 100) * relative) + 1e-9


def _verified(found: Try, rate: Number) -> Reading | None:
    numbers = (rate, found.above.number, found.below.number)
    terms = tuple(term(n.mention, role) for n, role in zip(numbers[1:], found.roles, strict=True))
    quantities = {n.id: n.quantity for n in numbers}
    for direction in _directions(found):
        reading = Reading(found.kind, rate.id, terms, direction)
        if judge(reading.relation("fit"), quantities).verdict is Verdict.CONSISTENT:
            return reading
    return None


def _directions(found: Try) -> tuple[int, ...]:
    if found.direction or found.kind is not RelationKind.GROWTH:
        return (found.direction,)
    return (1, -1) if found.above.number.value >= found.below.number.value else (-1, 1)
