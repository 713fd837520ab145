"""Lists of parts: what a list is a list of, its items, and whether it is complete."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlint.facts.claims.bases import is_full_mark, is_plan
from reportlint.facts.claims.completeness import (
    Proof,
    adds_up,
    disjoint,
    ends_in_rest,
    proof,
    split_of,
)
from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.mention import REACH, Act, Mention, Passage
from reportlint.facts.indicators import describe, same_quantity
from reportlint.facts.model import FigureKind, Indicator
from reportlint.lexicon.closed_sets import divides
from reportlint.lexicon.cues import splits

_WITHIN = re.compile(
    r"(?:^|[，,。；;：:])(?P<whole>[^，,。；;：:]{2,20}?)(?:当)?中[，,：:][^，,。；;：:]*$"
)
_SUMMED = frozenset(
    {
        FigureKind.AMOUNT,
        FigureKind.COUNT,
        FigureKind.AREA,
        FigureKind.LENGTH,
        FigureKind.SCORE,
    }
)
_SUMS_UP = re.compile(r"合计|共计|小计|总计$")
_DONE = frozenset({"final", "executed"})
_FLOWS = ("flow:both", "flow:expenditure", "flow:income", "flow:carryover")
_PLANNED = frozenset({"initial", "full", "budget"})


@dataclass(frozen=True, slots=True)
class Composition:
    """A head and its parts; `outer` is the head of the list that the head is an item of."""

    head: Mention
    items: tuple[Mention, ...]
    complete: bool
    certain: bool
    outer: Mention | None = None


def compositions(passage: Passage) -> tuple[Composition, ...]:
    """The lists of parts of a paragraph, outer ones before those inside them."""
    levels = [
        m
        for m in passage.mentions
        if m.act is Act.LEVEL
        and m.kind in _SUMMED
        and m.figure.value is not None
        and not _divides(passage, m)
    ]
    found: list[Composition] = []
    for position in range(1, len(levels)):
        if _opens(passage, levels, position):
            judged = _best(passage, levels, position, found)
            if judged and _worth_saying(passage, levels[position], judged):
                found.append(judged)
    return tuple(found)


_DIVIDED = re.compile(r"(?:分(?:为|成|作)?|以下|下列|由|共)$")
_SORTS = frozenset({"类", "种", "部分", "批", "期", "档", "级", "块", "项", "个"})
_THEN = re.compile(r"[^，,。；;：:\d]{0,8}(?:[：:]|[，,](?=[^，,。；;：:\d]{1,12}\d))")


def _divides(passage: Passage, mention: Mention) -> bool:
    """分为三类：A…，B…: the number of parts is a part of nothing."""
    if mention.kind is not FigureKind.COUNT or mention.figure.numeral.unit not in _SORTS:
        return False
    before = passage.text[mention.start : mention.figure.start]
    if _DIVIDED.search(before) is None:
        return False
    return _THEN.match(passage.text, mention.figure.end) is not None


def _after_division(passage: Passage, opener: Mention) -> bool:
    last = passage.mentions[opener.index - 1] if opener.index else None
    return last is not None and _divides(passage, last)


def _best(
    passage: Passage, levels: Sequence[Mention], position: int, found: Sequence[Composition]
) -> Composition | None:
    """The list under its nearest head, unless another figure before it is exactly its sum."""
    heads = _outside(passage, found, _heads(passage, levels, position), levels[position])
    read = [_read(passage, levels, position, head, found) for head in heads]
    lists = [c for c in read if c is not None]
    exact = [c for c in lists if len(c.items) > 1 and adds_up(c.head, c.items)]
    exact = exact or _wholes_above(passage, levels, position, found)
    if not exact and _after_many(levels, position):
        lists = [c for c in lists if any(c.head in other.items for other in found)]
    return next(iter((*exact, *lists)), None)


_MANY = 3
"""So many figures in one sentence are a list, whether or not its whole is at hand."""
_SENTENCES = 4


def _after_many(levels: Sequence[Mention], position: int) -> bool:
    """分任务看，A…，B…，C…。用于产业发展…: the last of a list is not the whole of the next."""
    opener, last = levels[position], levels[position - 1]
    here = [m for m in levels[max(0, position - REACH) : position] if m.comparable(opener)]
    listed = [m for m in here if m.sentence == last.sentence and m.group == last.group]
    return opener.sentence != last.sentence and not opener.group and len(listed) >= _MANY


def _wholes_above(
    passage: Passage, levels: Sequence[Mention], position: int, found: Sequence[Composition]
) -> list[Composition]:
    opener = levels[position]
    above = [
        m
        for m in levels[max(0, position - REACH) : position]
        if m.comparable(opener) and opener.sentence - m.sentence <= _SENTENCES
    ]
    read = [_read(passage, levels, position, head, found) for head in reversed(above)]
    return [c for c in read if c and len(c.items) > 1 and adds_up(c.head, c.items)]


_BY_KIND = re.compile(r"[按从分][^，,。；;]{1,12}?(?:分|划分|看|来看|分类)?[，,：:]")


def _outside(
    passage: Passage, found: Sequence[Composition], heads: Sequence[Mention], opener: Mention
) -> list[Mention]:
    """A new list after the parts of another may divide the same whole; 按性质分 surely does."""
    chosen: list[Mention] = []
    for head in heads:
        around = next((c for c in reversed(found[-REACH:]) if head in c.items), None)
        anew = around is not None and opener.part != head.part and len(around.items) > 1
        whole = [around.head] if around and anew and not opener.group else []
        by_kind = _BY_KIND.search(passage.text[opener.start : opener.figure.start])
        chosen += [*whole, head] if by_kind else [head, *whole]
    return list(dict.fromkeys(chosen))


def _read(
    passage: Passage,
    levels: Sequence[Mention],
    position: int,
    head: Mention,
    found: Sequence[Composition],
) -> Composition | None:
    items = _within_part(passage, _items(passage, levels, position, head), head)
    if not items:
        return None
    opener = levels[position]
    complete = opener.complete or _made_up(passage, opener, items) or ends_in_rest(passage, items)
    return _judged(passage, head, items, complete, _outer(found, head))


def _worth_saying(passage: Passage, opener: Mention, found: Composition) -> bool:
    """Scores only where they add up: which of them make a total is for the form to say."""
    if opener.kind is FigureKind.SCORE:
        return adds_up(found.head, found.items)
    opens = opener.opens or _after_division(passage, opener)
    return found.complete or opens or _whole_named(passage, opener) is not None


def parts_of(lists: Sequence[Composition]) -> frozenset[int]:
    """The places, among the mentions, of all parts of lists."""
    return frozenset(m.index for c in lists for m in c.items)


def head_of(lists: Sequence[Composition], part: Mention) -> list[Mention]:
    """The heads of the lists that a level is an item of, the nearest first."""
    for found in reversed(lists):
        if found.head.index < part.index - 2 * REACH:
            break
        if part in found.items:
            return [found.head] + ([found.outer] if found.outer else [])
    return []


def _opens(passage: Passage, levels: Sequence[Mention], position: int) -> bool:
    """Whether a list of parts begins with this level.

    After 其中 or a colon, in a bracket of several, with 由 … 组成, or as the first of the kinds
    that make up a whole.
    """
    opener, previous = levels[position], levels[position - 1]
    if opener.opens and opener.total:
        return False
    if opener.opens or _made_up(passage, opener, ()) or _whole_named(passage, opener):
        return True
    if _after_division(passage, opener):
        return True
    if opener.group and previous.group != opener.group:
        return any(m.group == opener.group for m in levels[position + 1 : position + 2])
    return _begins_split(levels, position) or _begins_kinds(levels, position)


_MOST_KINDS = 6


def _begins_kinds(levels: Sequence[Mention], position: int) -> bool:
    """结果为优31个、良24个、中6个、差1个: the kinds of a whole, whatever introduces them."""
    opener, previous = levels[position], levels[position - 1]
    if opener.sentence != previous.sentence or not opener.comparable(previous):
        return False
    if any(m.opens for m in levels[max(0, position - _MOST_KINDS) : position]):
        return False
    following = [
        m
        for m in levels[position : position + _MOST_KINDS]
        if m.part == opener.part and m.group == opener.group and m.comparable(opener)
    ]
    names = [m.name.text for m in following]
    found = next((n for n in range(len(names), 1, -1) if divides(names[:n], sure=True)), 0)
    largest = max((m.figure.value or 0 for m in following[:found]), default=0)
    sibling = divides([previous.name.text, *names[:found]], sure=False)
    return found > 0 and not sibling and largest <= (previous.figure.value or 0)


def _made_up(passage: Passage, opener: Mention, items: Sequence[Mention]) -> bool:
    words = passage.text[opener.start : opener.figure.start]
    if not re.search(r"(?:^|[，,：:])[^，,]{0,12}由[^，,。]*$", words):
        return False
    return re.match(r"[^。；]{0,120}?(?:组成|构成)", passage.text[opener.figure.end :]) is not None


def _begins_split(levels: Sequence[Mention], position: int) -> bool:
    opener, previous = levels[position], levels[position - 1]
    if opener.sentence != previous.sentence or opener.group != previous.group:
        return False
    if previous.opens and not previous.total:
        return False
    following = levels[position : position + 4]
    return any(
        opener.indicator.facets & split
        and not previous.indicator.facets & split
        and split <= {f for m in following for f in m.indicator.facets if m.part == opener.part}
        for split in splits()
    )


def _whole_named(passage: Passage, opener: Mention) -> Indicator | None:
    """基本支出中，人员经费…: the whole by its name."""
    found = _WITHIN.search(passage.text[opener.start : opener.figure.start])
    return describe(found["whole"]) if found else None


def _heads(passage: Passage, levels: Sequence[Mention], position: int) -> list[Mention]:
    """What the list may be a list of: the nearest first, plans and last year's figures last."""
    opener = levels[position]
    before = levels[max(0, position - REACH) : position]
    if whole := _whole_named(passage, opener):
        named = [m for m in before if m.comparable(opener)]
        return [m for m in named if same_quantity(m.indicator, whole)][-1:]
    found: list[Mention] = []
    for other in reversed(before):
        far = found and other.sentence != found[0].sentence
        if far or opener.sentence - other.sentence > 1 or not other.comparable(opener):
            break
        if other.group not in (0, opener.group) or (opener.group and other.group == opener.group):
            continue
        if other.row and opener.sentence == other.sentence:
            break
        if found and (other.opens or other.total or opener.group):
            break
        if other.aside and not opener.aside:
            continue
        found.append(other)
    now = [m for m in found if m.figure.period == opener.figure.period]
    return sorted(now, key=lambda m: is_plan(passage, m) and not is_plan(passage, opener))


