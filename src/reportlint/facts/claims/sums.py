"""Totals and their parts; complete lists of shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.lists import Composition
from reportlint.facts.claims.making import Reading, addends, stated, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.shares import part_of
from reportlint.facts.model import Claim

_TOTAL_NAME = re.compile(r"^总|总[额计数]|合计|共计|总(?:收入|支出|投资|分|得分)")


def sum_claims(passage: Passage, lists: Sequence[Composition]) -> Iterator[Claim]:
    """One claim for each list of parts, each closing total, each complete list of shares."""
    shares = _by_part(passage) if lists else {}
    for found in lists:
        yield from _list_claims(passage, found)
        if found.complete and (claim := _shares(passage, found, shares)):
            yield claim


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
