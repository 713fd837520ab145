"""PRB003: no-cause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from reportlint.facts.emptiness import Emptiness
from reportlint.facts.fields import Field, FieldRole, find_fields
from reportlint.facts.model import Facts, Section
from reportlint.lexicon.reasons import reason_words
from reportlint.lexicon.terms import read_toml, strings
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis("北京市部门整体绩效评价报告体例", "存在的问题及原因分析", BasisStatus.VERIFIED)
FILE = "implied_causes.toml"
_PROMISE = regex.compile(r"原因|成因")
_DEVIATION = regex.compile(r"偏离|未完成|未实现|偏差")


@rule(
    "PRB003",
    "no-cause",
    severity="warning",
    title_en="The heading promises causes, and the text names problems only.",
    basis=_BASIS,
)
def no_cause(facts: Facts) -> Iterator[Flag]:
    """标题写“原因分析”而没有分析原因。

    查什么：“存在的问题及原因分析”一节（或一栏）写了问题，通篇没有一处说到原因。
    为什么：不知道原因，措施就对不上。
    例：“存在的问题及原因分析　路灯亮灯率偏低，故障报修多。”
    不查什么：标题没有“原因”二字的；用“由于、受……影响、意识不强、人手不够”等说了原因的；原因另设一节的；没有
    写问题的（归 PRB001）；偏离绩效目标的原因一节。
    依据：北京市部门整体绩效评价报告体例：“存在的问题及原因分析”。
    """
    for field in find_fields(facts):
        promised = _PROMISE.search(field.title) and not _DEVIATION.search(field.title)
        if field.role is not FieldRole.PROBLEMS or not promised:
            continue
        if field.judgement.state is Emptiness.SAID and not _explains(facts, field):
            yield _flag(facts, field)


def _explains(facts: Facts, field: Field) -> bool:
    text = field.text
    if reason_words("cause").search(text) or _implied().search(text):
        return True
    return any(_elsewhere(section, field) for section in facts.outline.sections)


def _elsewhere(section: Section, field: Field) -> bool:
    """A section of its own for the causes."""
    return section.block != field.title_span.block and bool(_PROMISE.search(section.title))


@cache
def _implied() -> regex.Pattern[str]:
    return regex.compile("|".join(strings(FILE, read_toml(FILE), "words")))


def _flag(facts: Facts, field: Field) -> Flag:
    return Flag(
        anchor=span_anchor(facts, field.title_span),
        message=Text(
            f"“{field.title}”只写了问题，没有分析原因。",
            f"“{field.title}” names problems, but no cause.",
        ),
        advice=Text("逐条写明问题产生的原因。", "Say for each problem what caused it."),
        confidence=Confidence.MEDIUM,
    )