def _items(
    passage: Passage, levels: Sequence[Mention], position: int, head: Mention
) -> tuple[Mention, ...]:
    """The levels of the list: up to the end of its bracket or sentence, or a list inside it.

    A list divided by commas ends at the first ；.
    """
    opener = levels[position]
    items: list[Mention] = []
    by_commas = False
    for other in levels[position : position + REACH]:
        if other is not opener and (
            _ends(opener, other) or (by_commas and _next_part(other, items))
        ):
            break
        if other.aside or not _marked_alike(passage, other, head):
            continue
        if other.group == opener.group and other.comparable(head) and _belongs(other, head):
            by_commas = by_commas or (bool(items) and other.part == items[-1].part)
            items.append(other)
    return tuple(items)


def _marked_alike(passage: Passage, item: Mention, head: Mention) -> bool:
    """Full marks are parts of a full mark, points had are parts of points had."""
    full = is_full_mark(passage, item)
    if not is_full_mark(passage, head):
        return not full
    return full or "得" not in passage.text[item.start : item.figure.start]


def _within_part(
    passage: Passage, items: tuple[Mention, ...], head: Mention
) -> tuple[Mention, ...]:
    """Without a colon (其中A；B) what follows ； may be the head's sibling: the sum must tell."""
    if not items or items[-1].part == items[0].part:
        return items
    words = passage.text[items[0].start : items[0].figure.start]
    if re.search("[：:]", words) or adds_up(head, items) or split_of(items, head):
        return items
    return tuple(m for m in items if m.part == items[0].part)


