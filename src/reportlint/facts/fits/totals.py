"""What adds up: lists and their totals, differences of two figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlint.arithmetic.model import RelationKind, Role, Term, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.making import Reading, addends, term
from reportlint.facts.fits.chance import of_sum
from reportlint.facts.fits.cues import has, says
from reportlint.facts.fits.numbers import LEVELS, Near, Number, alike, counted, nearby
from reportlint.facts.model import FigureKind

_LONGEST, _LINES = 40, 15
_FEW = 7
_UNSAID = 0.005
"""For a balance of four figures of which no word speaks."""
_TOLD, _BESIDE, _UNTOLD = 0.4, 0.12, 0.03
"""How easily a sum may come about by chance: where words speak of one, within a sentence, else."""


def list_reading(numbers: Sequence[Number], total: Number) -> Reading | None:
    """The list, after or before `total`, that adds up to it."""
    for run, limit in _runs(numbers, total):
        for rank, count in enumerate(_lengths(run), 1):
            parts = run[:count]
            if rank * of_sum(total, parts) <= limit and (found := _sum(total, parts)):
                return found
    return None


def _lengths(run: Sequence[Number]) -> list[int]:
    """How long the list may be: all of its sentence first, then each shorter or longer one."""
    line = run[0].line
    whole = sum(1 for _ in takewhile(lambda n: n.line == line, run))
    return (
        [whole, *(n for n in range(2, len(run) + 1) if n != whole)]
        if whole > 1
        else [*range(2, len(run) + 1)]
    )


def _runs(numbers: Sequence[Number], total: Number) -> Iterator[tuple[list[Number], float]]:
    """Lists that may belong to a total, and how easily one may come about by chance."""
    for step in (1, -1):
        members = _members(numbers, total, step)
        for first in range(min(2, len(members) - 1)):
            run = members[first:]
            limit = _limit(total, run, step) / (1 + 2 * first)
            for variant in _variants(run):
                if len(variant) > 1:
                    yield variant, limit


def _variants(run: list[Number]) -> Iterator[list[Number]]:
    """The list, without what stands in other brackets, and without what is said of each piece."""
    yield run
    flat = [n for n in run if n.mention.group == run[0].mention.group]
    if len(flat) != len(run):
        yield flat
    whole = [n for n in run if not says(n, "each")]
    if len(whole) not in (len(run), len(flat)):
        yield whole


def _limit(total: Number, run: Sequence[Number], step: int) -> float:
    if _told(total, run, step):
        return _TOLD
    return _BESIDE if run and run[0].line == total.line else _UNTOLD


def _members(numbers: Sequence[Number], total: Number, step: int) -> list[Number]:
    found: list[Number] = []
    pieces = step < 0 and says(total, "total")
    at = total.at + step
    while 0 <= at < len(numbers) and len(found) < _LONGEST:
        other = numbers[at]
        if abs(other.line - total.line) > _LINES:
            break
        same = alike(other, total) or (pieces and counted(other, total))
        if same and (other.mention.is_level or other.kind is FigureKind.PERCENT):
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
    slack = total.slack + sum(p.slack for p in run)
    if abs(sum(p.value for p in run) - total.value) > slack + 1e-9:
        return None
    quantities = {n.id: n.quantity for n in (total, *run)}
    ordered = sorted((n.mention for n in run), key=lambda m: (m.figure.block, m.index))
    reading = Reading(RelationKind.SUM, total.id, addends(ordered))
    fits = judge(reading.relation("fit"), quantities).verdict is Verdict.CONSISTENT
    return reading if fits else None


def balance_reading(numbers: Sequence[Number], left: Number) -> Reading | None:
    """What was there, and what came in, less what went out: the three figures that leave `left`."""
    limit = _UNTOLD if says(left, "difference") else _UNSAID
    near = [n for n in nearby(numbers, left, LEVELS) if alike(n.number, left)][:_FEW]
    tries = sorted(
        ((a, b, c) for a in near for b in near if a.number.at < b.number.at for c in near),
        key=lambda found: sum(n.cost for n in found),
    )
    for rank, (first, second, out) in enumerate(tries, 1):
        largest = max(first.number, second.number, key=lambda n: n.value)
        parts = (left, first.number, second.number, out.number)
        if rank * of_sum(largest, parts) > limit:
            return None
        if found := _balance(left, first.number, second.number, out.number):
            return found
    return None


def _balance(left: Number, first: Number, second: Number, out: Number) -> Reading | None:
    numbers = (left, first, second, out)
    if len({n.id for n in numbers}) < len(numbers):
        return None
    gap = first.value + second.value - out.value - left.value
    if abs(gap) > sum(n.slack for n in numbers) + 1e-9:
        return None
    terms = (*addends((first.mention, second.mention)), Term(out.id, Role.ADDEND, -1))
    reading = Reading(RelationKind.SUM, left.id, terms)
    quantities = {n.id: n.quantity for n in numbers}
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
        if rank * of_sum(larger.number, (result, smaller.number)) > (_TOLD if told else _UNTOLD):
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
