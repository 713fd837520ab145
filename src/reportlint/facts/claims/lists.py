"""Lists of parts: what a list is a list of, its items, and whether it is complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import FigureKind
from reportlint.lexicon.cues import cues, splits

_SUMMED = frozenset({FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AREA, FigureKind.LENGTH})


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
    return tuple(_compositions(passage))


def head_of(lists: Sequence[Composition], part: Mention) -> list[Mention]:
    """The heads of the lists that a level is an item of, the nearest first."""
    for found in reversed(lists):
        if part in found.items:
            return [found.head] + ([found.outer] if found.outer else [])
    return []


def _compositions(passage: Passage) -> Iterator[Composition]:
    levels = [m for m in passage.mentions if m.act is Act.LEVEL and m.kind in _SUMMED]
    found: list[Composition] = []
    for position, opener in enumerate(levels):
        if not _opens(passage, levels, position):
            continue
        head = _head(levels, position)
        if head is None:
            continue
        items = _items(levels, position, head)
        if items:
            found.append(_judged(head, items, _outer(found, head)))
    yield from found


def _opens(passage: Passage, levels: list[Mention], position: int) -> bool:
    """Whether a list of parts begins with this level: 其中, a colon, or a bracket of several."""
    opener = levels[position]
    if opener.opens:
        return True
    if not opener.group or (position and levels[position - 1].group == opener.group):
        return False
    return sum(1 for m in levels if m.group == opener.group) > 1


def _head(levels: list[Mention], position: int) -> Mention | None:
    opener = levels[position]
    for other in reversed(levels[:position]):
        if opener.sentence - other.sentence > 1 or not other.comparable(opener):
            return None
        if opener.group and other.group == opener.group:
            continue
        if other.group not in (0, opener.group):
            continue
        if other.row and other.place and opener.sentence == other.sentence:
            return None
        return other if other.figure.period == opener.figure.period else None
    return None


def _items(levels: list[Mention], position: int, head: Mention) -> tuple[Mention, ...]:
    """The levels of the list: up to the end of its bracket or sentence, or a list inside it."""
    opener = levels[position]
    items: list[Mention] = []
    for other in levels[position:]:
        if other is not opener and _ends(opener, other):
            break
        if other.group == opener.group and other.comparable(head) and not other.cause:
            if stage_of(other.indicator) == stage_of(opener.indicator) or not items:
                items.append(other)
    return tuple(items)


def _ends(opener: Mention, other: Mention) -> bool:
    if opener.group and other.group != opener.group:
        return True
    if other.sentence != opener.sentence or other.total:
        return True
    return other.opens and other.group == opener.group


def _outer(found: list[Composition], head: Mention) -> Mention | None:
    return next((c.head for c in reversed(found) if head in c.items), None)


def _judged(head: Mention, items: tuple[Mention, ...], outer: Mention | None) -> Composition:
    """A list is complete when its kinds make up their whole, when words say so, or when it adds."""
    if split := _split(items, head):
        return Composition(head, split, True, True, outer)
    parts = tuple(m for m in items if not _carried(m, head))
    said = any(m.complete for m in parts[:1]) and not any(m.sample for m in parts)
    if len(parts) > 1 and adds_up(head, parts):
        return Composition(head, parts, True, True, outer)
    if len(parts) > 1 and said and not _hierarchy(parts):
        return Composition(head, parts, True, True, outer)
    return Composition(head, parts, False, _disjoint(parts), outer)


def _carried(item: Mention, head: Mention) -> bool:
    """结转和结余 named after the parts of a spending is no part of it."""
    of_head = any(f in head.indicator.facets for f in ("flow:carryover", "flow:both", "level:total"))
    return "flow:carryover" in item.indicator.facets and not of_head


def _split(items: Sequence[Mention], head: Mention) -> tuple[Mention, ...] | None:
    for split in splits():
        chosen = tuple(m for m in items if m.indicator.facets & split and not m.name.rest)
        kinds = [f for m in chosen for f in m.indicator.facets & split]
        if sorted(kinds) != sorted(split) or head.indicator.facets & split:
            continue
        others = [m for m in items if m not in chosen and not _carried(m, head)]
        return chosen if not others else None
    return None


def _hierarchy(items: Sequence[Mention]) -> bool:
    """一级3个，二级9个，三级12个 are levels of one tree, not its parts."""
    return sum(any(w in m.name.text for w in cues()["hierarchies"]) for m in items) > 1


def _disjoint(items: Sequence[Mention]) -> bool:
    """Parts named along one line (all by item, or all by nature) do not overlap."""
    if any(m.kind is FigureKind.COUNT for m in items) and len(items) > 1:
        return False
    by_nature = [any(f.startswith("nature:") for f in m.name.facets) for m in items]
    return all(by_nature) or not any(by_nature)


def adds_up(head: Mention, items: Sequence[Mention]) -> bool:
    """Whether the printed parts make the printed total within the rounding of all of them."""
    values = [m.figure.value for m in (head, *items)]
    if any(v is None for v in values):
        return False
    total, *parts = [v for v in values if v is not None]
    slack = sum((m.figure.place for m in (head, *items)), Fraction(0)) / 2
    return abs(total - sum(parts, Fraction(0))) <= slack
