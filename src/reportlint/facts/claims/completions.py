"""完成年初预算的98.20%: how much of a base has been done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.bases import bracketed, is_gap, may_be_base
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.lists import Composition
from reportlint.facts.claims.making import Reading, fits, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.subjects import (
    detour,
    heads_too,
    names_something,
    row_subject,
    says,
)
from reportlint.facts.indicators import same_quantity
from reportlint.facts.model import Claim

_PLANNED = re.compile(r"(?:年度|全年|年初|既定|原)?(?:计划|目标|任务|指标)(?:数|值|任务|目标|量)?")
_PLAIN = re.compile(r"(?:当年|本年度?|其)?(?:支出|总)?预算(?:数|额|总额|金额|资金|安排|安排数)?")
_BUDGETS = frozenset({"full", "budget", "initial"})
_BASES = ("full", "budget", "initial", "arrived", "planned")


def completion_claims(
    passage: Passage, book: Book, lists: Sequence[Composition]
) -> Iterator[Claim]:
    """The claims of completions, with the base their words name or the nearest there is."""
    for mention in passage.mentions:
        if mention.act is Act.COMPLETION and (claim := _claim(passage, book, mention, lists)):
            yield claim


def _claim(
    passage: Passage, book: Book, mention: Mention, lists: Sequence[Composition]
) -> Claim | None:
    done = _done(passage, mention)
    if done is None:
        return None
    several = [done, *heads_too(passage, lists, mention, done)]
    readings = [r for d in several for r in _readings(passage, book, mention, d)]
    if not readings:
        return None
    single = len(several) == 1
    settled = len(readings) == 1 or not any(fits(r, book.figures) for r in readings)
    return stated(
        passage,
        readings,
        words_of(mention),
        formula="completion_rate",
        measured=mention.indicator.text,
        named=single and settled,
        certain=not detour(passage, mention) and not _of_gap(passage, readings[0]),
    )


def _of_gap(passage: Passage, reading: Reading) -> bool:
    places = {m.id: m for m in passage.mentions}
    top, bottom = (places.get(t.figure) for t in reading.terms)
    return top is not None and bottom is not None and is_gap(passage, top, bottom)


def _readings(passage: Passage, book: Book, mention: Mention, done: Mention) -> list[Reading]:
    bases = _bases(passage, book, mention, done)
    roles = Role.NUMERATOR, Role.DENOMINATOR
    return [
        Reading(RelationKind.RATIO, mention.id, (term(done, roles[0]), term(base, roles[1])))
        for base in dict.fromkeys(bases)
        if base != done.id
    ]


def _done(passage: Passage, mention: Mention) -> Mention | None:
    """What has been done: the level that the words name, else the nearest that is no budget."""
    if mention.row:
        return row_subject(passage, mention)
    here = [m for m in reversed(passage.before(mention.index)) if _may_be_done(m, mention)]
    if names_something(mention.name):
        return next((m for m in here if says(mention.name, m)), None)
    near = here[0] if here else None
    far = near is not None and near.part != mention.part and not _opens_part(passage, mention)
    return None if far else near


def _may_be_done(other: Mention, mention: Mention) -> bool:
    fits = other.act in (Act.LEVEL, Act.REACHED) and stage_of(other.indicator) not in _BASES
    near = other.sentence == mention.sentence and other.group in (0, mention.group)
    return fits and near and not other.cause


def _opens_part(passage: Passage, mention: Mention) -> bool:
    """Whether nothing but the completion itself stands in its part so far."""
    return not any(m.part == mention.part and m.is_level for m in passage.before(mention.index))


def _bases(passage: Passage, book: Book, mention: Mention, done: Mention) -> list[str]:
    if mention.base and mention.base.figure is not None:
        return [passage.mentions[mention.base.figure].id]
    behind = bracketed(passage, mention)
    if behind is not None and behind.comparable(done):
        return [behind.id]
    if mention.base and _PLANNED.fullmatch(mention.base.text):
        return _planned(passage, mention, done)
    if mention.base and (exact := _by_name(passage, mention, done)):
        return [exact]
    stage = stage_of(mention.base.indicator) if mention.base else None
    if mention.base and stage == "budget" and not _PLAIN.fullmatch(mention.base.text):
        return []
    wanted = _wanted(stage)
    near = _near(passage, mention, done, wanted)
    if near:
        return near
    period = done.figure.period
    if stage in (None, "budget"):
        cell = book.cell(_BUDGETS, done.indicator, period) if stage else None
        return [cell] if cell else []
    found = book.stage(mention, tuple(wanted), done.indicator, period)
    return [found] if found else []


def _wanted(stage: str | None) -> Sequence[str]:
    """预算 may be any of the budget's stages; without a word money that has come in as well."""
    if stage == "budget":
        return _BASES[:3]
    return (stage,) if stage in _BASES else _BASES


def _by_name(passage: Passage, mention: Mention, done: Mention) -> str | None:
    """占年末预算数的98%: the nearest level that goes by this very name."""
    assert mention.base is not None
    for other in reversed(passage.before(mention.index)):
        if mention.sentence - other.sentence > 1:
            return None
        alike = may_be_base(passage, other, mention, done)
        if alike and same_quantity(other.name, mention.base.indicator):
            return other.id
    return None


def _planned(passage: Passage, mention: Mention, done: Mention) -> list[str]:
    """计划改造20个，实际改造22个，完成计划的110%: the one level that was planned."""
    found = [
        m
        for m in passage.before(mention.index)
        if m.part == mention.part
        and may_be_base(passage, m, mention, done)
        and _PLANNED.search(m.name.text + passage.text[m.start : m.figure.start])
    ]
    return [found[0].id] if len(found) == 1 else []


def _near(passage: Passage, mention: Mention, done: Mention, stages: Sequence[str]) -> list[str]:
    found = []
    for stage in stages:
        for other in reversed(passage.before(mention.index)):
            if _is_base(passage, other, stage, mention, done):
                found.append(other.id)
                break
    return found


def _is_base(passage: Passage, other: Mention, stage: str, mention: Mention, done: Mention) -> bool:
    return (
        mention.sentence - other.sentence <= 1
        and stage_of(other.indicator) == stage
        and item_of(other.indicator) == item_of(done.indicator)
        and may_be_base(passage, other, mention, done)
    )
