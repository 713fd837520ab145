"""PRB002: generic-problems."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from reportlint.facts.emptiness import Emptiness
from reportlint.facts.fields import Field, FieldRole, find_fields
from reportlint.facts.model import Facts
from reportlint.lexicon.terms import read_toml, strings
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "四川省部门预算项目支出绩效自评表填报说明",
    "结合自评情况，分析存在的问题及原因",
    BasisStatus.VERIFIED,
)
FILE = "generic_problems.toml"
_CLAUSE = regex.compile(r"[^，,。；;！!：:\n]+")
MOST = 2
"""Whoever names more than two, however generally, has looked."""


@rule(
    "PRB002",
    "generic-problems",
    severity="warning",
    title_en="Only a stock phrase stands under problems, no fact of this report.",
    basis=_BASIS,
)
def generic_problems(facts: Facts) -> Iterator[Flag]:
    """“存在的问题”只有套话。

    查什么：问题一栏从头到尾只有“……有待进一步完善”“……还需加强”一两句，没有本项目、本单位的任何事实。
    为什么：这样的话放在哪份报告里都可以，看不出发现了什么。
    例：“存在的问题　绩效管理工作有待进一步加强。”
    不查什么：套话之后写了具体事实、原因、数字的；说到具体事项（某项设施、某类资料）的；列了三条以上的；为空
    的（归 PRB001）。
    依据：四川省自评表填报说明要求“结合自评情况，分析存在的问题及原因”。
    """
    for field in find_fields(facts):
        said = field.judgement.state is Emptiness.SAID and field.role is FieldRole.PROBLEMS
        if said and (found := _stock(field)):
            yield _flag(facts, field, *found)


def _stock(field: Field) -> tuple[int, int] | None:
    """The stock phrases of a field that says nothing else, from the first to the last."""
    clauses = [m for m in _CLAUSE.finditer(field.text) if m.group().strip()]
    spans = [m.span() for m in clauses if _generic().fullmatch(regex.sub(r"\s", "", m.group()))]
    if not clauses or len(spans) != len(clauses) or len(spans) > MOST:
        return None
    lead = field.text[spans[0][0] : spans[0][1]]
    return spans[0][0] + len(lead) - len(lead.lstrip()), spans[-1][1]


@cache
def _generic() -> regex.Pattern[str]:
    data = read_toml(FILE)
    topic, link, form = ("|".join(strings(FILE, data, k)) for k in ("topic", "link", "form"))
    label = r"(?:[（(]?[一二三四\d]{1,2}[）)、.．])?"
    return regex.compile(rf"{label}(?:{topic}|{link})*(?:{form})(?:{topic}|{link})*")


def _flag(facts: Facts, field: Field, start: int, end: int) -> Flag:
    words = field.text[start:end].strip()
    return Flag(
        anchor=span_anchor(facts, field.span(start, end)),
        message=Text(
            f"“{field.title}”只有“{words}”，没有本报告的事实。",
            f"“{field.title}” only says “{words}”: no fact of this report.",
        ),
        advice=Text(
            "写明哪一项、差多少、为什么。", "Say which matter, how far off, and for what reason."
        ),
        confidence=Confidence.MEDIUM,
    )
