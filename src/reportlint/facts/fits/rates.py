"""The operands of a percentage, found by its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.arithmetic.model import RelationKind, Role, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.fits.chance import of_rate
from reportlint.facts.fits.cues import Cue, cue_of, says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, alike, counted, nearby

_TOLD, _UNTOLD = 0.2, 0.06
"""How many of the relations tried before may hold by chance, with and without words of a rate."""
_MIXED, _UNSAID = 4, 3
"""What figures of two units, and a sort of rate that no word speaks of, add to a pair's cost."""


@dataclass(frozen=True, slots=True)
class Try:
    """A way to make a rate out of two figures near it."""

    kind: RelationKind
    above: Near
    below: Near
    roles: tuple[Role, Role]
    direction: int = 0
    extra: int = 0

    @property
    def cost(self) -> int:
        """How far the operands stand off, and how unlike they are."""
        return self.above.cost + self.below.cost + self.extra


def rate_readings(numbers: Sequence[Number], rate: Number) -> Iterator[Reading]:
    """The relations that make `rate`, the nearest first, until chance would do as well."""
    cue = cue_of(rate)
    limit = _UNTOLD if cue is Cue.RATE and not says(rate, "rate") else _TOLD
    tries = sorted(_tries(nearby(numbers, rate, LEVELS), cue), key=lambda t: t.cost)
    for rank, candidate in enumerate(tries, 1):
        chance = of_rate(rate, candidate.above.number, candidate.below.number)
        if rank * chance > limit:
            return
        if _near_enough(candidate, rate) and (found := _verified(candidate, rate)):
            yield found


def _tries(near: Sequence[Near], cue: Cue) -> Iterator[Try]:
    for above in near:
        for below in near:
            if above is below or not below.number.value:
                continue
            if alike(above.number, below.number):
                yield from _ways(above, below, cue)
            elif counted(above.number, below.number) and cue is not Cue.CHANGE:
                yield _level(above, below, cue, _MIXED)


def _ways(above: Near, below: Near, cue: Cue) -> Iterator[Try]:
    smaller = abs(above.number.value) <= abs(below.number.value)
    if cue is not Cue.SHARE:
        yield from _changes(above, below, smaller, 0 if cue is Cue.CHANGE else _UNSAID)
    if smaller or cue is Cue.RATE:
        yield _level(above, below, cue, _UNSAID if cue is Cue.CHANGE else 0)


def _changes(above: Near, below: Near, smaller: bool, extra: int) -> Iterator[Try]:
    kind = RelationKind.GROWTH
    yield Try(kind, above, below, (Role.CURRENT, Role.PREVIOUS), extra=extra)
    if smaller:
        yield Try(kind, above, below, (Role.NUMERATOR, Role.PREVIOUS), extra=extra)
        for direction in (1, -1):
            roles = (Role.NUMERATOR, Role.CURRENT)
            yield Try(kind, above, below, roles, direction, extra)


def _level(above: Near, below: Near, cue: Cue, extra: int = 0) -> Try:
    if cue is Cue.SHARE:
        return Try(RelationKind.SHARE, above, below, (Role.PART, Role.WHOLE), extra=extra)
    roles = (Role.NUMERATOR, Role.DENOMINATOR)
    return Try(RelationKind.RATIO, above, below, roles, extra=extra)


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
    printed = float(abs(rate.quantity.value))
    return (
        abs(_computed(found) - printed)
        <= 2 * (float(rate.quantity.place) + (printed + 100) * relative) + 1e-9
    )


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
