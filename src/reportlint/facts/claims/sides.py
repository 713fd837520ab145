"""The two sides of a comparison: which figure came out, and which it is set against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.layout import CUT
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.scenes import Scene, about, pairs_of
from reportlint.facts.model import FigureKind, Hedge
from reportlint.lexicon.comparing import outcome, reference
from reportlint.lexicon.stances import core

_REACH = 8
"""So many figures around a change its sides are looked for."""
_AHEAD = 10
_SURE = 10
_TOLD = 20
_FACTOR = 4
_PLANS = ("initial", "full", "budget", "planned")
_BOUNDS = frozenset({Hedge.GREATER, Hedge.LESS, Hedge.AT_LEAST, Hedge.AT_MOST})


@dataclass(frozen=True, slots=True)
class Sides:
    """What came out and what it is set against; `told` says that the words tell them apart."""

    current: Mention
    previous: Mention
    told: bool
    points: int


def sides_of(passage: Passage, scene: Scene, result: Mention) -> list[Sides]:
    """The pairs of figures a change may lie between, the likeliest first."""
    around = [m for m in _around(passage, result) if _may_be_side(m, result)]
    found = [
        _sides(passage, scene, result, now, then)
        for then in around
        for now in around
        if now is not then and now.comparable(then)
    ]
    return sorted(found, key=lambda s: -s.points)


def alone(found: Sequence[Sides]) -> bool:
    """Whether the first pair is what the words mean: they say so, and no other is near it."""
    best, rest = found[0], found[1:]
    rivals = [s for s in rest if _values(s) != _values(best)]
    ahead = all(best.points - s.points >= _AHEAD for s in rivals)
    return best.told and best.points >= _SURE and ahead


def _values(sides: Sides) -> tuple[object, object]:
    return sides.current.figure.value, sides.previous.figure.value


def _around(passage: Passage, result: Mention) -> list[Mention]:
    before = passage.before(result.index)[-_REACH:]
    after = passage.after(result.index)[: _REACH // 2]
    near = [m for m in before if result.sentence - m.sentence <= 1]
    return [*near, *(m for m in after if m.part == result.part)]


def _may_be_side(mention: Mention, result: Mention) -> bool:
    if mention.cause or mention.act in (Act.CHANGE, Act.DIFFERENCE) or not mention.figure.value:
        return False
    if result.kind is FigureKind.POINTS:
        return mention.kind in (FigureKind.PERCENT, FigureKind.PERMILLE)
    if result.kind is FigureKind.MULTIPLE and mention.kind is FigureKind.PERCENT:
        return False
    return mention.kind not in (FigureKind.POINTS, FigureKind.MULTIPLE, FigureKind.RATIO)


def _sides(passage: Passage, scene: Scene, result: Mention, now: Mention, then: Mention) -> Sides:
    marked = _reference(scene, result, then, now)
    points = marked - _reference(scene, result, now, then) + _outcome(scene, now)
    points += _likeness(result, now, then) + _nearness(passage, result, now, then)
    points -= 0 if result.kind is FigureKind.MULTIPLE else _apart(now, then)
    points += 14 if _gap_is_printed(passage, result, now, then) else 0
    told = marked >= _TOLD and _of_the_past(passage, scene, result, then, now)
    return Sides(now, then, told, points)


_YEAR_ON_YEAR = re.compile(r"同比|环比|上年|去年|上月|同期|同口径|年初|期初|上季")


def _of_the_past(
    passage: Passage, scene: Scene, result: Mention, then: Mention, now: Mention
) -> bool:
    """What is compared 同比 is compared with what was a year ago, and with nothing else."""
    said = passage.text[result.start : result.figure.start]
    if not _YEAR_ON_YEAR.search(said):
        return True
    words = scene.words(then)
    return bool(_YEAR_ON_YEAR.search(words)) or then.figure.period[:4] < now.figure.period[:4]


def _gap_is_printed(passage: Passage, result: Mention, now: Mention, then: Mention) -> bool:
    """Whether another figure of the sentence is exactly the difference of two."""
    gap = abs((now.figure.value or 0) - (then.figure.value or 0))
    near = passage.mentions[max(0, result.index - _REACH) : result.index + _REACH]
    return bool(gap) and any(
        abs(m.figure.value or 0) == gap and m.sentence == result.sentence and m.kind is now.kind
        for m in near
        if m is not now and m is not then and m is not result
    )


def _apart(now: Mention, then: Mention) -> int:
    """Two ends of a change are seldom of different orders."""
    a, b = (abs(m.figure.value or Fraction(0)) for m in (now, then))
    return 15 if max(a, b) > _FACTOR * min(a, b) else 0


def _reference(scene: Scene, result: Mention, side: Mention, other: Mention) -> int:
    """How clearly the words make a figure the base of a comparison."""
    words = scene.words(side)
    points = 0
    if side.act in (Act.FROM, Act.BASE) or _bounded(side):
        points = 25
    elif reference().search(words):
        points = 20
    if side.figure.period and side.figure.period[:4] < other.figure.period[:4]:
        points = max(points, 20)
    if _DATED.search(words) and not _DATED.search(scene.words(other)):
        points = max(points, 20)
    if side.act is not Act.RATE and stage_of(side.name) in _PLANS:
        points = max(points, 18)
    said = result.base.text if result.base else ""
    if points and said and pairs_of(said) & pairs_of(words):
        points += 10
    return points


_DATED = re.compile(r"(?:19|20)\d\d\s*年")
"""A year named for one side only is that of the past."""


def _bounded(side: Mention) -> bool:
    """高于95%, ≥95%: a bound that stands before its figure is one to be kept."""
    numeral = side.figure.numeral
    return numeral.hedge in _BOUNDS and not numeral.text[:1].isdigit()


def _outcome(scene: Scene, side: Mention) -> int:
    if side.act is Act.REACHED:
        return 10
    return 5 if outcome().search(scene.words(side)) else 0


def _likeness(result: Mention, now: Mention, then: Mention) -> int:
    """A base seldom has a name of its own; what came out bears the name of the change."""
    one, other = _own(now), _own(then)
    points = 0
    if one and other:
        points = 8 if one & other else -6
    named = pairs_of(core(result.name.text))
    if named:
        points += 6 if named & (one | other) else -4
    return points


def _own(mention: Mention) -> frozenset[str]:
    return about(mention) if core(mention.name.text) else frozenset()


def _nearness(passage: Passage, result: Mention, now: Mention, then: Mention) -> int:
    points = 0
    for side in (now, then):
        apart = abs(side.index - result.index)
        points -= 2 * (apart - 1) if side.index < result.index else 4 * apart
        points -= 12 if side.sentence != result.sentence else 0
        points -= 15 if side.sentence == result.sentence and side.part != result.part else 0
        points -= 10 if _outside(passage, side, result) else 0
    points -= 15 if now.index > result.index else 0
    points -= 12 if then.index > result.index and not then.group else 0
    if then.act is Act.FROM and now.index == then.index + 1:
        points += 12
    return points - (4 if abs(now.index - then.index) > 2 else 0)


def _outside(passage: Passage, side: Mention, result: Mention) -> bool:
    """In a bracket of its own that is not the result's and does not follow the result at once."""
    if not side.group or side.group == result.group:
        return False
    start = passage.layout.groups[side.group - 1][0] - 1
    return bool(CUT.search(passage.text[result.figure.end : start])) if start > 0 else True
