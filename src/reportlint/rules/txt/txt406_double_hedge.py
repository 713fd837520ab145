"""TXT406: double-hedge."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule
from reportlint.rules.wordings import wordings

_BASIS = Basis("概数用法（公文写作通例）", "", BasisStatus.UNVERIFIED)


@rule(
    "TXT406",
    "double-hedge",
    severity="warning",
    title_en="A number is blurred on both sides.",
    basis=_BASIS,
)
def double_hedge(facts: Facts) -> Iterator[Flag]:
    """概数前后重复限定。

    查什么：“约30人左右”“近百人上下”“超过80%以上”“不超过5天以内”：一个数前后都加了概数词或界限词。
    为什么：前后两个词说的是一回事，或者互相矛盾，读者不知道准数。
    例：“培训约120人左右”。
    不查什么：只在一头说的；“节约5万元左右”“公约”“近年来”；“左右两侧”“上下游”；表格里的指标值。
    依据：公文写作通例：概数只从一头说（依据待核）。
    """
    for pattern, span, passage in wordings(facts, word_patterns("double_hedges")):
        words = passage.text[span.start : span.end]
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text("约、近与左右、以上等只留一个。", "Keep one of the two words."),
        )
