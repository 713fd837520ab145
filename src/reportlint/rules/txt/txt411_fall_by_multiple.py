"""TXT411: fall-by-multiple."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule
from reportlint.rules.wordings import wordings

_BASIS = Basis("数量增减的表述（编辑规范）", "", BasisStatus.VERIFIED)


@rule(
    "TXT411",
    "fall-by-multiple",
    severity="warning",
    title_en="A fall is given as a multiple.",
    basis=_BASIS,
)
def fall_by_multiple(facts: Facts) -> Iterator[Flag]:
    """下降用了倍数。

    查什么：“降低2倍”“减少一倍”“缩短了3倍”。
    为什么：减少的不能超过原来的全部，“降低2倍”没有意义。
    例：“投诉量下降3倍”。
    不查什么：“增长2倍”；“减少到原来的三分之一”；“是上年的2倍”；倍率、倍数本身。
    依据：编辑规范：减少不用倍数，用分数或百分数。
    """
    for pattern, span, passage in wordings(facts, word_patterns("multiple_falls")):
        words = passage.text[span.start : span.end]
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text("改用百分数或“几分之几”。", "Use a percentage or a fraction."),
        )
