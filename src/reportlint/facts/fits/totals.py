"""What adds up: lists and their totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.making import Reading, addends
from reportlint.facts.fits.chance import of_sum
from reportlint.facts.fits.cues import has, says
from reportlint.facts.fits.numbers import FARTHEST, Number, counted
from reportlint.facts.fits.search import EPSILON, holds
from reportlint.facts.model import FigureKind

_LONGEST, _LINES = 40, 15
_WHOLE = 100
_TOLD, _BESIDE, _UNTOLD = 0.4, 0.12, 0.03
"""How easily a sum may come about by chance: where words speak of one, within a sentence, else."""


def list_reading(numbers: Sequence[Number], total: Number) -> Reading | None:
    """The list, after or before `total`, that adds up to it."""
    for run, limit in _runs(numbers, total):
        for rank, count in _fitting(run, total):
            parts = run[:count]
            if rank * of_sum(total, parts) <= limit and (found := _sum(total, parts)):
                return found
    return None


def _fitting(run: Sequence[Number], total: Number) -> Iterator[tuple[int, int]]:
    """Lengths at which the list reaches the total, and how many lengths are likelier.

    All of a sentence is likelier than a part of it.
    """
    line, reached, slack = run[0].line, 0.0, total.slack
    for count, part in enumerate(run, 1):
        reached += part.value
        slack += part.slack
        if count > 1 and abs(reached - total.value) <= slack + EPSILON:
            whole = part.line == line and (count == len(run) or run[count].line != line)
            yield (1 if whole else count - 1), count


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


def _members(numbers: Sequence[Number], total: Number, step: int) -> list[Number]:
    found: list[Number] = []
    pieces = step < 0 and total.kind is FigureKind.COUNT and says(total, "total")
    at = total.at + step
    while 0 <= at < len(numbers) and len(found) < _LONGEST:
        other = numbers[at]
        if abs(other.line - total.line) > _LINES or abs(at - total.at) > FARTHEST:
            break
        same = other.dimension == total.dimension or (pieces and counted(other, total))
        if same and (other.mention.is_level or other.kind is FigureKind.PERCENT):
            found.append(other)
        at += step
    return found


def _limit(total: Number, run: Sequence[Number], step: int) -> float:
    if _told(total, run[0], step):
        return _TOLD
    return _BESIDE if run[0].line == total.line else _UNTOLD


def _told(total: Number, first: Number, step: int) -> bool:
    if says(total, "total"):
        return True
    if step < 0:
        return False
    if first.passage is not total.passage:
        return True
    return has(total.passage.text[total.mention.figure.end : first.mention.figure.start], "parts")


def _sum(total: Number, run: Sequence[Number]) -> Reading | None:
    ordered = sorted(run, key=lambda n: n.at)
    reading = Reading(RelationKind.SUM, total.id, addends(n.mention for n in ordered))
    return reading if holds(reading, (total, *run)) else None


def whole_reading(numbers: Sequence[Number], last: Number) -> Reading | None:
    """The shares of one sentence, up to `last`, that make up a whole."""
    run: list[Number] = []
    at = last.at
    while at >= max(0, last.at - FARTHEST) and numbers[at].line == last.line:
        if numbers[at].kind is FigureKind.PERCENT:
            run.append(numbers[at])
        at -= 1
    reached, slack = 0.0, EPSILON
    for count, share in enumerate(run, 1):
        reached += share.value
        slack += share.slack
        if count > 1 and abs(reached - _WHOLE) <= slack:
            parts = run[:count]
            reading = Reading(RelationKind.SUM, None, addends(n.mention for n in reversed(parts)))
            return reading if holds(reading, parts) else None
    return None
