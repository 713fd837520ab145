"""Rates that come in rows: where all but one of them hold over the same base, so must the last.

分别为60%、30%、10%, and 甲占60%；乙占30%；丙占10%: what the members share, the whole that they
are parts of or the list that their bases stand in, is found by how many of them it makes true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.comparisons import change_fits
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.scenes import Scene
from reportlint.facts.claims.sides import Sides
from reportlint.facts.claims.wording import RATES
from reportlint.facts.model import Claim, FigureKind

_BACK = 24
"""So many figures before a row its operands are looked for."""
_AHEAD = 4
_ENOUGH = 2
_CHANCE = Fraction(1, 20)
_TELLING = Fraction(1, 200)
"""One rate of two that holds by accident so seldom tells of the other."""
_ACTS = frozenset({Act.SHARE, Act.RATE, Act.COMPLETION, Act.CHANGE, Act.LEVEL})
_MEASURED = frozenset(
    {FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AREA, FigureKind.LENGTH, FigureKind.OTHER}
)
Pairs = tuple[tuple[Mention, Mention], ...]


@dataclass(frozen=True, slots=True)
class _Family:
    """Rates of one kind with, for each, the figures that may be its numerator."""

    members: tuple[Mention, ...]
    changes: bool


def family_claims(passage: Passage, scene: Scene, made: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of rows of rates that `made` leaves without operands."""
    known = {c.relation.result for c in made}
    for family, tops in (*_rows(passage, scene), *_siblings(passage, scene)):
        left = [m for m in family.members if m.id not in known]
        if not left or not tops:
            continue
        found = _best(scene, family, tops, _levels(passage, scene, family))
        if found is not None:
            yield from _claims(passage, family, found, known)


def _rows(passage: Passage, scene: Scene) -> Iterator[tuple[_Family, list[tuple[Mention, ...]]]]:
    rated = [m for m in passage.mentions if m.row and m.kind in RATES and m.act in _ACTS]
    for _, group in groupby(rated, key=lambda m: m.row):
        members = tuple(group)
        if len(members) >= _ENOUGH and all(m.figure.value is not None for m in members):
            family = _Family(members, members[0].act is Act.CHANGE)
            yield family, _windows(_levels(passage, scene, family), len(members))


def _siblings(
    passage: Passage, scene: Scene
) -> Iterator[tuple[_Family, list[tuple[Mention, ...]]]]:
    """Shares of one sentence, each said of the level just before it."""
    shares = [m for m in passage.mentions if _is_share(m)]
    for _, group in groupby(shares, key=lambda m: (m.sentence, m.base.text if m.base else "")):
        members = [(m, top) for m in group if (top := _just_before(passage, scene, m))]
        if len(members) > _ENOUGH:
            family = _Family(tuple(m for m, _ in members), False)
            yield family, [tuple(top for _, top in members)]


def _is_share(mention: Mention) -> bool:
    shares = mention.act is Act.SHARE or (mention.act is Act.LEVEL and bool(mention.group))
    return shares and not mention.row and mention.kind in RATES and bool(mention.figure.value)


def _just_before(passage: Passage, scene: Scene, mention: Mention) -> Mention | None:
    before = passage.before(mention.index)[-1:]
    if not before or before[0].part != mention.part or not _usable(scene, before[0]):
        return None
    return before[0]


def _usable(scene: Scene, mention: Mention) -> bool:
    if not mention.is_level or mention.cause or mention.index in scene.each:
        return False
    return mention.kind in _MEASURED and bool(mention.figure.value)


def _levels(passage: Passage, scene: Scene, family: _Family) -> list[Mention]:
    first, last = family.members[0].index, family.members[-1].index
    near = passage.mentions[max(0, first - _BACK) : last + 1 + _AHEAD]
    end = family.members[-1].sentence
    return [m for m in near if m.sentence <= end and _usable(scene, m)]


def _windows(levels: Sequence[Mention], count: int) -> list[tuple[Mention, ...]]:
    """Runs of so many figures of one dimension."""
    found = []
    for first in range(len(levels)):
        alike = [m for m in levels[first:] if m.comparable(levels[first])][:count]
        if len(alike) == count:
            found.append(tuple(alike))
    return found


