"""Statements of change: against last year, against the budget, from one value to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.arithmetic.model import RelationKind, Role, Term
from reportlint.facts.claims.bases import bracketed
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.lists import Composition
from reportlint.facts.claims.making import Reading, holds, stated, term, words_of
from reportlint.facts.claims.mention import Act, Base, Mention, Passage
from reportlint.facts.claims.periods import previous_year
from reportlint.facts.claims.subjects import (
    detour,
    heads_too,
    names_something,
    row_subject,
    same_name,
    subject_of,
)
from reportlint.facts.claims.wording import RATES
from reportlint.facts.indicators import same_quantity
from reportlint.facts.model import NO_INDICATOR, Claim, FigureKind


@dataclass(frozen=True, slots=True)
class _Change:
    """What changed: its level now and then, by how much, and in which sense."""

    current: str | None
    previous: str | None
    base: Base | None
    subject: Mention | None


def change_claims(passage: Passage, book: Book, lists: Sequence[Composition]) -> Iterator[Claim]:
    """Differences, growth rates, changes in points and by multiples."""
    known: dict[int, _Change] = {}
    for mention in passage.mentions:
        if mention.act is Act.CHANGE:
            change = _change(passage, book, mention, known)
            known[mention.index] = change
            others = _of_heads(passage, book, mention, change, lists)
            if claim := _claim(passage, book, mention, change, others):
                yield claim


def _of_heads(
    passage: Passage,
    book: Book,
    mention: Mention,
    change: _Change,
    lists: Sequence[Composition],
) -> list[_Change]:
    """The same change said of the whole of a list rather than of its last part."""
    if change.subject is None:
        return []
    heads = heads_too(passage, lists, mention, change.subject)
    heads += _beyond_aside(passage, mention, change.subject)
    return [_against(passage, book, mention, head, change.base) for head in heads]


def _beyond_aside(passage: Passage, mention: Mention, subject: Mention) -> list[Mention]:
    """支出52万元，每辆均价17万元，比上年减少9万元: of the price, or of the sum before it?"""
    if not subject.aside or names_something(mention.name):
        return []
    before = [m for m in passage.before(subject.index) if m.part == mention.part]
    plain = [m for m in before if m.act is Act.LEVEL and not m.aside and m.comparable(subject)]
    return plain[-1:]


def _change(passage: Passage, book: Book, mention: Mention, known: dict[int, _Change]) -> _Change:
    before = known.get(mention.index - 1)
    if before and _continues(passage, mention):
        base = mention.base if mention.base and mention.base.text != "同比" else None
        if base is None or (before.base and base.period == before.base.period):
            return before
    return _set(passage, book, mention)


def _continues(passage: Passage, mention: Mention) -> bool:
    """减少56.95万元，下降1.87%: the second says the same of the same thing."""
    previous = passage.mentions[mention.index - 1]
    if previous.sentence != mention.sentence or previous.group != mention.group:
        return False
    if mention.row or mention.name is not NO_INDICATOR or mention.opens:
        return False
    if mention.kind is previous.kind:
        return False
    return mention.direction * previous.direction >= 0 or _contradicts(passage, mention, previous)


_AT_ONCE = re.compile(r"\s*[，,、]?\s*(?:增长|下降|上升|减少|增幅|降幅|降低|提高)(?:了|为|约)*")


def _contradicts(passage: Passage, mention: Mention, previous: Mention) -> bool:
    """增加3.60亿元，下降5.8%: the verb alone between them, and it is the wrong one."""
    words = passage.text[previous.figure.end : mention.figure.start]
    return mention.base is None and _AT_ONCE.fullmatch(words) is not None


def _set(passage: Passage, book: Book, mention: Mention) -> _Change:
    subject = None if _lost(passage, mention) else _subject(passage, mention)
    if subject is None and names_something(mention.name) and not mention.row:
        subject = book.named(mention)
    base = mention.base or _standing_base(passage, mention)
    if mention.cause and mention.name is not NO_INDICATOR and subject is None:
        return _Change(None, None, base, None)
    inner = _printed_base(passage, mention)
    if subject is not None and inner is None and _is_compared(passage, subject):
        return _Change(None, subject.id, base, subject)
    if subject is None:
        return _Change(None, inner.id if inner else None, base, None)
    behind = bracketed(passage, mention)
    if behind is not None and _is_past(behind, subject):
        return _Change(subject.id, behind.id, base, subject)
    if inner is not None and inner is not subject and inner.comparable(subject):
        return _Change(subject.id, inner.id, base, subject)
    if later := _later(passage, mention, subject):
        return _Change(later.id, subject.id, base, later)
    if subject.act is Act.REACHED and (start := _start(passage, subject)):
        return _Change(subject.id, start.id, base, subject)
    return _against(passage, book, mention, subject, base)


_COMPARED = re.compile(r"(?:与|同|和|跟)(?:上年|去年|上一年|20\d\d年)")


def _is_compared(passage: Passage, subject: Mention) -> bool:
    """与上年支出9,960万元相比，增加…: the level is what the change is set against."""
    words = passage.text[subject.start : subject.figure.start]
    after = passage.text[subject.figure.end : subject.figure.end + 4]
    return (
        _COMPARED.search(words) is not None
        and re.match(r"\s*(?:相比|比较|对比|相较)", after) is not None
    )


_PAST = re.compile(r"(?:上一?年|去年)[^，。；：]{0,10}(?:为|是|达)?$")


def _later(passage: Passage, mention: Mention, subject: Mention) -> Mention | None:
    """3.35万元，而上年是3.10万元，上涨8.1%: the change is set against last year's."""
    words = passage.text[subject.start : subject.figure.start].rstrip()
    if mention.base is not None or mention.row or not _PAST.search(words):
        return None
    if subject.index != mention.index - 1 or names_something(mention.name):
        return None
    before = [m for m in passage.before(subject.index) if m.sentence == mention.sentence]
    now = [m for m in before if m.act is Act.LEVEL and m.comparable(subject)]
    return now[-1] if now and now[-1].figure.period > subject.figure.period else None


