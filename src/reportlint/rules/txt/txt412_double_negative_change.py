"""TXT412: double-negative-change."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule
from reportlint.rules.wordings import wordings


@rule(
    "TXT412",
    "double-negative-change",
    severity="warning",
    title_en="A fall is given a minus sign as well.",
    basis=OWN_WORDS,
)
def double_negative_change(facts: Facts) -> Iterator[Flag]:
    """“下降”之后又写负号。

    查什么：“下降-3%”“减少-12.5万元”“降幅为-4.2%”。
    为什么：负的下降就是上升，读者不知道是升是降。
    例：“同比下降-3.20%”。
    不查什么：“增长-3.2%”；“增减率为-3.2%”；连接两个数的短横；表格里的数。
    依据：报告自身表述。
    """
    for pattern, span, passage in wordings(facts, word_patterns("signs")):
        words = passage.text[span.start : span.end]
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text(
                "去掉负号，或改写成“变动率为”。", "Drop the minus sign, or say “changed by”."
            ),
        )
