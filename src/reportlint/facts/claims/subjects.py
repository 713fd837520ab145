"""Of what a change, share or completion is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from reportlint.facts.claims.bases import is_plan
from reportlint.facts.claims.context import inherit, item_of
from reportlint.facts.claims.lists import Composition
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.wording import RATES, grammar
from reportlint.facts.indicators import same_quantity
from reportlint.facts.model import NO_INDICATOR, FigureKind, Indicator

_SPEAKING = frozenset({Act.LEVEL, Act.REACHED, Act.RATE, Act.SHARE})


def subject_of(passage: Passage, mention: Mention) -> Mention | None:
    """The level that a statement is about: the one it names, else the one just given."""
    if names_something(mention.name):
        return _named(passage, mention)
    if mention.kind is FigureKind.POINTS:
        return _rate_given(passage, mention)
    near = _just_given(passage, mention)
    return near if near is not None else _head_before(passage, mention)


def names_something(name: Indicator) -> bool:
    """Whether words name a quantity at all (已, 共 do not)."""
    return bool(name.facets or name.rest)


def heads_too(
    passage: Passage, lists: Sequence[Composition], mention: Mention, subject: Mention
) -> list[Mention]:
    """What a statement after a list may also speak of: the head of the list.

    支出100万元，其中甲60万元、乙40万元，比上年增长5%: of 乙, or of the whole? Where the parts
    before the last have statements of their own, so has the last.
    """
    if names_something(mention.name) or mention.row:
        return []
    found = next((c for c in reversed(lists) if c.items and c.items[-1] is subject), None)
    if found is None or len(found.items) < 2 or found.head.index > subject.index:
        return []
    return [found.head] if found.items[-2].index == subject.index - 1 else []


_OTHERS = re.compile(
    r"其中|项目|单位|学校|街道|乡镇|中心|工程|经费|支出|收入|资金|部门|公司|企业|原因|由于|因为"
)


def detour(passage: Passage, mention: Mention) -> bool:
    """Whether the words since the figure before may have turned to another subject.

    支出90万元，其中甲项目进展缓慢，执行率60%: the rate need not be that of the 90.
    """
    words = grammar().against.sub("", passage.text[mention.start : mention.figure.start])
    clauses = re.split(r"[，,；;。：:（(]", words)[:-1]
    return any(_OTHERS.search(c) for c in clauses)


def _rate_given(passage: Passage, mention: Mention) -> Mention | None:
    """Points are points of a rate: the last one given in the sentence."""
    for other in reversed(passage.before(mention.index)):
        if other.sentence != mention.sentence:
            return None
        set_against = other.act in (Act.CHANGE, Act.BASE, Act.FROM)
        if other.group not in (0, mention.group) or is_plan(passage, other):
            continue
        if other.kind is FigureKind.PERCENT and not set_against:
            return other
    return None


def _named(passage: Passage, mention: Mention) -> Mention | None:
    wanted = mention.name
    for other in reversed(passage.before(mention.index)):
        if other.act in _SPEAKING and says(wanted, other):
            return other
    return None


def says(wanted: Indicator, other: Mention) -> bool:
    """Whether words name the quantity of a mention."""
    full = other.indicator
    own = inherit(wanted, Indicator("", None, frozenset(), ""), Indicator("", None, full.facets))
    return (
        same_quantity(wanted, full) or same_quantity(wanted, other.name) or same_quantity(own, full)
    )


def same_name(a: Mention, b: Mention) -> bool:
    """Whether two levels are one quantity in two periods: alike, or the second left unnamed."""
    if same_quantity(a.indicator, b.indicator):
        return True
    unnamed = item_of(b.name) == (frozenset(), "")
    return (unnamed and a.part == b.part) or (
        item_of(a.indicator) == item_of(b.indicator) and a.name.rest == b.name.rest
    )


def _just_given(passage: Passage, mention: Mention) -> Mention | None:
    """The nearest level of the same part, inside the same bracket or just before it."""
    before = passage.before(mention.index)
    printed = before[-1] if before and before[-1].act is Act.BASE else None
    for other in reversed(before):
        if other.part != mention.part:
            return None
        if other.group not in (0, mention.group) or _beside(passage, other, mention, printed):
            continue
        if mention.kind not in RATES and not mention.comparable(other):
            continue
        if other.act in (Act.LEVEL, Act.REACHED, Act.RATE) and not other.cause:
            return other
        if other.act is Act.SHARE and mention.group:
            return other
    return None


def _another(passage: Passage, aside: Mention) -> bool:
    """Whether the part has a level before that is no aside."""
    before = [m for m in passage.before(aside.index) if m.part == aside.part]
    return any(m.act is Act.LEVEL and m.comparable(aside) and not m.aside for m in before)


def _beside(passage: Passage, other: Mention, mention: Mention, printed: Mention | None) -> bool:
    """人均 is no subject unless nothing else is; 较上年6,230元 is not said of 人均83.59元."""
    if not other.aside:
        return False
    if mention.act is Act.SHARE:
        return True
    if printed is not None:
        return not printed.aside and _another(passage, other) and not _of_a_size(other, printed)
    return mention.start > other.figure.end + _CLAUSE


_FACTOR = 3


def _of_a_size(one: Mention, other: Mention) -> bool:
    """Whether two figures are of one order, as two years of one quantity are."""
    a, b = (abs(m.figure.value or Fraction(0)) for m in (one, other))
    return max(a, b) <= _FACTOR * min(a, b)


_CLAUSE = 1
"""Characters between a figure and what is said of it in the next clause."""


def _head_before(passage: Passage, mention: Mention) -> Mention | None:
    """What the sentence before is about: its first level, if the statement opens a sentence."""
    if any(m.sentence == mention.sentence for m in passage.before(mention.index)):
        return None
    before = [
        m
        for m in passage.before(mention.index)
        if m.sentence == mention.sentence - 1 and m.act in (Act.LEVEL, Act.REACHED) and not m.cause
    ]
    if not before:
        return None
    return before[0] if any(m.opens for m in before) or len(before) == 1 else None


def row_subject(passage: Passage, mention: Mention) -> Mention | None:
    """In 分别 lists the n-th value speaks of the n-th level named before."""
    near = (*passage.before(mention.index), mention, *passage.after(mention.index))
    row = [m for m in near if m.row == mention.row]
    if mention.name is not NO_INDICATOR:
        return _named(passage, mention)
    first = row[0].index
    before = [m for m in passage.before(first) if m.act is Act.LEVEL and m.part == mention.part]
    return _aligned(before, mention.place, len(row))


def _aligned(before: list[Mention], place: int, count: int) -> Mention | None:
    listed = [m for m in before if m.row]
    last = listed[-1].row if listed else 0
    chosen = [m for m in listed if m.row == last] if last else before[-count:]
    return chosen[place - 1] if len(chosen) == count else None
