"""Totals of scores over two tables, in prose, and restated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.facts.model import Facts, FigureKind
from reportlint.facts.scoring import is_weight

FactsOf = Callable[[str], Facts]

FORM = """2023年度项目支出绩效自评表
| 项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
|---|---|---|---|---|---|
| 年度资金总额 | 80.00 | 76.00 | 10 | 95.00% | 9.50 |

| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
|---|---|---|---|---|---|
| 产出指标 | 放映电影 | 360场 | 372场 | {weight} | 50 |
| 效益指标 | 观影人次 | ≥2万人 | 2.4万人 | 30 | 30 |
| 满意度指标 | 观众满意度 | ≥90% | 88% | 10 | 9 |
| 总分 |  |  |  | 100 | {total} |
"""


def said(facts: Facts, verdict: Verdict) -> set[str]:
    return {a.working for a in facts.assessments if a.verdict is verdict}


def test_the_execution_row_of_the_table_before_counts(facts_of: FactsOf) -> None:
    right = facts_of(FORM.format(weight=50, total="98.50"))
    assert "9.50 + 50 + 30 + 9 = 98.50分" in "".join(said(right, Verdict.CONSISTENT))
    wrong = facts_of(FORM.format(weight=50, total="99.50"))
    assert [d.suspects[0] for d in wrong.diagnoses] == ["t2.4.5"]


def test_weights_must_prove_that_the_tables_belong_together(facts_of: FactsOf) -> None:
    facts = facts_of(FORM.format(weight=60, total="99.50"))
    assert not any("9.50 + 50" in w for w in said(facts, Verdict.INCONSISTENT))


@pytest.mark.parametrize(
    "text",
    [
        "综合得分{}分，其中：决策18分，过程17分，产出27分，效益26分。",
        "投入得18分，过程得17分，产出得27分，效果得26分，总得分{}分。",
        "决策（满分20分）得18分，过程（满分20分）得17分，产出（满分30分）得27分，"
        "效益（满分30分）得26分，评价总得分{}分。",
        "自评得分{}分。其中预算执行得分9分、产出指标得分45分、效益指标得分25分、满意度得分9分。",
    ],
)
def test_first_level_scores_of_prose_add_up(facts_of: FactsOf, text: str) -> None:
    assert not facts_of(text.format(88)).diagnoses
    assert len(facts_of(text.format(89)).diagnoses) == 1


@pytest.mark.parametrize(
    "text",
    [
        "综合得分91分，其中产出类得分28分，效益类得分27分。",
        "决策18分，过程18分，产出28分，效益27分，另有加分2分，综合得分93分。",
        "综合得分91分，决策类扣2分，过程类扣3分，产出类扣2分，效益类扣2分。",
        "决策18分，其中立项9分、目标9分，过程17分，产出27分，效益26分，综合得分88分。",
    ],
)
def test_lists_that_are_no_sum_are_left(facts_of: FactsOf, text: str) -> None:
    assert not facts_of(text).diagnoses


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("决策类满分20分，得18分。", [True, False]),
        ("决策类得18分（满分20分）。", [False, True]),
        ("指标分值30分，自评得分28.5分。", [True, False]),
        ("设四类指标，总分100分，综合得分92分。", [True, False]),
        ("自评总分100分。", [False]),
        ("采用100分制，得分为86分。", [True, False]),
    ],
)
def test_full_marks_are_told_from_marks(facts_of: FactsOf, text: str, weights: list[bool]) -> None:
    facts = facts_of(text)
    scores = [f for f in facts.figures.values() if f.numeral.kind is FigureKind.SCORE]
    assert [is_weight(facts.document, f) for f in scores] == weights


def restated(facts: Facts) -> list[list[str]]:
    return [
        [facts.figures[f].numeral.text for f in c.relation.figures]
        for c in facts.claims
        if c.kind is RelationKind.EQUAL and c.measured == "总分"
    ]


def test_a_total_score_is_compared_wherever_it_stands(facts_of: FactsOf) -> None:
    text = "综合得分91.5分，等级为优。\n\n综上，项目综合得分为90.5分。"
    assert restated(facts_of(text)) == [["91.5分", "90.5分"]]


@pytest.mark.parametrize(
    "text",
    [
        "自评得分98分。\n\n经第三方机构评价，综合得分91分。",
        "（一）路灯项目，自评得分98分。\n\n（二）公厕项目，自评得分91分。",
        "平均得分93.4分，综合得分95分。",
        "上年综合得分92分，本年综合得分95分。",
        "单位自评得分98分。\n\n项目综合得分90分。",
    ],
)
def test_scores_of_others_are_not_compared(facts_of: FactsOf, text: str) -> None:
    assert not facts_of(text).diagnoses
