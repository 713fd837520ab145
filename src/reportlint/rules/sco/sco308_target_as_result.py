"""SCO308: target-as-result."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.facts.scoring.echoes import Echo, echoes
from reportlint.result import Basis, BasisStatus, Confidence, Evidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "项目支出绩效自评表（财预〔2020〕10号附件1）", "实际完成值栏", BasisStatus.UNVERIFIED
)


@rule(
    "SCO308",
    "target-as-result",
    severity="warning",
    title_en="A result repeats its target, or answers a number with “done”.",
    basis=_BASIS,
)
def target_as_result(facts: Facts) -> Iterator[Flag]:
    """实际完成值照抄目标值，或以“完成”代替数字。

    查什么：实际完成值写成“≥80%”“不低于90%”这样与目标值相同的界限；目标值是数字而实际完成值只写“完成”
    “达标”。
    为什么：完成值应当是实际数，照抄目标看不出完成了多少，得分也就没有依据。
    例：年度指标值“≥80%”，实际完成值“≥80%”。
    不查什么：目标和结果是同一个确数的（100%、20个）；目标本身是定性的、只有一项的、是日期的；完成值
    是另一个界限的。
    依据：自评表设“实际完成值”栏，应填实际数（依据待核）。
    """
    for echo in echoes(facts):
        yield _flag(facts, echo)


def _flag(facts: Facts, echo: Echo) -> Flag:
    anchor = span_anchor(facts, echo.result)
    target = span_anchor(facts, echo.target)
    said = f"实际完成值“{anchor.quote}”"
    fault = (
        Text("没有写出数字", "gives no number")
        if echo.wordy
        else Text("照抄目标值", "repeats the target")
    )
    return Flag(
        anchor=anchor,
        message=Text(
            f"{said}{fault.zh}（目标值“{target.quote}”）。",
            f"The result “{anchor.quote}” {fault.en} (target “{target.quote}”).",
        ),
        advice=Text("填写实际完成的数字。", "State the number that was reached."),
        evidence=(Evidence("target", target),),
        confidence=Confidence.HIGH if not echo.wordy else Confidence.MEDIUM,
    )
