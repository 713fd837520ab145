"""Totals and their parts; complete lists of shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.bases import is_deduction, is_full_mark
from reportlint.facts.claims.completeness import adds_up
from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.lists import Composition
from reportlint.facts.claims.making import Reading, addends, stated, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.shares import part_of
from reportlint.facts.model import Claim, FigureKind
from reportlint.lexicon.cues import any_of, splits

_TOTAL_NAME = re.compile(r"^总|总[额计数]|合计|共计|总(?:收入|支出|投资|分|得分)")


def sum_claims(passage: Passage, lists: Sequence[Composition]) -> Iterator[Claim]:
    """One claim for each list of parts, each closing total, each complete list of shares."""
    shares = _by_part(passage) if lists else {}
    for found in lists:
        yield from _list_claims(passage, found)
        if found.complete and (claim := _shares(passage, found, shares)):
            yield claim
    yield from _closing(passage, lists)


def _list_claims(passage: Passage, found: Composition) -> Iterator[Claim]:
    if not found.items:
        return
    words = words_of(*found.items)
    if found.complete or found.certain:
        reading = _sum(found.head, found.items, found.complete)
        claim = stated(passage, [reading], words, measured="合计", certain=found.certain)
        yield claim if found.certain else replace(claim, suspected=True)
        return
    for item in found.items:
        yield stated(passage, [_sum(found.head, (item,), False)], words_of(item), measured="其中")


def _sum(head: Mention, items: Sequence[Mention], complete: bool) -> Reading:
    return Reading(RelationKind.SUM, head.id, addends(items), exhaustive=complete)


def _by_part(passage: Passage) -> dict[int, Mention]:
    """The share that is said of each level, by the level's index."""
    found: dict[int, Mention] = {}
    for share in passage.mentions:
        if share.act is Act.SHARE and (part := part_of(passage, share)):
            found.setdefault(part.index, share)
    return found


def _shares(passage: Passage, found: Composition, shares: dict[int, Mention]) -> Claim | None:
    """Every item has its share of the head: the shares make 100 %."""
    known = [shares[item.index] for item in found.items if item.index in shares]
    if len(known) != len(found.items) or len(known) < 2:
        return None
    if any(s.base is not None and s.base.text not in ("", "比") for s in known):
        return None
    reading = Reading(RelationKind.SUM, None, addends(known))
    return stated(passage, [reading], words_of(*known), formula="share", measured="占比")


def _closing(passage: Passage, lists: Sequence[Composition]) -> Iterator[Claim]:
    """A万元；B万元；共计C万元: a total after its parts."""
    used = {m.index for c in lists for m in (c.head, *c.items)}
    for total in passage.mentions:
        if total.act is not Act.LEVEL or total.group or total.index in used:
            continue
        named = total.total or _TOTAL_NAME.search(total.name.text) is not None
        if named:
            yield from _closed_by(passage, total, used)
            yield from _points_behind(passage, total)


def _closed_by(passage: Passage, total: Mention, used: set[int]) -> Iterator[Claim]:
    parts = _adding(total, _before(passage, total))
    if parts and _goes_on(passage, parts[0]):
        parts = _with_what_went_before(passage, total, parts)
    if len(parts) < 2:
        return
    adds = adds_up(total, parts)
    free = not any(m.index in used for m in parts)
    ranked = free and (_makes_up(parts, total) or (total.total and _one_rank(parts)))
    ranked = ranked and not _of_some(total, parts)
    if ranked or adds:
        yield _closed(passage, total, parts, adds or total.kind is not FigureKind.SCORE)


def _of_some(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether some of the parts, not all, make up the total: it is a total of those alone."""
    if len(parts) > _FEW:
        return False
    some = (c for n in range(2, len(parts)) for c in combinations(parts, n))
    return any(adds_up(total, c) for c in some)


_FEW = 10


def _goes_on(passage: Passage, first: Mention) -> bool:
    """加上B万元、C万元: the first addend stands before these words."""
    words = passage.text[first.start : first.figure.start]
    return re.search(any_of("additions"), words) is not None


def _with_what_went_before(passage: Passage, total: Mention, parts: list[Mention]) -> list[Mention]:
    """The parts with the one level before them that makes up the total; else none."""
    earlier = [
        m
        for m in passage.before(parts[0].index)
        if m.act is Act.LEVEL and m.comparable(total) and not m.group
    ]
    return next(([m, *parts] for m in reversed(earlier) if adds_up(total, [m, *parts])), [])


def _points_behind(passage: Passage, total: Mention) -> Iterator[Claim]:
    """A分，得a分；B分，得b分；合计C分，得c分: the points had, beside those to be had."""
    following = passage.after(total.index)[:1]
    if not is_full_mark(passage, total) or not following or following[0].kind is not total.kind:
        return
    scores = [m for m in _addable(passage, total) if not is_full_mark(passage, m)]
    weights = [m for m in _addable(passage, total) if is_full_mark(passage, m)]
    if len(scores) == len(weights) > 1:
        yield _closed(passage, following[0], scores, True)


def _adding(total: Mention, parts: list[Mention]) -> list[Mention]:
    """The last of the parts that add up to the total; all of them if none do."""
    for start in range(len(parts) - 1):
        if adds_up(total, parts[start:]):
            return parts[start:]
    return parts


def _closed(passage: Passage, total: Mention, parts: Sequence[Mention], sure: bool) -> Claim:
    words = words_of(*parts, total)
    return stated(passage, [_sum(total, parts, True)], words, measured="合计", certain=sure)


def _before(passage: Passage, total: Mention) -> list[Mention]:
    """The levels of the sentence before a total, back to the total before it.

    Full marks are added to full marks, points to points.
    """
    found = _addable(passage, total)
    weighed = is_full_mark(passage, total)
    return [m for m in found if is_full_mark(passage, m) == weighed]


def _addable(passage: Passage, total: Mention) -> list[Mention]:
    parts: list[Mention] = []
    for other in reversed(passage.before(total.index)):
        if other.sentence != total.sentence or other.total:
            break
        alike = other.comparable(total) and other.group == total.group and not other.aside
        alike = alike and not is_deduction(passage, other)
        if other.act is Act.LEVEL and alike:
            parts.insert(0, other)
    return parts


def _makes_up(parts: Sequence[Mention], total: Mention) -> bool:
    """Whether the parts are the kinds of a whole: 货物, 工程, 服务 before 政府采购总额."""
    facets = [m.indicator.facets for m in parts]
    return any(
        len(parts) == len(split) and {f for fs in facets for f in fs & split} == split
        for split in splits()
        if not total.indicator.facets & split
    ) and bool(_TOTAL_NAME.search(total.name.text))


def _one_rank(parts: Sequence[Mention]) -> bool:
    """Whether the parts are of one rank: none opens a list, all are named, at one stage."""
    if any(m.opens or not m.name.text for m in parts):
        return False
    if any(m.kind is FigureKind.COUNT for m in parts):
        return False
    if all(m.kind is FigureKind.SCORE for m in parts):
        return True
    names = {m.indicator.facets | {m.indicator.rest, m.figure.period} for m in parts}
    return len(names) == len(parts) and len({stage_of(m.indicator) for m in parts}) == 1