def _next_part(other: Mention, items: Sequence[Mention]) -> bool:
    return bool(items) and other.part != items[-1].part


def _ends(opener: Mention, other: Mention) -> bool:
    if opener.group and other.group != opener.group:
        return True
    if other.sentence != opener.sentence or other.total or _SUMS_UP.search(other.name.text):
        return True
    return other.opens and other.group == opener.group


def _belongs(item: Mention, head: Mention) -> bool:
    """Neither another flow (支出 after the parts of 收入) nor another stage than the head."""
    if item.cause:
        return False
    stages = {stage_of(item.indicator), stage_of(head.indicator)}
    if stages & _DONE and stages & _PLANNED:
        return False
    one, other = (_flow(m) for m in (item, head))
    if one == "flow:carryover" and "time:opening" not in item.indicator.facets:
        return other in (one, "flow:both") or "level:total" in head.indicator.facets
    return (
        other in (None, "flow:both")
        or one in (None, other)
        or "level:total" in head.indicator.facets
    )


def _flow(mention: Mention) -> str | None:
    return next((f for f in _FLOWS if f in mention.indicator.facets), None)


def _outer(found: Sequence[Composition], head: Mention) -> Mention | None:
    return next((c.head for c in reversed(found[-REACH:]) if head in c.items), None)


def _judged(
    passage: Passage,
    head: Mention,
    items: tuple[Mention, ...],
    said: bool,
    outer: Mention | None,
) -> Composition:
    """Complete is what adds up, what is all the kinds of a whole, what words say to be complete."""
    for count in range(len(items), 1, -1):
        if adds_up(head, items[:count]):
            return Composition(head, items[:count], True, True, outer)
    if split := split_of(items, head):
        return Composition(head, split, True, True, outer)
    found = proof(passage, head, items, said)
    apart = outer is None and disjoint(items)
    if found is Proof.SURE or (found is Proof.SUSPECTED and apart and _exceeds(head, items)):
        return Composition(head, items, True, True, outer)
    if found is Proof.SUSPECTED and not (apart and _exceeds(head, items)):
        return Composition(head, items, True, False, outer)
    return Composition(head, items, False, apart, outer)


def _exceeds(head: Mention, items: Sequence[Mention]) -> bool:
    return sum(m.figure.value or 0 for m in items) > (head.figure.value or 0)
