"""TXT403: placeholder."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule
from reportlint.rules.wordings import wordings


@rule(
    "TXT403",
    "placeholder",
    severity="error",
    title_en="A place that was to be filled in is still empty.",
    basis=OWN_WORDS,
)
def placeholder(facts: Facts) -> Iterator[Flag]:
    """应填写的内容仍是占位符或空白。

    查什么：XX、××、20xx年、{单位}、空下划线，以及单位前漏填数字（“占 %”“减少 万元”）。
    为什么：缺的正是这句话要报告的数字或名称。
    例：“较上年减少 万元，下降 %”“××局2024年度……”
    不查什么：型号、尺码等拉丁字母名称，算式里的乘号，隐去的姓名和证件号，表头里的“占%”“万元”。
    依据：报告自身表述。
    """
    for pattern, span, passage in wordings(facts, word_patterns("placeholders")):
        words = passage.text[span.start : span.end].strip()
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}."),
            advice=Text("补上实际的名称或数字。", "Fill in the actual name or figure."),
        )
