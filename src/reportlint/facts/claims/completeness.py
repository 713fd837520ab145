"""Whether the parts listed under a head are all of it: by fit, by words, by the kinds they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from fractions import Fraction

from reportlint.facts.claims.context import item_of
from reportlint.facts.claims.mention import Mention, Passage
from reportlint.facts.claims.slips import mended
from reportlint.facts.model import FigureKind
from reportlint.facts.numerals.spoken import DIGITS
from reportlint.lexicon.closed_sets import divides, graded
from reportlint.lexicon.cues import any_of, cues, splits


class Proof(Enum):
    """How sure it is that a list is complete."""

    SURE = auto()
    """A difference is an error."""
    SUSPECTED = auto()
    """A difference is worth a warning: one slip of the pen would account for it."""
    NONE = auto()


_FARTHEST = Fraction(1, 3)
"""A list that misses its head by more of it was paired with the wrong figure."""
_LEAST = 2
"""Digits by which a list of kinds that are complete by custom may be shorter to be telling."""


def proof(passage: Passage, head: Mention, items: Sequence[Mention], said: bool) -> Proof:
    """What is known of items that do not add up to the head; `said` if words call them all."""
    if len(items) < 2:
        return Proof.NONE
    if said and not any(m.sample for m in items) and not _hierarchy(items):
        return Proof.SURE
    near = _near(head, items)
    if near and (_counted(passage, head, items) or composed(head, items) or kinds(items)):
        return Proof.SURE
    spare = _LEAST if divides(_names(items), sure=False) else 0
    found = not _sampled(items) and one_slip(head, items, spare)
    return Proof.SUSPECTED if found else Proof.NONE


def one_slip(head: Mention, items: Sequence[Mention], spare: int = 0) -> bool:
    """Whether one slip of the pen accounts for what parts miss their total by."""
    return any(mended(head.figure, [m.figure for m in items], (), spare))


def _near(head: Mention, items: Sequence[Mention]) -> bool:
    """Whether the sum comes so near the head that it was meant to be it."""
    values = [m.figure.value or Fraction(0) for m in items]
    total = head.figure.value or Fraction(0)
    return abs(total - sum(values)) <= total * _FARTHEST


def _sampled(items: Sequence[Mention]) -> bool:
    return any(m.sample for m in items) or _hierarchy(items)


def _names(items: Sequence[Mention]) -> list[str]:
    return [re.sub(r"[“”\"‘’\s]", "", m.name.text) for m in items]


def kinds(items: Sequence[Mention]) -> bool:
    """Whether the items are by nature all there is: 一般债务 and 专项债务; 合格 and 不合格."""
    names = _names(items)
    return divides(names, sure=True) or opposites(names)


_NOT = re.compile(r"[未不非无](?!锈|动产|公)")


def opposites(names: Sequence[str]) -> bool:
    """已完工 and 未完工, 达标 and 不达标: of two, one denies the other."""
    if len(names) != 2:
        return False
    one, other = sorted(names, key=lambda n: _NOT.search(n) is not None)
    denied = _NOT.search(other)
    if denied is None or _NOT.search(one):
        return False
    core = other[denied.end() :]
    return len(core) > 1 and core in re.sub("已", "", one) and not graded(core)


def composed(head: Mention, items: Sequence[Mention]) -> bool:
    """建议提案46件 of 建议 and 提案, 街镇 of 街道 and 镇: the head's name is made of the parts'."""
    names, whole = _names(items), head.indicator.rest or head.indicator.text
    if len(set(names)) < len(names) or not all(names):
        return False
    first = max(0, len(whole) - _PIECES)
    return any(_made_of(whole[start:], names) for start in range(first, len(whole)))


_PIECES = 8


def _made_of(whole: str, names: Sequence[str]) -> bool:
    """Whether the words are the beginning of each name, one after the other in any order."""
    whole = whole.lstrip("、和及与")
    if not names or not whole:
        return not names and not whole
    return any(
        name.startswith(whole[:length])
        and _made_of(whole[length:], [n for n in names if n != name])
        for length in range(1, len(whole) + 1)
        for name in names
    )


_COUNT = re.compile(
    r"(?:分(?:为|成)?|共(?:分)?|以下|下列|上述|按|这)?(?P<n>[一二两三四五六七八九十]|\d{1,2})\s*(?:个|大)?"
    r"(?P<noun>类|部分|批|方面|大类|种|块|档|年|期|标段|渠道|来源|级|方)"
)


def _counted(passage: Passage, head: Mention, items: Sequence[Mention]) -> bool:
    """分三类, 由两部分组成: the words say how many parts there are, and so many are listed."""
    words = passage.text[head.start : head.figure.start]
    words += "…" + passage.text[head.figure.end : items[0].figure.start]
    words += "…" + passage.text[items[-1].figure.end :][:12]
    return any(number(m["n"]) == len(items) for m in _COUNT.finditer(words))


def number(printed: str) -> int:
    """A small number in digits or one Chinese numeral."""
    if printed.isdigit():
        return int(printed)
    return 10 if printed == "十" else DIGITS[printed]


def ends_in_rest(passage: Passage, items: Sequence[Mention]) -> bool:
    """…，其他支出5万元: with what else there is the list is complete."""
    named = all(m.name.text for m in items)
    if not named or len(items) < 2:
        return False
    if not re.match(any_of("residual"), items[-1].name.text):
        return False
    following = re.split("[。！？\n]", passage.text[items[-1].figure.end :], maxsplit=1)[0]
    return re.search(any_of("left_over"), following) is None


def split_of(items: Sequence[Mention], head: Mention) -> tuple[Mention, ...] | None:
    """The items, if they are the kinds of a whole that the lexicon's facets know."""
    for split in splits():
        chosen = tuple(m for m in items if m.indicator.facets & split and not m.name.rest)
        kinds = [f for m in chosen for f in m.indicator.facets & split]
        if sorted(kinds) == sorted(split) and not head.indicator.facets & split:
            return chosen if len(chosen) == len(items) else None
    return None


def _hierarchy(items: Sequence[Mention]) -> bool:
    """一级3个，二级9个，三级12个 are levels of one tree, not its parts."""
    return sum(any(w in m.name.text for w in cues()["hierarchies"]) for m in items) > 1


def disjoint(items: Sequence[Mention]) -> bool:
    """Parts named along one line (all by item, or all by nature) do not overlap."""
    if len(items) == 1:
        return True
    if any(m.kind is FigureKind.COUNT for m in items):
        return False
    if len({item_of(m.indicator) for m in items}) < len(items):
        return False
    by_nature = [any(f.startswith("nature:") for f in m.name.facets) for m in items]
    return not any(by_nature) and all(m.name.rest for m in items)


def adds_up(head: Mention, items: Sequence[Mention]) -> bool:
    """Whether the printed parts make the printed total within the rounding of all of them."""
    values = [m.figure.value for m in (head, *items)]
    if any(v is None for v in values):
        return False
    total, *parts = [v for v in values if v is not None]
    slack = sum((m.figure.place for m in (head, *items)), Fraction(0)) / 2
    return abs(total - sum(parts, Fraction(0))) <= slack
