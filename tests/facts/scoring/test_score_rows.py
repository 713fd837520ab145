"""Rows of forms: limits, execution, completion, echoes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from reportlint.facts.enumerations import enumerations
from reportlint.facts.model import Facts
from reportlint.facts.scoring.completion import completions
from reportlint.facts.scoring.echoes import echoes
from reportlint.facts.scoring.execution import misjudged

FactsOf = Callable[[str], Facts]

ROW = """| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 原因 |
|---|---|---|---|---|---|
| {name} | {target} | {actual} | 10 | 9 |  |
| 建成站点 | 4个 | 4个 | 10 | 10 |  |
"""


@pytest.mark.parametrize(
    ("name", "target", "actual", "ratio"),
    [
        ("巡查", "≥100次", "80次", "0.8"),
        ("办结时限", "≤20天", "25天", "0.8"),
        ("合格率", "98%以上", "98%", "1"),
        ("种植面积", "500", "450亩", "0.9"),
        ("发放金额", "2万元", "18000元", "0.9"),
    ],
)
def test_completion_is_done_by_target(
    facts_of: FactsOf, name: str, target: str, actual: str, ratio: str
) -> None:
    facts = facts_of(ROW.format(name=name, target=target, actual=actual))
    rows = list(completions(facts.document, facts.tables[0], facts.figures))
    assert rows[0].ratio == Fraction(ratio)


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("有责投诉", "5起", "2起"),
        ("惠及面", "100户", "320人"),
        ("机制", "健全", "健全"),
        ("完工", "2023年6月", "2023年5月"),
        ("开放率", "≥90%", "≥95%"),
        ("场次", "10场左右", "8场"),
    ],
)
def test_what_does_not_compare_is_left(
    facts_of: FactsOf, name: str, target: str, actual: str
) -> None:
    facts = facts_of(ROW.format(name=name, target=target, actual=actual))
    rows = list(completions(facts.document, facts.tables[0], facts.figures))
    assert [r.row.name for r in rows] == ["建成站点"]


MONEY = """{note}
| 项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
|---|---|---|---|---|---|
| 年度资金总额 | 100.00 | {rate} | 10 | {rate}% | {score} |
"""


@pytest.mark.parametrize(
    ("note", "rate", "score", "certain"),
    [
        ("自评表", "85.00", "9.50", True),
        ("自评表", "96.00", "10.00", False),
        ("得分=分值×执行率。", "96.00", "10.00", True),
        ("自评表", "85.00", "8.50", None),
        ("自评表", "85.00", "9", None),
        ("执行率90%以上得满分，低于90%的每低1个百分点扣0.2分。", "85.00", "9.00", None),
    ],
)
def test_execution_is_weight_times_rate(
    facts_of: FactsOf, note: str, rate: str, score: str, certain: bool | None
) -> None:
    facts = facts_of(MONEY.format(note=note, rate=rate, score=score))
    found = misjudged(facts.document, facts.tables, facts.figures)
    assert [e.certain for e in found] == ([] if certain is None else [certain])


@pytest.mark.parametrize(
    ("target", "actual", "wordy"),
    [
        ("≥80%", "≥80%", False),
        ("不低于80%", "≥80%", False),
        ("1200人", "完成", True),
        ("≥80%", "≥85%", None),
        ("≥80%", "80%", None),
        ("1项", "已完成", None),
        ("完成", "完成", None),
    ],
)
def test_echoes_of_targets(facts_of: FactsOf, target: str, actual: str, wordy: bool | None) -> None:
    found = list(echoes(facts_of(ROW.format(name="活动", target=target, actual=actual))))
    assert [e.wordy for e in found] == ([] if wordy is None else [wordy])


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("设3个科室，即甲科、乙科、丙科。", [True]),
        ("设4个科室，即甲科、乙科、丙科。", [False]),
        ("设4个科室，分别为甲科、乙科、丙科和丁科。", [True]),
        ("设5个科室，分别为甲科、乙科（加挂丙科、丁科牌子）、戊科。", [False]),
        ("设5个科室，即甲科、乙科等。", []),
        ("下设3个部门：甲部5人、乙部6人、丙部7人。", [True]),
        ("下设4个部门：甲部5人、乙部6人、丙部7人。", [False]),
        ("下设7个部门：甲部5人、乙部6人、丙部7人。", []),
        ("甲科、乙科、丙科共4个科室。", [False]),
        ("甲科、乙科、丙科等4个科室。", [True]),
        ("评价《甲办法》《乙办法》《丙办法》3项制度。", [True]),
        ("涉及3个县（市、区）。", []),
        ("涉及3个县（甲县、乙县、丙县）。", [True]),
        ("存在3个问题：一是晚。二是少。三是乱。", [True]),
        ("完成4项任务：学习、宣传、演练。", []),
    ],
)
def test_lists_of_names_are_counted(facts_of: FactsOf, text: str, fits: list[bool]) -> None:
    assert [e.fits for e in enumerations(facts_of(text))] == fits
