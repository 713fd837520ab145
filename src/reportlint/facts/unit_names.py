"""The reporting unit's name as the text writes it: in other letters, or another unit's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import passages

SHORTEST = 6
"""Shorter names differ by one character from too many others."""
TWICE = 2
_TIERS = frozenset("省市县区州旗镇乡村街东西南北中一二三四五六七八九十新老大小上下")
_JOINS = frozenset("和与及、")
_TAIL = (
    r"(?:局|委员会|办公室|办事处|政府|法院|检察院|中心|学校|小学|中学|大学|学院|医院|幼儿园|研究院|"
    r"研究所|图书馆|博物馆|文化馆|档案馆|党校|协会|联合会|工会|总队|支队|大队)"
)
_TITLED = regex.compile(
    rf"(?P<name>\p{{Han}}{{2,8}}?(?:省|市|县|区|州|旗|镇|乡)\p{{Han}}{{1,16}}?{_TAIL})"
    r"\s*20\d\d\s*年度?\s*(?:部门|单位|项目|整体|绩效|财政|预算|决算|支出|自评|评价|公开|的)+"
    r"(?:报告|说明|自评表)(?!.{0,8}(?:通知|要求|批复|意见|格式|范本))"
)
_CALLED = regex.compile(
    rf"(?P<name>\p{{Han}}{{2,8}}?(?:省|市|县|区|州|旗|镇|乡)\p{{Han}}{{1,16}}?{_TAIL})"
    r"[（(]\s*以下简称\s*[“\"]?\s*(?:我|本)(?:局|单位|部门|委|院|校|馆|中心|镇|乡|街道|办)"
)
_LEAD = regex.compile(r"^(?:根据|按照|现将|关于|对|由|经|为|是|在|向|与|和)+")


class Difference(StrEnum):
    """How a name differs from the unit's."""

    VARIANT = "variant"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Misnomer:
    """A name that should be the unit's, and where it stands first."""

    difference: Difference
    name: str
    span: Span


def misnomers(facts: Facts) -> Iterator[Misnomer]:
    """Each wrong name once. The unit must be known from the title or cover."""
    unit = facts.organization
    if unit is None or len(unit) < SHORTEST or not _used(facts, unit):
        return
    seen: set[str] = set()
    for found in (*_variants(facts, unit), *_others(facts, unit)):
        if found.name not in seen:
            seen.add(found.name)
            yield found


def _used(facts: Facts, unit: str) -> bool:
    titled = any(unit in regex.sub(r"\s", "", p.title) for p in facts.parts)
    return titled or sum(p.text.count(unit) for p in passages(facts.document)) >= TWICE


def _variants(facts: Facts, unit: str) -> Iterator[Misnomer]:
    """The unit's name but for one character, neither its tier nor its place."""
    pattern = regex.compile(rf"(?:{regex.escape(unit)}){{1<=e<=1}}", regex.BESTMATCH)
    for passage in passages(facts.document):
        if unit[:2] not in passage.text and unit[-3:] not in passage.text:
            continue
        for match in pattern.finditer(passage.text):
            name = match.group()
            if name[:2] == unit[:2] and name[-1] == unit[-1] and _miswritten(name, unit):
                yield Misnomer(Difference.VARIANT, name, passage.span(*match.span()))


def _miswritten(name: str, unit: str) -> bool:
    """Whether the one different character is a slip of the pen rather than a short form."""
    if not regex.fullmatch(r"\p{Han}+", name):
        return False
    at = next((i for i, (a, b) in enumerate(zip(name, unit, strict=False)) if a != b), len(name))
    here, there = name[at : at + 1], unit[at : at + 1]
    if here in _TIERS or there in _TIERS:
        return False
    return len(name) == len(unit) or (len(name) < len(unit) and there not in _JOINS)


def _others(facts: Facts, unit: str) -> Iterator[Misnomer]:
    """Another unit's name where the report names its own unit."""
    titles = {p.title_span.block for p in facts.parts if p.title_span}
    for passage in passages(facts.document):
        for pattern in (_TITLED, _CALLED):
            for match in pattern.finditer(passage.text) if passage.block not in titles else ():
                lead = _LEAD.match(match["name"])
                name = match["name"][lead.end() :] if lead else match["name"]
                if unit not in name and name not in unit and name[-4:] != unit[-4:]:
                    start = match.end("name") - len(name)
                    span = passage.span(start, match.end("name"))
                    yield Misnomer(Difference.OTHER, name, span)
