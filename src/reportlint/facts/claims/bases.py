"""Which figures may be the base of a statement: of one dimension, year, project and bracket."""

from __future__ import annotations

import re

from reportlint.facts.claims.mention import LEVELS, Mention, Passage
from reportlint.facts.model import FigureKind

_PLAN = re.compile(r"目标|计划|任务|标准|上年|去年")
_FULL_MARK = re.compile(r"(?<!得)(?:满分|分值|权重)(?:为|是|：|:)?$")
_LOST = re.compile(r"[扣减加差低高]\s*(?:了|去|掉)?$")


def is_plan(passage: Passage, mention: Mention) -> bool:
    """Whether a figure only says what another one is measured by."""
    words = passage.text[mention.start : mention.figure.start]
    return _PLAN.search(re.split(r"[，,；;：:。（(]", words)[-1]) is not None


def is_full_mark(passage: Passage, mention: Mention) -> bool:
    """投入指标15分得13.5分, 满分20分: the points that could be had are not the points had."""
    if mention.kind is not FigureKind.SCORE:
        return False
    before = passage.text[mention.start : mention.figure.start]
    after = passage.text[mention.figure.end : mention.figure.end + 8]
    return _FULL_MARK.search(before) is not None or (
        re.match(r"[）)]?[，,、]?\s*(?:实际|自评)?得", after) is not None
    )


def is_deduction(passage: Passage, mention: Mention) -> bool:
    """扣2分, 差0.4分: points, but nobody's score."""
    before = passage.text[mention.start : mention.figure.start]
    return mention.kind is FigureKind.SCORE and _LOST.search(before) is not None


def bracketed(passage: Passage, mention: Mention) -> Mention | None:
    """The only level in the bracket right behind a figure: 完成预算的91.20%（预算25.00万元）."""
    following = passage.after(mention.index)
    if not following or not _opens_behind(passage, following[0], mention):
        return None
    inside = [m for m in following if m.group == following[0].group and m.act in LEVELS]
    return inside[0] if len(inside) == 1 and inside[0] is following[0] else None


def may_be_base(passage: Passage, other: Mention, mention: Mention, done: Mention) -> bool:
    """Whether a level may be what `done` is measured by in the statement of `mention`.

    A level in brackets belongs to the figure that the bracket stands behind, and to no other.
    """
    return (
        other is not done
        and other.is_level
        and other.comparable(done)
        and other.figure.period == done.figure.period
        and other.figure.scope == done.figure.scope
        and visible(passage, other, mention, done)
    )


def visible(passage: Passage, other: Mention, *others: Mention) -> bool:
    """Whether a level stands in no bracket that the figures of a statement are not part of."""
    if not other.group or other.group in {m.group for m in others}:
        return True
    return any(_opens_behind(passage, other, m) for m in others)


def _opens_behind(passage: Passage, inside: Mention, before: Mention) -> bool:
    """Whether the bracket around one figure follows another figure at once."""
    if not inside.group or inside.group == before.group:
        return False
    start = passage.layout.groups[inside.group - 1][0] - 1
    return not passage.text[before.figure.end : start].strip() and start >= before.figure.end


def is_gap(passage: Passage, figure: Mention, base: Mention) -> bool:
    """收入13,200万元，超收1,200万元，为预算12,000万元: the second is how far two are apart."""
    value, under = figure.figure.value, base.figure.value
    if value is None or under is None:
        return False
    near = [m for m in passage.mentions if m.sentence == figure.sentence and m.is_level]
    others = [m.figure.value for m in near if m.comparable(base) and m.index < figure.index]
    return any(v is not None and v > value and abs(v - under) == value for v in others)
