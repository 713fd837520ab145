"""CON210: duplicated-passage."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.facts.repetition import Likeness, repeated
from reportlint.result import Confidence, Evidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "CON210",
    "duplicated-passage",
    severity="warning",
    title_en="A paragraph, or the purpose of an item, is repeated for another.",
    basis=OWN_WORDS,
)
def duplicated_passage(facts: Facts) -> Iterator[Flag]:
    """同一段话用在两处。

    查什么：同一份报告里两段四十字以上的文字完全相同；“××（项）主要用于……”的用途与另一个科目的用途一字不差。
    为什么：多半是复制之后忘了改。
    例：住房公积金（项）“主要用于事业单位医疗保险缴费”，与医疗（项）相同。
    不查什么：摘要、结论里重述正文的；不同报告（附件）之间相同的；出现三次以上的格式句；“保障机构正常运转”一类
    通用的用途；数字不同的；表格里的。
    依据：报告自身表述。
    """
    for found in repeated(facts):
        yield _flag(facts, found)


def _flag(facts: Facts, found: Likeness) -> Flag:
    if found.items:
        first, second = found.items
        zh = f"“{second}”的用途与“{first}”完全相同。"
        en = f"The purpose of “{second}” is that of “{first}”."
    else:
        zh, en = "这一段与前文一段完全相同。", "This paragraph stands earlier, word for word."
    return Flag(
        anchor=span_anchor(facts, found.second),
        message=Text(zh, en),
        advice=Text("按本项的实际情况改写。", "Write what is the case here."),
        evidence=(Evidence("item", span_anchor(facts, found.first)),),
        confidence=Confidence.MEDIUM,
    )
