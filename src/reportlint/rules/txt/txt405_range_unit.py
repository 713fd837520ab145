"""TXT405: range-unit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import regex

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule
from reportlint.rules.wordings import wordings

_BASIS = Basis("GB/T 15835-2011《出版物上数字用法》", "5.1.3", BasisStatus.UNVERIFIED)
_NUMBER = regex.compile(r"\d+(?:[.．]\d+)?")


@rule(
    "TXT405",
    "range-unit",
    severity="warning",
    title_en="The first number of a range lacks its per cent sign or its 万.",
    basis=_BASIS,
)
def range_unit(facts: Facts) -> Iterator[Flag]:
    """数值范围的前一个数漏写百分号或“万”“亿”。

    查什么：“4-6%”“5～10万元”一类的范围：前一个数的百分号、“万”“亿”省略了。
    为什么：“5～10万元”可以读成五元到十万元。
    例：“补贴标准为5-10万元”——应为“5万元～10万元”。
    不查什么：两头都写了单位的；以“个、米、分”等为单位的范围；算式、日期、文号；前大后小的（评分档次）。
    依据：GB/T 15835-2011 关于数值范围的规定（条号依据待核）。
    """
    for pattern, span, passage in wordings(facts, word_patterns("range_units")):
        words = passage.text[span.start : span.end]
        if not _rises(words):
            continue
        right = pattern.correction(words, passage.text)
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text(f"改为“{right}”。", f"Write “{right}”."),
            expected=right,
        )


def _rises(words: str) -> bool:
    low, high = (Fraction(n.replace("．", ".")) for n in _NUMBER.findall(words)[:2])
    return low < high
