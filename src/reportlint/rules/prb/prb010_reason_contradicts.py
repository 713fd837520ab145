"""PRB010: reason-contradicts."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.facts.model import Facts, Span
from reportlint.facts.movements import Movement, reasons
from reportlint.result import Confidence, Evidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule

_MOVED = {
    Movement.UP: Text("增加", "a rise"),
    Movement.DOWN: Text("减少", "a fall"),
    Movement.NONE: Text("没有变化", "no change"),
}
_END = regex.compile(r"[。；;\s]+$")


@rule(
    "PRB010",
    "reason-contradicts",
    severity="warning",
    title_en="The reason explains the opposite movement, or a change of zero.",
    basis=OWN_WORDS,
)
def reason_contradicts(facts: Facts) -> Iterator[Flag]:
    """原因与变动方向相反，或给零变动找原因。

    查什么：“比上年增加……，主要原因是压减支出”；“与上年持平，主要原因是人员减少”；“减少0万元，下降的原因
    是……”。
    为什么：照抄范本或往年的原因，没有核对本年的变动。
    例：“公务接待费较上年增加2.10万元，主要原因是厉行节约，压缩接待批次”。
    不查什么：一句里有增有减的；原因里升降因素都有的；原因说的是上年或结转、划转的；结余、差异、成本一类此消彼
    长的项目；“均未发生”“与上年一致”等对零变动的说明。
    依据：报告自身表述。
    """
    for found in reasons(facts):
        yield _flag(facts, found.moved, found.change, found.reason)


def _flag(facts: Facts, moved: Movement, change: Span, reason: Span) -> Flag:
    anchor = span_anchor(facts, reason)
    said = span_anchor(facts, change)
    what = _MOVED[moved]
    why = _END.sub("", anchor.quote)
    return Flag(
        anchor=anchor,
        message=Text(
            f"“{said.quote}”是{what.zh}，所写原因“{why}”与此不符。",
            f"“{said.quote}” is {what.en}; the reason given (“{why}”) says otherwise.",
        ),
        advice=Text("核对变动方向，改写原因。", "Check the direction and reword the reason."),
        evidence=(Evidence("item", said),),
        confidence=Confidence.MEDIUM,
    )
