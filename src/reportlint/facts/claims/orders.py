"""大于, 小于, 持平: words that say which of two quantities is the larger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.layout import Layout
from reportlint.facts.claims.making import Reading, stated, term
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.periods import last_period, previous_year
from reportlint.facts.claims.targets import target_claims
from reportlint.facts.claims.thresholds import threshold_claims
from reportlint.facts.indicators import describe
from reportlint.facts.model import Claim, FigureKind

_BUDGET = r"(?:(?:年初|全年|调整后?的?|年度)?预算(?:数|金额|安排数|安排)?)"
_FINAL = r"(?:支出决算数?|决算支出数?|决算数?|执行数|实际支出数?|支出数?|完成数)"
_AGAINST_BUDGET = re.compile(
    rf"{_FINAL}\s*(?P<order>大于|高于|超过|超出|多于|小于|低于|少于|等于)\s*(?P<budget>{_BUDGET})"
    rf"|{_FINAL}\s*(?:与|和|同)(?P<like>{_BUDGET})\s*(?P<level>(?P<loosely>基本|大体)?(?:持平|一致|相同|相等|相符))"
)
_LIKE_BEFORE = re.compile(
    r"(?:与|较|和|同|比)\s*(?P<base>上年度?(?:决算数?|同期)?|去年(?:同期)?|(?:19|20)\d\d\s*年度?(?:决算数?)?)"
    r"(?:相比|支出|决算|决算数|数)?[，,]?(?P<name>[^，。；：]{0,20}?)(?:保持|支出决算|决算数?)?(?P<loosely>基本|大体)?(?P<level>持平|一致|无增减变化|无变化|没有变化|相同)"
)
_RISE = frozenset({"大于", "高于", "超过", "超出", "多于"})


def order_claims(passage: Passage, book: Book) -> Iterator[Claim]:
    """Claims of order, where both quantities are printed."""
    text = passage.text
    for mention in passage.mentions:
        if mention.act is Act.REACHED and (claim := _from_to(passage, mention)):
            yield claim
    for match in _AGAINST_BUDGET.finditer(text):
        if claim := _against_budget(passage, match):
            yield claim
    for match in _LIKE_BEFORE.finditer(text):
        if not match["loosely"] and (claim := _like_before(passage, book, match)):
            yield claim
    yield from threshold_claims(passage)
    yield from target_claims(passage)


def _from_to(passage: Passage, mention: Mention) -> Claim | None:
    """由90.1%提升至88.7%: the words say which is the larger, unless they say by how much."""
    before = passage.before(mention.index)[-1:]
    start = before[0] if before and before[0].act is Act.FROM else None
    if start is None or start.sentence != mention.sentence or not mention.comparable(start):
        return None
    words = passage.text[start.figure.end : mention.figure.start]
    found = _MOVES.search(words)
    after = passage.after(mention.index)[:1]
    measured = bool(after) and after[0].act is Act.CHANGE and after[0].part == mention.part
    if found is None or measured or mention.kind not in _ORDERED:
        return None
    terms = (term(mention, Role.CURRENT), term(start, Role.PREVIOUS))
    reading = Reading(RelationKind.ORDER, None, terms, 1 if found["up"] else -1)
    span = (start.figure.start, mention.figure.end)
    return stated(passage, [reading], span, measured=found[0])


_MOVES = re.compile(
    r"(?P<up>增加|增长|提高|上升|提升)(?:到|至|为)|(?:减少|下降|降低|回落|下滑|压减)(?:到|至|为)"
)
_ORDERED = frozenset({FigureKind.AMOUNT, FigureKind.PERCENT})


def _against_budget(passage: Passage, match: re.Match[str]) -> Claim | None:
    final = _last(passage, match.start(), ("final", "executed"))
    if final is None:
        return None
    budget = _budget_of(passage, match, final)
    if budget is None:
        return None
    order = match["order"]
    direction = 0 if match["level"] or order == "等于" else 1 if order in _RISE else -1
    terms = (term(final, Role.CURRENT), term(budget, Role.PREVIOUS))
    reading = Reading(RelationKind.ORDER, None, terms, direction)
    sure = match["loosely"] is None
    return stated(passage, [reading], match.span(), measured=match[0], certain=sure)


def _last(passage: Passage, position: int, stages: tuple[str, ...]) -> Mention | None:
    """The last level at one of the stages, in the sentence before the words or their own."""
    here = passage.layout.sentence(position)
    near = [m for m in passage.until(position) if here - m.sentence <= 1]
    levels = [m for m in near if m.act is Act.LEVEL and stage_of(m.indicator) in stages]
    heads = [m for m in levels if m.sentence == here] or levels
    if len({item_of(m.indicator) for m in heads}) > 1:
        return None
    return heads[-1] if heads else None


def _budget_of(passage: Passage, match: re.Match[str], final: Mention) -> Mention | None:
    stage = stage_of(describe(match["budget"] or match["like"]))
    found = [
        m
        for m in passage.until(match.start())
        if m.is_level
        and m.comparable(final)
        and stage_of(m.indicator) in ("initial", "full", "budget")
        and (stage in (None, "budget") or stage_of(m.indicator) == stage)
        and item_of(m.indicator) == item_of(final.indicator)
        and m.figure.period == final.figure.period
        and abs(m.sentence - final.sentence) <= 1
    ]
    return found[-1] if len({m.figure.value for m in found}) == 1 else None


def _like_before(passage: Passage, book: Book, match: re.Match[str]) -> Claim | None:
    subject = _subject(passage, match)
    if subject is None:
        return None
    period = last_period(match["base"], passage.year) or previous_year(subject.figure.period)
    if not period or period >= subject.figure.period:
        return None
    previous = book.find(subject, subject.indicator, period)
    if previous is None:
        return None
    terms = (term(subject, Role.CURRENT), term(previous, Role.PREVIOUS))
    reading = Reading(RelationKind.ORDER, None, terms, 0)
    return stated(passage, [reading], match.span(), measured=match[0])


def _subject(passage: Passage, match: re.Match[str]) -> Mention | None:
    layout: Layout = passage.layout
    here = layout.sentence(match.start())
    before = [m for m in passage.until(match.start()) if m.act is Act.LEVEL]
    near = [m for m in before if m.sentence == here] or [
        m for m in before if here - m.sentence <= 1
    ]
    return near[-1] if near and not any(m.opens for m in near) else None
