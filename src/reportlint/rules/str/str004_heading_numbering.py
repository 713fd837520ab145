"""STR004: heading-numbering."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.document import Table
from reportlint.facts.model import Facts, Section, Span
from reportlint.facts.outline.ordinals import Break, NumberBreak, number_breaks
from reportlint.result import Basis, BasisStatus, Evidence, Flag, Text
from reportlint.rules.anchoring import section_anchor, span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis("GB/T 9704-2012《党政机关公文格式》", "7.3.3", BasisStatus.VERIFIED)
_HAN = "零一二三四五六七八九十"
TEN = 10


@rule(
    "STR004",
    "heading-numbering",
    severity="warning",
    title_en="The number of a heading is repeated, skipped or lost.",
    basis=_BASIS,
)
def heading_numbering(facts: Facts) -> Iterator[Flag]:
    """标题序号重复、跳号或丢失。

    查什么：同一上级标题之下同一种序号：两个“四、”，“一、”之后是“三、”，只剩“、”而没有数字。
    为什么：跳号说明少了一节，重号说明粘贴过别处的内容。
    例：“3.”之后又是“3.”。
    不查什么：从头重新编号的；隔级使用的（“一、”之下直接“1.”）；缺的序号写在正文行内的；多个附件各自编
    号的；不同样式的序号混用。
    依据：GB/T 9704-2012 关于结构层次序数的规定。
    """
    for found in number_breaks(facts.document, facts.outline):
        if _same_part(facts, found):
            yield _flag(facts, found)


def _same_part(facts: Facts, found: NumberBreak) -> bool:
    blocks = [facts.outline.sections[i].block for i in (found.previous, found.section)]
    return all(not blocks[0] < part.start_block <= blocks[1] for part in facts.parts)


def _flag(facts: Facts, found: NumberBreak) -> Flag:
    section = facts.outline.sections[found.section]
    previous = facts.outline.sections[found.previous]
    span = _number_span(facts, section)
    due = _like(previous.number, found.due)
    zh, en = {
        Break.REPEATED: (f"序号“{section.number}”重复", f"“{section.number}” is repeated"),
        Break.SKIPPED: (
            f"“{previous.number}”之后是“{section.number}”，缺“{due}”",
            f"“{section.number}” follows “{previous.number}”",
        ),
        Break.LOST: ("标题的序号丢失", "the number of this heading is lost"),
    }[found.kind]
    return Flag(
        anchor=span_anchor(facts, span) if span else section_anchor(facts, section),
        message=Text(f"{zh}。", f"The numbering breaks: {en}; “{due}” is due."),
        advice=Text(f"改为“{due}”，或补上缺少的一节。", f"Write “{due}”, or add what is missing."),
        expected=due,
        evidence=(Evidence("item", section_anchor(facts, previous)),),
    )


def _number_span(facts: Facts, section: Section) -> Span | None:
    block = facts.document.blocks[section.block]
    text = "" if isinstance(block, Table) else block.text
    at = text.find(section.number)
    if not section.number or at < 0:
        return None
    return Span(section.block, at, at + len(section.number))


def _like(number: str, value: int) -> str:
    """`value` written like the number of a heading."""

    def written(match: regex.Match[str]) -> str:
        if match.group().isdigit():
            return str(value)
        tens, ones = divmod(value, TEN)
        head = "" if tens == 0 else ("" if tens == 1 else _HAN[tens]) + "十"
        return head + (_HAN[ones] if ones or not tens else "")

    return regex.sub(r"[〇零一二三四五六七八九十百]+|\d+", written, number)
