"""PRB001: empty-problems."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.emptiness import Emptiness
from reportlint.facts.fields import Field, FieldRole, find_fields
from reportlint.facts.model import Facts
from reportlint.result import Basis, BasisStatus, Flag, Severity, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "北京市部门整体绩效评价报告体例；四川省部门预算项目支出绩效自评表填报说明",
    "存在的问题及原因分析；“结合自评情况,分析存在的问题及原因”",
    BasisStatus.VERIFIED,
)
_WHAT = {
    FieldRole.PROBLEMS: Text("存在的问题", "problems"),
    FieldRole.MEASURES: Text("措施建议", "measures"),
}


@rule(
    "PRB001",
    "empty-problems",
    severity="error",
    title_en="The problems (or measures) field says nothing.",
    basis=_BASIS,
)
def empty_problems(facts: Facts) -> Iterator[Flag]:
    """“存在的问题”未填写实质内容。

    查什么：存在的问题及原因分析（以及规定必填的措施建议）一栏只写“无”“暂无”“/”“—”“略”“未发现明显问
    题”，或先夸后写“暂无问题”，或“虽未偏离绩效目标”一句了事，或空着；正文、表格同样检查。
    为什么：评价的目的是发现问题、改进管理；得分未满、资金有结余而问题为“无”，结论不可信。
    例：“（二）存在的问题及原因分析　无”。
    不查什么：用别的话写出的真实问题；“发现问题0个”的固定句式（归 PRB006）；逐条登记的问题清单；
    指标偏差原因栏（归 PRB007）。
    依据：北京市部门整体绩效评价报告体例设有此栏；四川省自评表要求“结合自评情况，分析存在的问题及原因”。
    """
    for field in find_fields(facts):
        state = field.judgement.state
        if state.empty and state is not Emptiness.DISCLOSURE:
            yield _flag(facts, field, state)


def _flag(facts: Facts, field: Field, state: Emptiness) -> Flag:
    judged = field.judgement
    span = field.title_span if state is Emptiness.BLANK else field.span(judged.start, judged.end)
    owed = field.role is FieldRole.PROBLEMS or field.owed
    return Flag(
        anchor=span_anchor(facts, span),
        message=_message(field, state),
        advice=_advice(field),
        severity=None if owed else Severity.WARNING,
    )


def _message(field: Field, state: Emptiness) -> Text:
    words = field.text[field.judgement.start : field.judgement.end]
    if state is Emptiness.BLANK:
        return Text(f"“{field.title}”下没有内容。", f"Nothing stands under “{field.title}”.")
    what = _WHAT[field.role]
    if state is Emptiness.DEFERRED:
        return Text(
            f"“{field.title}”只写“{words}”，所指之处没有内容。",
            f"“{field.title}” only points elsewhere (“{words}”), and nothing is there.",
        )
    return Text(
        f"“{field.title}”只写“{words}”，没有实质内容。",
        f"“{field.title}” says “{words}”: it names no {what.en}.",
    )


def _advice(field: Field) -> Text:
    if field.role is FieldRole.MEASURES:
        return Text("针对存在的问题写明改进措施。", "Say what will be done about the problems.")
    return Text(
        "对照扣分项、未完成的指标和结转结余，写明问题及其原因。",
        "Name the problems and causes behind lost points, missed targets and unspent money.",
    )
