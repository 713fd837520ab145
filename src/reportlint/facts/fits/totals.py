"""What adds up: lists and their totals, differences of two figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading, addends, term
from reportlint.facts.fits.chance import of_sum
from reportlint.facts.fits.cues import has, says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, alike, nearby

_LONGEST, _LINES = 40, 15
_TOLD, _UNTOLD = 0.3, 0.03
"""How easily a sum may come about by chance where words speak of one, and where none do."""


def list_reading(numbers: Sequence[Number], total: Number) -> Reading | None:
    """The list, after or before `total`, that adds up to it."""
    rank = 0
    for run, told in _runs(numbers, total):
        reached = 0.0
        for count, part in enumerate(run, 1):
            reached += part.value
            if count < 2:
                continue
            rank += 1
            if rank * of_sum(total, count) > (_TOLD if told else _UNTOLD):
                break
            slack = total.slack + sum(p.slack for p in run[:count])
            if abs(reached - total.value) <= slack + 1e-9 and (found := _sum(total, run[:count])):
                return found
    return None


def _runs(numbers: Sequence[Number], total: Number) -> Iterator[tuple[list[Number], bool]]:
    """Lists that may belong to a total, with whether words say that they do."""
    for step in (1, -1):
        members = _members(numbers, total, step)
        for first in range(min(2, len(members))):
            run = members[first:]
            told = _told(total, run, step)
            yield run, told
            flat = [m for m in run if m.mention.group == run[0].mention.group]
            if len(flat) != len(run):
                yield flat, told


def _members(numbers: Sequence[Number], total: Number, step: int) -> list[Number]:
    found: list[Number] = []
    at = total.at + step
    while 0 <= at < len(numbers) and len(found) < _LONGEST:
        other = numbers[at]
        if abs(other.line - total.line) > _LINES:
            break
        if alike(other, total) and other.mention.is_level:
            found.append(other)
        at += step
    return found


def _told(total: Number, run: Sequence[Number], step: int) -> bool:
    if not run:
        return False
    if step < 0:
        return says(total, "total")
    first = run[0]
    if first.passage is not total.passage:
        return True
    between = total.passage.text[total.mention.figure.end : first.mention.figure.start]
    return has(between, "parts") or says(total, "total")


def _sum(total: Number, run: Sequence[Number]) -> Reading | None:
    quantities = {n.id: n.quantity for n in (total, *run)}
    ordered = sorted((n.mention for n in run), key=lambda m: (m.figure.block, m.index))
    reading = Reading(RelationKind.SUM, total.id, addends(ordered))
    fits = judge(reading.relation("fit"), quantities).verdict is Verdict.CONSISTENT
    return reading if fits else None


def difference_reading(numbers: Sequence[Number], result: Number) -> Reading | None:
    """The two figures nearby whose difference `result` is."""
    told = says(result, "difference")
    near = [n for n in nearby(numbers, result, LEVELS) if alike(n.number, result)]
    pairs = sorted(
        ((a, b) for a in near for b in near if a.number.value > b.number.value),
        key=lambda pair: pair[0].cost + pair[1].cost,
    )
    for rank, (larger, smaller) in enumerate(pairs, 1):
        if rank * of_sum(larger.number, 2) > (_TOLD if told else _UNTOLD):
            return None
        if found := _difference(result, larger, smaller):
            return found
    return None


def _difference(result: Number, larger: Near, smaller: Near) -> Reading | None:
    a, b = larger.number, smaller.number
    slack = result.slack + a.slack + b.slack
    if abs(a.value - b.value - abs(result.value)) > slack + 1e-9:
        return None
    terms = (term(a.mention, Role.MINUEND), term(b.mention, Role.SUBTRAHEND))
    reading = Reading(RelationKind.DIFFERENCE, result.id, terms)
    quantities = {n.id: n.quantity for n in (result, a, b)}
    fits = judge(reading.relation("fit"), quantities).verdict is Verdict.CONSISTENT
    return reading if fits else None
