"""NUM122: date-arithmetic."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.document import Layer, Table
from reportlint.facts.chronology import Misfit, Trouble, misfits_in
from reportlint.facts.model import Facts, Span
from reportlint.result import Confidence, Evidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_SAID: dict[Trouble, tuple[Text, Text]] = {
    Trouble.NO_SUCH_DAY: (
        Text("日历上没有这一天", "the calendar has no such day"),
        Text("核对年月日。", "Check the date."),
    ),
    Trouble.REVERSED: (
        Text("止期早于起期", "the period ends before it begins"),
        Text("核对起止年月。", "Check both ends of the period."),
    ),
    Trouble.LENGTH: (
        Text("与起止日期不符", "does not fit the dates of the period"),
        Text("按起止日期重算时长，或核对日期。", "Count again from the dates, or check them."),
    ),
    Trouble.MISSED: (
        Text("实际日期晚于期限，与此说法相反", "the date kept is later than the date set"),
        Text("核对日期，或改正用词。", "Check the dates, or mend the word."),
    ),
    Trouble.KEPT: (
        Text("实际日期早于期限，与此说法相反", "the date kept is earlier than the date set"),
        Text("核对日期，或改正用词。", "Check the dates, or mend the word."),
    ),
}


@rule(
    "NUM122",
    "date-arithmetic",
    severity="warning",
    title_en="A duration, deadline or period does not fit its dates.",
)
def date_arithmetic(facts: Facts) -> Iterator[Flag]:
    """时长、期限与日期不符。

    查什么：起止日期后面写的“为期、历时、工期”若干天、月、年与日期对不上的；止期早于起期的；日历上
    没有的日期；写明期限和实际日期，却说“提前”“按时”（实际更晚）或“逾期”（实际更早）的。
    为什么：日期往往照抄往年，改了一处漏了另一处。
    例：“2024年3月1日至2024年5月31日，为期5个月”。
    不查什么：没有写年份的日期；按工作日、扣除停工等另行计算的天数；约数；首尾算不算在内的一天之差、
    不足一月的零头。
    依据：算术（公历）。
    """
    for block, cell, text in _texts(facts):
        for misfit in misfits_in(text):
            yield _flag(facts, block, cell, misfit)


def _texts(facts: Facts) -> Iterator[tuple[int, tuple[int, int] | None, str]]:
    for index, block in enumerate(facts.document.blocks):
        if block.layer is not Layer.BODY:
            continue
        if isinstance(block, Table):
            yield from ((index, (c.row, c.column), c.text) for c in block.cells())
        else:
            yield index, None, block.text


def _flag(facts: Facts, block: int, cell: tuple[int, int] | None, misfit: Misfit) -> Flag:
    anchor = span_anchor(facts, Span(block, misfit.start, misfit.end, cell))
    fault, advice = _SAID[misfit.trouble]
    spans = (span_anchor(facts, Span(block, a, b, cell)) for a, b in misfit.against)
    return Flag(
        anchor=anchor,
        message=Text(f"“{anchor.quote}”：{fault.zh}。", f"“{anchor.quote}”: {fault.en}."),
        advice=advice,
        evidence=tuple(Evidence("date", span) for span in spans),
        confidence=Confidence.MEDIUM,
    )
