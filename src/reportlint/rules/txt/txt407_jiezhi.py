"""TXT407: jiezhi."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule
from reportlint.rules.wordings import wordings

_BASIS = Basis("公文常见差错（截止、截至）", "", BasisStatus.UNVERIFIED)


@rule(
    "TXT407",
    "jiezhi",
    severity="warning",
    title_en="“截止” is written where “截至” is meant.",
    basis=_BASIS,
)
def jiezhi(facts: Facts) -> Iterator[Flag]:
    """“截至”误写成“截止”。

    查什么：“截止2024年12月31日，……”“截止目前，……”：后面带着时间的“截止”。
    为什么：“截止”是到此停止，“截至”才是到某个时候为止。
    例：“截止年底，项目全部完工”——应为“截至年底”。
    不查什么：“截止到”“截止日期”“截止时间”“报名于5月截止”“申报截止”。
    依据：公文常见差错（依据待核）。
    """
    for pattern, span, passage in wordings(facts, word_patterns("jiezhi")):
        words = passage.text[span.start : span.end]
        right = pattern.correction(words, passage.text)
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text(f"改为“{right}”。", f"Write “{right}”."),
            expected=right,
        )
