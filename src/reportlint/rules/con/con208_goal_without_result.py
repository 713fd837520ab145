"""CON208: goal-without-result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from reportlint.document import Table
from reportlint.facts.emptiness import Emptiness, judge
from reportlint.facts.model import Facts, ScoreRow, Span, TableFacts
from reportlint.result import Basis, BasisStatus, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis(
    "项目支出绩效自评表（财预〔2020〕10号附件1）", "年度指标值、实际完成值栏", BasisStatus.VERIFIED
)
_NONE = frozenset({Emptiness.BLANK, Emptiness.SYMBOL})


def _applies(facts: Facts) -> bool:
    return any(row.target and row.actual for table in facts.tables for row in table.score_rows)


@rule(
    "CON208",
    "goal-without-result",
    severity="warning",
    title_en="A stated goal has no result.",
    basis=_BASIS,
    applies=_applies,
)
def goal_without_result(facts: Facts) -> Iterator[Flag]:
    """设了目标而没有结果。

    查什么：自评表里填了指标值（预期目标）的一行，实际完成值（完成情况）空着或只画横线。
    为什么：自评就是拿完成值与指标值比较；没有结果，得分没有根据。
    例：指标值“≥95%”，实际完成值为空。
    不查什么：没有目标值的行、合计行；整栏都空的表（尚未自评的目标申报表）；正文里的目标；合并单元格里写了结果
    的。
    依据：自评表设“年度指标值”“实际完成值”两栏。
    """
    for table in facts.tables:
        block = facts.document.blocks[table.block]
        if isinstance(block, Table):
            rows = [r for r in table.score_rows if r.target and r.actual and not r.total]
            yield from _flags(facts, table, block, rows)


def _flags(
    facts: Facts, table: TableFacts, block: Table, rows: Sequence[ScoreRow]
) -> Iterator[Flag]:
    stated = [r for r in rows if not _blank(block, r.target)]
    if all(_blank(block, r.actual) for r in stated):
        return
    for row in stated:
        if _blank(block, row.actual) and row.target and row.actual != row.target:
            yield _flag(facts, table, block, row, row.target)


def _blank(block: Table, cell: tuple[int, int] | None) -> bool:
    return cell is None or judge(block.rows[cell[0]][cell[1]].text).state in _NONE


def _flag(
    facts: Facts, table: TableFacts, block: Table, row: ScoreRow, target: tuple[int, int]
) -> Flag:
    text = block.rows[target[0]][target[1]].text
    lead = len(text) - len(text.lstrip())
    goal = regex.sub(r"\s+", " ", text.strip())
    return Flag(
        anchor=span_anchor(facts, Span(table.block, lead, len(text.rstrip()), target)),
        message=Text(
            f"“{row.name}”的目标“{goal}”没有填写完成情况。",
            f"“{row.name}”: the goal “{goal}” has no result.",
        ),
        advice=Text(
            "填写实际完成值；没有开展的，写明原因。", "State what was reached, or why not."
        ),
    )
