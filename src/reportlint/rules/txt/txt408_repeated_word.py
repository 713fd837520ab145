"""TXT408: repeated-word."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule
from reportlint.rules.wordings import wordings


@rule(
    "TXT408",
    "repeated-word",
    severity="warning",
    title_en="A word is written twice.",
    basis=OWN_WORDS,
)
def repeated_word(facts: Facts) -> Iterator[Flag]:
    """词语重复。

    查什么：同一个词连写两次（“增加增加”“进行进行”“的的”），四字以上的词语连写两次，并列项重复。
    为什么：改稿时没有删净。
    例：“支出较上年增加增加3.20万元”。
    不查什么：名称首尾相接而成的重复（“项目建设建设单位”）；“目的的”“及及时”等正确的连写；“天天”“一
    个一个”；表格里的栏目名称。
    依据：报告自身表述。
    """
    for pattern, span, passage in wordings(facts, word_patterns("repeated_words")):
        words = passage.text[span.start : span.end]
        right = pattern.correction(words, passage.text)
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text(f"改为“{right}”。", f"Write “{right}”."),
            expected=right,
        )
