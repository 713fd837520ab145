"""PRB007: deviation-without-reason."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.deviations import Deviation, Kind, unexplained
from reportlint.facts.model import Facts
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Severity, Text
from reportlint.rules.anchoring import figure_evidence, span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "项目支出绩效自评表（财预〔2020〕10号附件1）", "偏差原因分析及改进措施栏", BasisStatus.VERIFIED
)
_FAULTS = {
    Kind.DEDUCTED: Text("扣了分", "points were taken"),
    Kind.MISSED: Text("没有达到目标值", "the target was missed"),
    Kind.EXCEEDED: Text("远超目标值", "the target was far exceeded"),
}


def _applies(facts: Facts) -> bool:
    return any(row.reason for table in facts.tables for row in table.score_rows)


@rule(
    "PRB007",
    "deviation-without-reason",
    severity="error",
    title_en="An indicator fell short, and the column of reasons is empty.",
    basis=_BASIS,
    applies=_applies,
)
def deviation_without_reason(facts: Facts) -> Iterator[Flag]:
    """未达标或扣分的指标没有写偏差原因。

    查什么：自评表有“偏差原因分析及改进措施”（未完成原因、扣分原因）一栏，而得分低于分值、完成值没有达到
    指标值的那一行，此栏空着或只写“无”“/”“0”；完成值超过指标值一半以上而没有说明的，为警告。
    为什么：扣分和偏差都要有原因，才能改进，才能复核。
    例：分值10分，得7分，偏差原因栏为空。
    不查什么：没有这一栏的表；只有“备注”栏的；合计行、资金行；在表下或正文里说明了原因的；完成并得满分
    的。
    依据：自评表设“偏差原因分析及改进措施”栏；超额完成的界线没有官方规定。
    """
    for found in unexplained(facts):
        yield _flag(facts, found)


def _flag(facts: Facts, found: Deviation) -> Flag:
    fault = _FAULTS[found.kind]
    said_zh = f"只写“{found.said}”" if found.said else "为空"
    said_en = f"only says “{found.said}”" if found.said else "is empty"
    far = found.kind is Kind.EXCEEDED
    return Flag(
        anchor=span_anchor(facts, found.at),
        message=Text(
            f"“{found.row.name}”{fault.zh}（{_numbers(found)}），原因栏{said_zh}。",
            f"“{found.row.name}”: {fault.en} ({_numbers(found)}); the reason {said_en}.",
        ),
        advice=Text("写明偏差原因和改进措施。", "Give the reason and what will be done."),
        evidence=tuple(
            figure_evidence(facts, figure, role)
            for figure, role in zip(found.figures, ("actual", "whole"), strict=False)
        ),
        severity=Severity.WARNING if far else None,
        confidence=Confidence.MEDIUM if far else Confidence.HIGH,
    )


def _numbers(found: Deviation) -> str:
    if found.kind is Kind.DEDUCTED or found.completion is None:
        score, weight = found.figures
        return f"分值{weight.numeral.text}，得分{score.numeral.text}"
    return f"指标值{found.completion.target}，完成值{found.completion.actual}"
