"""Totals and their parts; complete lists of shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.lists import Composition, adds_up
from reportlint.facts.claims.making import Reading, addends, stated, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.shares import part_of
from reportlint.facts.model import Claim, FigureKind
from reportlint.lexicon.cues import splits

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
        yield stated(
            passage, [_sum(found.head, found.items, found.complete)], words, measured="合计"
        )
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
        parts = _adding(total, _before(passage, total)) if named else []
        if len(parts) < 2 or any(m.index in used for m in parts):
            continue
        ranked = _makes_up(parts, total) or (total.total and _one_rank(parts))
        adds = adds_up(total, parts)
        if ranked or adds:
            sure = adds or total.kind is not FigureKind.SCORE
            yield _closed(passage, total, parts, sure)


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
    """The levels of the sentence before a total, back to the total before it."""
    parts: list[Mention] = []
    for other in reversed(passage.before(total.index)):
        if other.sentence != total.sentence or other.total:
            break
        alike = other.act is Act.LEVEL and other.comparable(total) and other.group == total.group
        if alike and not _is_weight(passage, other):
            parts.insert(0, other)
    return parts


def _is_weight(passage: Passage, mention: Mention) -> bool:
    """投入指标15分得13.5分: the points that could be had are not the points had."""
    if mention.kind is not FigureKind.SCORE:
        return False
    after = passage.text[mention.figure.end : mention.figure.end + 8]
    return re.match(r"[，,]?\s*(?:实际|自评)?得", after) is not None


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