def _best(
    scene: Scene,
    family: _Family,
    tops: Sequence[tuple[Mention, ...]],
    levels: Sequence[Mention],
) -> Pairs | None:
    """The pairing that makes most of the rates true: all of them, or all but one of many."""
    tried = sorted(_pairings(family, tops, levels), key=lambda t: _oddity(scene, family, t))
    count = len(family.members)
    for wanted in (count, count - 1):
        for rank, pairs in enumerate(tried, 1):
            held = sum(_holds(family, m, p) for m, p in _zip(family, pairs))
            if held != wanted:
                continue
            odds = rank * _odds(family, held)
            if held >= _ENOUGH and odds <= _CHANCE:
                return pairs
            if held and odds <= _TELLING and _in_rows(pairs):
                return pairs
    return None


def _in_rows(pairs: Pairs) -> bool:
    """Whether numerators and bases are lists of values 分别 as well."""
    return all(m.row for pair in pairs for m in pair)


def _oddity(scene: Scene, family: _Family, pairs: Pairs) -> int:
    """How odd a pairing is: bases later on their way than what is set over them, and far off."""
    (top, bottom), first = pairs[0], family.members[0].index
    one, other = scene.stance(top), scene.stance(bottom)
    turned = one is not None and other is not None and other >= one
    distance = first - top.index + abs(top.index - bottom.index)
    lone = bottom is pairs[-1][1] and family.members[0].act is not Act.SHARE
    return distance + (10 if turned and not family.changes else 0) + (4 if lone else 0)


def _pairings(
    family: _Family, tops: Sequence[tuple[Mention, ...]], levels: Sequence[Mention]
) -> Iterator[Pairs]:
    for run in reversed(tops):
        if not family.changes:
            for whole in levels:
                if whole not in run and whole.comparable(run[0]):
                    yield tuple((top, whole) for top in run)
        for other in _windows(levels, len(run)):
            apart = other != run if family.changes else not set(other) & set(run)
            if apart and other[0].comparable(run[0]):
                yield tuple(zip(run, other, strict=True))


def _zip(family: _Family, pairs: Pairs) -> Iterator[tuple[Mention, tuple[Mention, Mention]]]:
    return zip(family.members, pairs, strict=True)


def _holds(family: _Family, member: Mention, pair: tuple[Mention, Mention]) -> bool:
    kind = RelationKind.GROWTH if family.changes else RelationKind.RATIO
    return change_fits(member, kind, member.direction, Sides(*pair, told=True, points=0))


def _odds(family: _Family, most: int) -> Fraction:
    """How likely so many of the rates hold by chance over one base."""
    places = sorted(m.figure.place / 20 for m in family.members)
    odds = Fraction(1)
    for place in places[-most:]:
        odds *= min(Fraction(1), place)
    return odds * len(family.members)


def _claims(
    passage: Passage, family: _Family, pairs: Pairs, known: set[str | None]
) -> Iterator[Claim]:
    for member, (top, bottom) in _zip(family, pairs):
        if member.id in known or (top.id == bottom.id):
            continue
        known.add(member.id)
        words = words_of(member)
        yield stated(
            passage, [_reading(family, member, top, bottom)], words, measured=_name(member)
        )


def _reading(family: _Family, member: Mention, top: Mention, bottom: Mention) -> Reading:
    if family.changes:
        ends = (term(top, Role.CURRENT), term(bottom, Role.PREVIOUS))
        return Reading(RelationKind.GROWTH, member.id, ends, member.direction)
    if member.act is Act.SHARE:
        parts = (term(top, Role.PART), term(bottom, Role.WHOLE))
        return Reading(RelationKind.SHARE, member.id, parts)
    terms = (term(top, Role.NUMERATOR), term(bottom, Role.DENOMINATOR))
    return Reading(RelationKind.RATIO, member.id, terms)


def _name(member: Mention) -> str:
    return "占比" if member.act is Act.SHARE else member.name.text
