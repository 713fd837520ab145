"""PRB006: deduction-without-problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from reportlint.facts.emptiness import Emptiness
from reportlint.facts.fields import Field, FieldRole, find_fields
from reportlint.facts.model import Facts, Span
from reportlint.facts.passages import passages
from reportlint.facts.shortfalls import Shortfall, shortfalls
from reportlint.result import Basis, BasisStatus, Flag, Severity, Text
from reportlint.rules.anchoring import figure_evidence, span_anchor
from reportlint.rules.registry import rule
from reportlint.rules.wording import named

_BASIS = Basis(
    "项目支出绩效自评表（财预〔2020〕10号附件1）", "偏差原因分析及改进措施栏", BasisStatus.VERIFIED
)
_DISCLOSURE = regex.compile(
    r"发现(?:的|存在)?问题(?:共计?|合计|数量?为?)?\s*(?:0|０|零|〇)\s*[个项条](?![\d.])"
)
_ROLES = {"score": "actual", "deduction": "item", "execution": "actual", "unspent": "item"}
MOST = 4
"""Pieces of evidence shown with one flag."""


@rule(
    "PRB006",
    "deduction-without-problem",
    severity="error",
    title_en="Points were lost or money was left, yet no problem is stated.",
    basis=_BASIS,
)
def deduction_without_problem(facts: Facts) -> Iterator[Flag]:
    """有扣分或资金未用完，却没有写问题。

    查什么：“存在的问题”为“无”或空，而同一份报告的得分不足满分、有扣分、预算执行率不足100%或年末有结
    转结余；“发现问题0个”的固定公开句式单独提示，与同文比率、得分、扣分矛盾时为警告。
    为什么：扣掉的分、没有花完的钱都有原因，原因就是问题。
    例：“综合得分97分”，而“存在的问题及原因分析　无”。
    不查什么：满分且资金全部执行完毕的；上年或单个项目的数字；已写明问题的。
    依据：自评表设“偏差原因分析及改进措施”栏，扣分应说明原因。
    """
    fields = find_fields(facts)
    for index in sorted({f.part for f in fields}):
        problems = [f for f in fields if f.part == index and f.role is FieldRole.PROBLEMS]
        if problems and all(_none(f) for f in problems):
            yield from _denied(facts, index, problems[0])
    yield from _disclosed(facts)


def _none(field: Field) -> bool:
    state = field.judgement.state
    return state.empty and state is not Emptiness.DISCLOSURE


def _denied(facts: Facts, part: int, field: Field) -> Iterator[Flag]:
    found = _first_of_each(shortfalls(facts, facts.parts[part] if facts.parts else None))
    if not found:
        return
    judged = field.judgement
    span = field.span(judged.start, judged.end) if judged.end else field.title_span
    said = field.text[judged.start : judged.end] or "空"
    yield _flag(facts, span, f"“{field.title}”写“{said}”", f"“{field.title}” names none", found)


def _disclosed(facts: Facts) -> Iterator[Flag]:
    contradicting = [s for s in shortfalls(facts) if s.kind != "unspent"]
    for passage in passages(facts.document):
        for match in _DISCLOSURE.finditer(passage.text):
            span = passage.span(*match.span())
            found = _first_of_each(contradicting)
            said = match.group()
            severity = Severity.WARNING if found else Severity.INFO
            yield _flag(facts, span, f"“{said}”", f"“{said}” (no problem found)", found, severity)


def _first_of_each(found: Iterator[Shortfall] | Sequence[Shortfall]) -> list[Shortfall]:
    kinds: dict[str, Shortfall] = {}
    for shortfall in found:
        kinds.setdefault(shortfall.kind, shortfall)
    return list(kinds.values())[:MOST]


def _flag(
    facts: Facts,
    span: Span,
    zh: str,
    en: str,
    found: Sequence[Shortfall],
    severity: Severity | None = None,
) -> Flag:
    figures = "、".join(named(s.figure) for s in found)
    message = (
        Text(f"{zh}，但报告中有{figures}。", f"{en}, yet the report has {figures}.")
        if found
        else Text(f"{zh}：请确认自评确未发现问题。", f"{en}: make sure that this is so.")
    )
    return Flag(
        anchor=span_anchor(facts, span),
        message=message,
        advice=Text(
            "说明扣分、未执行或结转结余的原因；确无问题的，核对上述数字。",
            "Give the reasons for lost points or unspent money, or check the figures.",
        ),
        evidence=tuple(figure_evidence(facts, s.figure, _ROLES[s.kind]) for s in found),
        severity=severity,
    )
