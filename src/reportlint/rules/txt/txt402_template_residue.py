"""TXT402: template-residue."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.lexicon.patterns import word_patterns
from reportlint.result import Flag, Severity, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule
from reportlint.rules.wordings import wordings


@rule(
    "TXT402",
    "template-residue",
    severity="error",
    title_en="Something of the template or of the word processor is left in the text.",
    basis=OWN_WORDS,
)
def template_residue(facts: Facts) -> Iterator[Flag]:
    """模板或排版残留未清除。

    查什么：书签标记、失效的交叉引用、未更新的域代码；范本里未作选择的“增加（减少）”“大于（小于）”；
    未删去的填写说明（“如持平作持平表述”“不涉及的不列”等）。
    为什么：残留说明定稿前没有通读，公开后尤其难看；“增加（减少）”不作选择，这句话就没有说出结论。
    例：“比上年增加（减少）12.30万元”“目录……错误！未定义书签。”
    不查什么：表头里的“增加（减少）额”“增减%”；制度条文中泛指的“增加或减少”；留在栏内的填写要求
    （归 PRB009）。
    依据：报告自身表述；范本原文。
    """
    for pattern, span, passage in wordings(facts, word_patterns("residue")):
        words = passage.text[span.start : span.end].strip()
        yield Flag(
            anchor=span_anchor(facts, span),
            message=Text(
                f"“{words}”：{pattern.zh}。", f"“{words}”: {pattern.en}, left in the text."
            ),
            advice=Text(
                "删去，或改成本单位的实际内容。", "Delete it, or say what is the case here."
            ),
            severity=Severity(pattern.severity) if pattern.severity else None,
        )
