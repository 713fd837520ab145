"""CON206: name-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.facts.unit_names import Difference, Misnomer, misnomers
from reportlint.result import Confidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule


def _applies(facts: Facts) -> bool:
    return facts.organization is not None


@rule(
    "CON206",
    "name-mismatch",
    severity="warning",
    title_en="The unit's name varies, or another unit's name is left in.",
    basis=OWN_WORDS,
    applies=_applies,
)
def name_mismatch(facts: Facts) -> Iterator[Flag]:
    """单位名称前后不一致，或留有别的单位名称。

    查什么：正文里的单位名称与标题差一个字（“规划和自然资源局”写成“规划与自然资源局”）；“××局2024年度……
    报告”“××局（以下简称我局）”里写的是别的单位。
    为什么：名称写错不严肃；留有别的单位名称，说明正文是从别处复制来的。
    例：标题是“某县水利局”，正文写“某县林业局（以下简称‘我局’）”。
    不查什么：简称（省去“和”字的、只称“县局”的）；上下级、同名的市县局；正文提到的其他单位；题名没有写单位
    的。
    依据：报告自身表述（标题的单位名称）。
    """
    for found in misnomers(facts):
        yield _flag(facts, found)


def _flag(facts: Facts, found: Misnomer) -> Flag:
    unit = facts.organization or ""
    variant = found.difference is Difference.VARIANT
    zh = "与标题的“{}”不一致" if variant else "是别的单位，本报告的单位是“{}”"
    en = "differs from “{}” in the title" if variant else "is another unit; this report is of “{}”"
    return Flag(
        anchor=span_anchor(facts, found.span),
        message=Text(f"“{found.name}”{zh.format(unit)}。", f"“{found.name}” {en.format(unit)}."),
        advice=Text("统一使用单位全称。", "Use the unit's full name throughout."),
        expected=unit,
        confidence=Confidence.MEDIUM,
    )
