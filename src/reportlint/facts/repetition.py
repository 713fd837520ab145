"""Passages that stand twice: a paragraph, or the purpose of one item under another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import Passage, passages

LONG = 40
"""A paragraph is no chance phrase from this many characters on."""
PURPOSE = 8
MOST = 2
"""What stands more often is a formula of the form."""
_SUMMARY = regex.compile(r"摘要|概述|综述|结论|总体评价|附件|前言|目录|名词解释")
_ITEM = regex.compile(
    r"(?P<item>\p{Han}{2,24}(?:[（(](?:类|款|项)[）)]\p{Han}{0,20}){1,3})[^。；;\n]{0,60}?"
    r"主要(?:用于|是用于)[：:]?\s*(?P<purpose>[^。；;\n\d]{8,})"
)
_BLANK = regex.compile("[XxＸ×]{2}")
_EMPTY = regex.compile(r"[\s，,、：:（）()“”\"]")
_GENERAL = regex.compile(
    r"保障[^，。]{0,12}正常运转|基本支出|人员经费|日常公用|单位运行|机关运行|机构正常"
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage and the earlier one that it repeats; `items` name what the two are about."""

    first: Span
    second: Span
    items: tuple[str, str] | None = None


def repeated(facts: Facts) -> Iterator[Likeness]:
    """Paragraphs and purposes that stand for two different things, in document order."""
    yield from sorted(
        (*_paragraphs(facts), *_purposes(facts)), key=lambda s: (s.second.block, s.second.start)
    )


def _paragraphs(facts: Facts) -> Iterator[Likeness]:
    seen: defaultdict[tuple[int, str], list[Passage]] = defaultdict(list)
    headings = {s.block for s in facts.outline.sections if s.body_start is None}
    for passage in passages(facts.document):
        words = regex.sub(r"\s", "", passage.text)
        if passage.cell is not None or len(words) < LONG or passage.block in headings:
            continue
        above = "".join(facts.outline.where(passage.block))
        if not _BLANK.search(words) and not _SUMMARY.search(above):
            seen[_part(facts, passage.block), words].append(passage)
    for found in seen.values():
        if len(found) == MOST and found[0].block != found[1].block:
            yield Likeness(_whole(found[0]), _whole(found[1]))


def _part(facts: Facts, block: int) -> int:
    parts = enumerate(facts.parts)
    return next((i for i, p in parts if p.start_block <= block < p.end_block), -1)


def _whole(passage: Passage) -> Span:
    text = passage.text
    return passage.span(len(text) - len(text.lstrip()), len(text.rstrip()))


def _purposes(facts: Facts) -> Iterator[Likeness]:
    seen: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
    for passage in passages(facts.document):
        for match in _ITEM.finditer(passage.text):
            purpose = _EMPTY.sub("", match["purpose"])
            if len(purpose) >= PURPOSE and not _GENERAL.search(purpose):
                end = match.start("purpose") + len(match["purpose"].rstrip())
                span = passage.span(match.start("purpose"), end)
                seen[purpose].append((match["item"], span))
    for found in seen.values():
        if len(found) == MOST and _leaf(found[0][0]) != _leaf(found[1][0]):
            yield Likeness(found[0][1], found[1][1], (_leaf(found[0][0]), _leaf(found[1][0])))


def _leaf(item: str) -> str:
    """The last of the names: …（款）住房公积金（项）."""
    names: list[str] = regex.findall(r"(\p{Han}+)[（(](?:类|款|项)[）)]", item)
    return names[-1]
