"""Totals and their parts; complete lists of shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.lists import Composition, adds_up
from reportlint.facts.claims.making import Reading, addends, stated, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.shares import part_of
from reportlint.facts.model import Claim


def sum_claims(passage: Passage, lists: Sequence[Composition]) -> Iterator[Claim]:
    """One claim for each list of parts, each closing total, each complete list of shares."""
    for found in lists:
        yield from _list_claims(passage, found)
        if found.complete and (claim := _shares(passage, found)):
            yield claim
    yield from _closing(passage, lists)


def _list_claims(passage: Passage, found: Composition) -> Iterator[Claim]:
    if not found.items:
        return
    words = words_of(*found.items)
    if found.complete or found.certain:
        yield stated(passage, [_sum(found.head, found.items, found.complete)], words, measured="合计")
        return
    for item in found.items:
        yield stated(passage, [_sum(found.head, (item,), False)], words_of(item), measured="其中")


def _sum(head: Mention, items: Sequence[Mention], complete: bool) -> Reading:
    return Reading(RelationKind.SUM, head.id, addends(items), exhaustive=complete)


def _shares(passage: Passage, found: Composition) -> Claim | None:
    """Every item has its share of the head: the shares make 100 %."""
    shares = [_share(passage, item) for item in found.items]
    known = [s for s in shares if s is not None]
    if len(known) != len(found.items) or len(known) < 2:
        return None
    if any(s.base is not None and s.base.text not in ("", "比") for s in known):
        return None
    reading = Reading(RelationKind.SUM, None, addends(known))
    return stated(passage, [reading], words_of(*known), formula="share", measured="占比")


def _share(passage: Passage, item: Mention) -> Mention | None:
    of_item = (m for m in passage.mentions if m.act is Act.SHARE and part_of(passage, m) is item)
    return next(of_item, None)


def _closing(passage: Passage, lists: Sequence[Composition]) -> Iterator[Claim]:
    """A万元；B万元；共计C万元: a total after its parts."""
    used = {m.index for c in lists for m in (c.head, *c.items)}
    for total in passage.mentions:
        if not total.total or total.group or total.index in used:
            continue
        parts = _before(passage, total)
        if len(parts) > 1 and not any(m.index in used for m in parts):
            yield stated(passage, [_sum(total, parts, True)], words_of(*parts, total), measured="合计")


def _before(passage: Passage, total: Mention) -> list[Mention]:
    parts: list[Mention] = []
    for other in reversed(passage.mentions[: total.index]):
        if other.sentence != total.sentence or other.total:
            break
        if other.act is Act.LEVEL and other.comparable(total) and other.group == total.group:
            parts.insert(0, other)
    return parts if adds_up(total, parts) or _closes(parts) else []


def _closes(parts: Sequence[Mention]) -> bool:
    """Whether the parts are of one rank: none opens a list, all have names of their own."""
    named = all(m.name.text and not m.opens for m in parts)
    return named and len({m.indicator.facets | {m.indicator.rest} for m in parts}) == len(parts)
