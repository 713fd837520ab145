"""TXT410: punctuation."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.facts.pairing import unpaired
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule
from reportlint.rules.wordings import wordings

_BASIS = Basis("GB/T 15834-2011《标点符号用法》", "", BasisStatus.UNVERIFIED)


@rule(
    "TXT410",
    "punctuation",
    severity="info",
    title_en="A bracket or quote without its other half, a mark doubled or half-width.",
    basis=_BASIS,
)
def punctuation(facts: Facts) -> Iterator[Flag]:
    """标点不成对、重复或用了半角。

    查什么：一段之内括号、引号、书名号缺一半；“，。”“、，”等标点连用；汉字之间的半角逗号、分号、问号、叹
    号（全文只提示第一处）。
    为什么：多半是改稿时留下的，括号缺一半还会看错范围。
    例：“（含上年结转的部分”缺后括号。
    不查什么：“1）”“a)”一类的序号；全角半角混配的一对括号；算式；引文分段时每段开头的引号；省略号；段落
    未完（换页）的。
    依据：GB/T 15834-2011（依据待核）。
    """
    for span, mark in unpaired(facts.document):
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{mark}”没有配对。", f"“{mark}” lacks its other half."),
            advice=Text("补上另一半，或删去。", "Add the other half, or drop it."),
        )
    yield from _marks(facts)


def _marks(facts: Facts) -> Iterator[Flag]:
    half_width = False
    for pattern, span, passage in wordings(facts, word_patterns("punctuation")):
        if pattern.id == "half-width":
            if half_width:
                continue
            half_width = True
        words = passage.text[span.start : span.end]
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text("改成一个全角标点。", "Use one full-width mark."),
        )
