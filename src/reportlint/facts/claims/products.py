"""Unit standards times quantities, averages, multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.periods import previous_year
from reportlint.facts.claims.subjects import subject_of
from reportlint.facts.model import Claim, FigureKind

_STANDARD = re.compile(
    r"每(?P<unit>[^年月日季周天次，。、]{1,4}?)(?:每年|一年)?(?:补助|资助|奖励|补贴|发放|安排|给予|定额|标准|为|按|可|[\d约])"
)
_STANDARD_NOUN = re.compile(
    r"(?:单价|人均|户均|生均|亩均|均价|补助标准|资助标准|每[^，。]{1,3})[^，。；]{0,8}$"
)
_PERIODIC = re.compile(
    r"每(?:人|户|生)?每?(?:月|季度?|天|日|周|次|学期)|[/／](?:月|天|日|季|次|学期)"
)
_GRANT = re.compile(r"补助|补贴|资助|奖励|奖补|慰问|救助")
_WHOLE_COST = re.compile(r"投资|预算|收入|概算|造价|总支出|全年支出")
_EACH = re.compile(r"各[^，。；]{0,8}$")


def product_claims(passage: Passage, book: Book) -> Iterator[Claim]:
    """每户8000元, 125户, 共100万元; 3个街道各20万元, 合计60万元."""
    parts: dict[int, list[Mention]] = {}
    for mention in passage.mentions:
        parts.setdefault(mention.sentence, []).append(mention)
    for mentions in parts.values():
        if claim := _product(passage, mentions):
            yield claim
    yield from _multiples(passage, book)


def _product(passage: Passage, mentions: Sequence[Mention]) -> Claim | None:
    """Only where a sentence holds one standard, one quantity and one amount."""
    if len(mentions) != 3 or any(m.act is not Act.LEVEL for m in mentions):
        return None
    amounts = [m for m in mentions if m.kind is FigureKind.AMOUNT]
    counts = [m for m in mentions if m.kind is FigureKind.COUNT]
    standards = [m for m in amounts if _is_standard(passage, m)]
    if len(amounts) != 2 or len(counts) != 1 or len(standards) != 1:
        return None
    total = next(m for m in amounts if m is not standards[0])
    if not _of_one_kind(passage, standards[0], counts[0]) or "等" in total.name.text:
        return None
    if _GRANT.search(_words(passage, standards[0])) and _WHOLE_COST.search(total.name.text):
        return None
    if "平均" in passage.text[standards[0].start : standards[0].figure.start]:
        shared = (term(total, Role.TOTAL), term(counts[0], Role.FACTOR))
        reading = Reading(RelationKind.AVERAGE, standards[0].id, shared)
        return stated(passage, [reading], words_of(*mentions), measured="平均")
    factors = (term(standards[0], Role.FACTOR), term(counts[0], Role.FACTOR))
    reading = Reading(RelationKind.PRODUCT, total.id, factors)
    return stated(passage, [reading], words_of(*mentions), measured=total.name.text)


def _words(passage: Passage, mention: Mention) -> str:
    return passage.text[mention.start : mention.figure.end + 4]


def _is_standard(passage: Passage, mention: Mention) -> bool:
    left = passage.text[mention.start : mention.figure.start]
    per_unit = "/" in mention.figure.numeral.unit or "／" in mention.figure.numeral.unit
    if _PERIODIC.search(_words(passage, mention)):
        return False
    clause = re.sub(r"^\s*平均", "", re.split(r"[，,；;。：:（(]", left)[-1].lstrip(" 、"))
    return bool(
        per_unit
        or _STANDARD.search(clause + "为")
        or _STANDARD_NOUN.search(clause)
        or _EACH.search(clause)
    )


def _of_one_kind(passage: Passage, standard: Mention, count: Mention) -> bool:
    """每户 goes with 户: the standard's own unit word is the quantity's, where it has one."""
    words = _words(passage, standard)
    unit = re.sub(r"[余多]", "", count.figure.numeral.unit)
    per = re.search(r"每(.{1,2})|[/／](.{1,2})|([^平])均", words)
    if per is None:
        return True
    said = per[1] or per[2] or per[3]
    same = bool(unit) and (said.startswith(unit) or unit.startswith(said[0]))
    return same or said[0] == "生"


def _multiples(passage: Passage, book: Book) -> Iterator[Claim]:
    for mention in passage.mentions:
        times = mention.act is Act.MULTIPLE and mention.figure.numeral.unit == "倍"
        if times and (claim := _multiple(passage, book, mention)):
            yield claim


def _multiple(passage: Passage, book: Book, mention: Mention) -> Claim | None:
    base = mention.base
    if base is None:
        return None
    if base.figure is not None:
        previous: str | None = passage.mentions[base.figure].id
        levels = [m for m in passage.before(base.figure) if m.sentence == mention.sentence]
        named = [m for m in reversed(levels) if m.act is Act.LEVEL]
        subject = named[0] if named else None
        alike = [m for m in levels if subject is not None and m.comparable(subject)]
        single = len({m.figure.value for m in alike}) == 1
    else:
        single = True
        subject = subject_of(passage, mention)
        period = base.period or (previous_year(subject.figure.period) if subject else "")
        previous = book.find(mention, subject.indicator, period) if subject and period else None
    if subject is None or previous is None or previous == subject.id:
        return None
    terms = (term(subject, Role.CURRENT), term(previous, Role.PREVIOUS))
    reading = Reading(RelationKind.MULTIPLE, mention.id, terms)
    return stated(passage, [reading], words_of(mention), measured="倍", certain=single)