def _is_past(other: Mention, subject: Mention) -> bool:
    """增长7.9%（上年17.42亿元）: the year before in brackets."""
    return other.comparable(subject) and other.figure.period < subject.figure.period


def _lost(passage: Passage, mention: Mention) -> bool:
    """Whether it cannot be told what changed."""
    return mention.name is NO_INDICATOR and not mention.row and detour(passage, mention)


def _subject(passage: Passage, mention: Mention) -> Mention | None:
    if mention.row:
        return row_subject(passage, mention)
    return subject_of(passage, mention)


def _printed_base(passage: Passage, mention: Mention) -> Mention | None:
    """较上年100万元减少…: the base stands between the subject and the change."""
    if not mention.index:
        return None
    previous = passage.mentions[mention.index - 1]
    if previous.act is Act.BASE and previous.sentence == mention.sentence:
        return previous
    return None


def _start(passage: Passage, reached: Mention) -> Mention | None:
    for mention in reversed(passage.before(reached.index)):
        if mention.sentence != reached.sentence or mention.act is Act.REACHED:
            return None
        if mention.act is Act.FROM:
            lone = mention.comparable(reached) and not _second(passage, mention)
            return mention if lone else None
    return None


def _second(passage: Passage, start: Mention) -> bool:
    """由前年96.4%、去年97.1%提升到: two starts, and nothing says from which."""
    before = passage.before(start.index)[-1:]
    words = passage.text[start.start : start.figure.start]
    return bool(before) and before[0].comparable(start) and words.lstrip()[:1] == "、"


def _standing_base(passage: Passage, mention: Mention) -> Base | None:
    """与2023年度相比 holds to the end of its sentence."""
    for other in reversed(passage.before(mention.index)):
        if other.sentence != mention.sentence:
            return None
        if other.act is Act.CHANGE and other.base is not None:
            return other.base
    return None


def _against(
    passage: Passage, book: Book, mention: Mention, subject: Mention, base: Base | None
) -> _Change:
    if base is None:
        return _two_periods(passage, mention, subject)
    stage = stage_of(base.indicator)
    if stage in ("initial", "full", "budget", "planned", "arrived"):
        stages = (stage,) if stage != "budget" else ("budget", "full", "initial")
        found = _budget(passage, book, mention, subject, stages)
        return _Change(subject.id, found, base, subject)
    pair = _two_periods(passage, mention, subject)
    known = book.figures.get(pair.previous) if pair.previous else None
    if known is not None and base.period in ("", known.period):
        return _Change(pair.current, pair.previous, base, pair.subject)
    return _with_past(passage, book, mention, subject, base)


def _budget(
    passage: Passage, book: Book, mention: Mention, subject: Mention, stages: tuple[str, ...]
) -> str | None:
    found = book.stage(mention, stages, subject.indicator, subject.figure.period)
    return found if found != subject.id else None


def _with_past(
    passage: Passage, book: Book, mention: Mention, subject: Mention, base: Base
) -> _Change:
    relative = _LAST_YEAR.search(base.text) is not None
    past = previous_year(subject.figure.period)
    period = past if relative and past else base.period or past
    if not period:
        return _Change(subject.id, None, base, subject)
    if period >= subject.figure.period:
        return _swapped(passage, mention, subject, base, period)
    indicator = subject.indicator
    found = book.find(mention, indicator, period)
    return _Change(subject.id, found, base, subject)


_LAST_YEAR = re.compile(r"上年|上一年|去年|同比")


def _swapped(
    passage: Passage, mention: Mention, subject: Mention, base: Base, period: str
) -> _Change:
    """2024年支出A，2023年支出P，同比下降R: the nearest level is the base, not the subject."""
    for other in reversed(passage.before(subject.index)):
        if other.sentence == mention.sentence and other.act is Act.LEVEL:
            later = other.figure.period > subject.figure.period
            if later and same_name(other, subject):
                return _Change(other.id, subject.id, base, other)
    return _Change(None, subject.id, base, None)


