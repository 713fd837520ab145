"""PRB008: low-execution-without-reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from reportlint.document import block_text
from reportlint.facts.fields import FieldRole, find_fields
from reportlint.facts.model import Facts, Figure, FigureKind, Part
from reportlint.facts.passages import Passage, passages
from reportlint.facts.shortfalls import named_by, shortfalls
from reportlint.lexicon.reasons import reason_words
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Severity, Text
from reportlint.rules.anchoring import figure_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "四川省部门预算项目支出绩效自评表填报说明",
    "预算执行率低于90%的，说明原因",
    BasisStatus.VERIFIED,
)
_WHOLE = regex.compile(
    r"(?:^|[年的，])(?:度|全年|本年度?|当年|年度|部门|单位|项目|总体|整体|综合|资金总额|总额|全年|预算|资金|财政|"
    r"拨款|支出|基本)*(?:预算|资金|支出)?(?:总体)?(?:执行|支付|支出|使用)(?:完成)?率$"
)
_LABEL = 12
"""A cell no longer than this asks rather than tells."""


@rule(
    "PRB008",
    "low-execution-without-reason",
    severity="warning",
    title_en="The budget's execution is low, and no reason is given.",
    basis=_BASIS,
)
def low_execution_without_reason(facts: Facts) -> Iterator[Flag]:
    """预算执行率偏低而没有说明原因。

    查什么：本年预算执行率低于报告类型规定的线（四川为90%；其余用配置 thresholds.low_execution，默认
    80%），全文没有一处说明支出进度慢、资金未用完的原因。
    为什么：执行率偏低要单独说明原因，这是自评的基本要求。
    例：“预算执行率为61.20%”，之后只谈成绩。
    不查什么：没有标题的片段；上年、季度、目标的执行率；单个明细项目的；写明了原因（招标推迟、按合同支付、结转下年等）
    的；问题栏里说到资金或进度的。
    依据：四川省自评表填报说明：低于90%的说明原因（类型有规定的为错误）；其余界线可配置。
    """
    for part in facts.parts:
        line = _line(facts, part)
        low = next((f for f in _rates(facts, part) if (f.value or 0) < line), None)
        # A passage out of a report cannot tell what the rest of the report says.
        if low is not None and not (part.title or facts.config.profile or low.cell):
            continue
        if low is not None and not _explained(facts, part):
            yield _flag(facts, part, low, line)


def _line(facts: Facts, part: Part) -> Decimal:
    own = part.profile.low_execution if part.profile else None
    return own or facts.config.thresholds.low_execution


def _rates(facts: Facts, part: Part) -> Iterator[Figure]:
    """The execution rates of the whole: stated in prose, or in the form's row of all money."""
    funds = {row.rate for t in facts.tables for row in t.score_rows if row.fund and row.rate}
    for found in shortfalls(facts, part):
        figure = found.figure
        if found.kind != "execution" or figure.numeral.hedge is not None:
            continue
        if figure.id in funds or (figure.cell is None and _of_the_whole(facts, figure)):
            yield figure
    for id in sorted(funds):
        figure = facts.figures[id]
        inside = part.start_block <= figure.block < part.end_block
        if inside and figure.numeral.kind is FigureKind.PERCENT and figure.value is not None:
            yield figure


def _of_the_whole(facts: Facts, figure: Figure) -> bool:
    text = block_text(facts.document.blocks[figure.block])
    sentence = regex.split(r"[。；;\n]", text[: figure.start])[-1]
    return bool(_WHOLE.search(named_by(facts, figure))) and not reason_words("passing").search(
        sentence
    )


def _explained(facts: Facts, part: Part) -> bool:
    said = (p for p in passages(facts.document) if part.start_block <= p.block < part.end_block)
    if any(_gives_reason(p) for p in said):
        return True
    fields = (f for f in find_fields(facts) if f.role is FieldRole.PROBLEMS)
    money = reason_words("execution")
    return any(not f.judgement.state.empty and money.search(f.text) for f in fields)


def _gives_reason(passage: Passage) -> bool:
    if passage.cell is not None and len(passage.text) <= _LABEL:
        return False
    cause = reason_words("cause", "circumstance").search(passage.text)
    told = passage.cell is None or passage.says_sentences
    return bool(cause and (reason_words("execution").search(passage.text) or not told))


def _flag(facts: Facts, part: Part, figure: Figure, line: Decimal) -> Flag:
    prescribed = part.profile is not None and part.profile.low_execution is not None
    return Flag(
        anchor=figure_anchor(facts, figure),
        message=Text(
            f"预算执行率{figure.numeral.text}，低于{line}%，没有说明原因。",
            f"The budget's execution is {figure.numeral.text}, below {line} %: no reason is given.",
        ),
        advice=Text(
            "说明支出进度慢、资金未用完的原因和改进措施。",
            "Say why money was left or spent late, and what will be done.",
        ),
        severity=Severity.ERROR if prescribed else Severity.WARNING,
        confidence=Confidence.HIGH if prescribed else Confidence.MEDIUM,
    )