def _two_periods(passage: Passage, mention: Mention, subject: Mention) -> _Change:
    """Without words of comparison the years of two levels tell which is the base."""
    if past := _year_before(passage, subject):
        return _Change(subject.id, past.id, None, subject)
    for other in reversed(passage.before(subject.index)):
        if other.sentence != mention.sentence or other.part != mention.part:
            break
        if other.act is Act.LEVEL and other.comparable(subject) and same_name(other, subject):
            a, b = other.figure.period, subject.figure.period
            if a != b and re.fullmatch(r"\d{4}", a) and re.fullmatch(r"\d{4}", b):
                late, early = (other, subject) if a > b else (subject, other)
                return _Change(late.id, early.id, None, late)
    return _Change(subject.id, None, None, subject)


def _year_before(passage: Passage, subject: Mention) -> Mention | None:
    """2022年45.6万元；2023年88.2万元，增长93.42%: the same level of the year before."""
    year = previous_year(subject.figure.period)
    found = [
        m
        for m in passage.before(subject.index)
        if m.act is Act.LEVEL
        and m.sentence == subject.sentence
        and m.figure.period == year
        and m.comparable(subject)
        and same_quantity(m.indicator, subject.indicator)
    ]
    return found[0] if year and len(found) == 1 else None


def _claim(
    passage: Passage, book: Book, mention: Mention, change: _Change, others: Sequence[_Change]
) -> Claim | None:
    found = [_reading(passage, mention, c) for c in (change, *others)]
    readings = [r for r in found if r is not None]
    if others:
        readings.sort(key=lambda r: not holds(r, book.figures))
    if not readings or _twice(readings[0]):
        return None
    measured = passage.text[mention.start : mention.figure.start]
    measured = re.split(r"[，,；;：:。（(]", measured)[-1].strip(" 、")
    formula = "yoy" if change.base and readings[0].kind is RelationKind.GROWTH else None
    return stated(
        passage,
        readings,
        words_of(mention),
        formula=formula,
        measured=measured,
        named=not others,
        certain=not mention.row
        or names_something(mention.name)
        or holds(readings[0], book.figures),
    )


def _twice(reading: Reading) -> bool:
    """No figure stands twice in one relation."""
    named = [reading.result, *(t.figure for t in reading.terms)]
    return len(set(named)) < len(named)


def _reading(passage: Passage, mention: Mention, change: _Change) -> Reading | None:
    ends = [
        term(figure, role)
        for figure, role in ((change.current, Role.CURRENT), (change.previous, Role.PREVIOUS))
        if figure is not None
    ]
    subject = change.subject
    of_rate = subject is not None and subject.kind in RATES
    if mention.kind is FigureKind.POINTS or (mention.kind in RATES and of_rate):
        return _points(mention, ends)
    if mention.kind is FigureKind.MULTIPLE:
        return (
            _full(RelationKind.MULTIPLE, mention, ends, 1)
            if mention.figure.numeral.unit == "倍"
            else None
        )
    if mention.kind in RATES:
        return _growth(passage, mention, change, ends)
    if subject is None or not mention.comparable(subject):
        return None
    roles = {Role.CURRENT: Role.MINUEND, Role.PREVIOUS: Role.SUBTRAHEND}
    terms = tuple(term(t.figure, roles[t.role]) for t in ends)
    if len(terms) < 2:
        return None
    return Reading(RelationKind.DIFFERENCE, mention.id, terms, mention.direction)


def _points(mention: Mention, ends: list[Term]) -> Reading | None:
    if len(ends) < 2:
        return None
    return Reading(RelationKind.POINTS_CHANGE, mention.id, tuple(ends), mention.direction)


def _full(kind: RelationKind, mention: Mention, ends: list[Term], direction: int) -> Reading | None:
    return Reading(kind, mention.id, tuple(ends), direction) if len(ends) == 2 else None


def _growth(
    passage: Passage, mention: Mention, change: _Change, ends: list[Term]
) -> Reading | None:
    if len(ends) == 2:
        return Reading(RelationKind.GROWTH, mention.id, tuple(ends), mention.direction)
    amount = _amount(passage, mention)
    if amount is None or not ends:
        return None
    terms = (term(amount, Role.NUMERATOR), *ends)
    return Reading(RelationKind.GROWTH, mention.id, terms, mention.direction)


def _amount(passage: Passage, mention: Mention) -> Mention | None:
    """The amount of the same change: 减少56.95万元，下降1.87%."""
    if mention.row:
        return _amount_in_row(passage, mention)
    previous = passage.mentions[mention.index - 1] if mention.index else None
    if previous and previous.act is Act.CHANGE and _continues(passage, mention):
        return previous if previous.kind not in RATES else None
    following = passage.mentions[mention.index + 1 : mention.index + 2]
    if following and following[0].act is Act.CHANGE and _continues(passage, following[0]):
        return following[0] if following[0].kind not in RATES else None
    return None


def _amount_in_row(passage: Passage, mention: Mention) -> Mention | None:
    for other in reversed(passage.before(mention.index)):
        if other.sentence != mention.sentence:
            return None
        if other.act is Act.CHANGE and other.place == mention.place and other.row != mention.row:
            return other if other.kind not in RATES else None
    return None
