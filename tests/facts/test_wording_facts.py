"""Facts that only one rule asks for: deviations without a reason, repetitions, unit names."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.document import Cell, Document, Paragraph, Table
from reportlint.facts import extract
from reportlint.facts.deviations import Kind, unexplained
from reportlint.facts.model import Facts
from reportlint.facts.repetition import repeated
from reportlint.facts.unit_names import Difference, misnomers
from reportlint.lexicon import reasons
from reportlint.lexicon.terms import LexiconError

HEADER = ["三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
LONG = (
    "为管好渠道，我站组织巡渠员每周巡查两次，清理漂浮物和违章搭建，汛前逐段检修闸门并登记造册备查。"
)
TITLE = "云台县自然资源和规划局2024年度部门整体绩效自评报告"


def facts_of(*blocks: str | list[list[str]]) -> Facts:
    made = [
        Paragraph(b)
        if isinstance(b, str)
        else Table.of(Cell(t, r, c) for r, row in enumerate(b) for c, t in enumerate(row))
        for b in blocks
    ]
    return extract(Document("report", "", "text", tuple(made)))


@pytest.mark.parametrize(
    ("row", "kinds"),
    [
        (["巡渠次数", "≥100次", "100次", "10", "7", ""], [Kind.DEDUCTED]),
        (["巡渠次数", "≥100次", "80次", "10", "10", "无"], [Kind.MISSED]),
        (["巡渠次数", "≥100次", "151次", "10", "10", ""], [Kind.EXCEEDED]),
        (["巡渠次数", "≥100次", "150次", "10", "10", ""], []),
        (["巡渠次数", "≥100次", "80次", "10", "7", "汛期停巡两旬"], []),
        (["巡渠次数", "≤100次", "40次", "10", "10", ""], []),
    ],
)
def test_rows_that_owe_a_reason(row: list[str], kinds: list[Kind]) -> None:
    facts = facts_of([HEADER, row, ["检修闸门", "≥20座", "20座", "10", "10", ""]])
    assert [d.kind for d in unexplained(facts)] == kinds


def test_a_reason_in_the_text_counts() -> None:
    table = [HEADER, ["巡渠次数", "≥100次", "80次", "10", "7", ""]]
    facts = facts_of(table, "巡渠次数少于目标，主要原因是汛期停巡两旬。")
    assert not list(unexplained(facts))


@pytest.mark.parametrize("given", [None, 1.5j, "", "much", "1/0"])
def test_a_broken_line_of_excess_is_told(given: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reasons, "read_toml", lambda name: {"far": {"ratio": given}})
    with pytest.raises(LexiconError, match=r"^reasons\.toml: far\.ratio: "):
        reasons.far_ratio.__wrapped__()


def test_the_line_of_excess() -> None:
    assert reasons.far_ratio() == Fraction(3, 2)


def test_a_paragraph_that_stands_twice() -> None:
    (found,) = repeated(facts_of("一、渠道", LONG, "二、水库", LONG))
    assert (found.first.block, found.second.block, found.items) == (1, 3, None)


@pytest.mark.parametrize(
    "blocks",
    [
        ("一、渠道", LONG, "二、水库", LONG.replace("两次", "三次")),
        ("一、渠道", LONG, "二、总体评价结论", LONG),
        ("一、渠道", LONG, "二、水库", LONG, "三、泵站", LONG),
        ("一、渠道", LONG[:20], "二、水库", LONG[:20]),
    ],
)
def test_what_is_no_repetition(blocks: tuple[str, ...]) -> None:
    assert not list(repeated(facts_of(*blocks)))


def test_the_purpose_of_another_item() -> None:
    (found,) = repeated(
        facts_of(
            "住房保障支出（类）住房改革支出（款）住房公积金（项）主要用于职工医疗保险缴费。",
            "卫生健康支出（类）医疗保障（款）单位医疗（项）主要用于职工医疗保险缴费。",
        )
    )
    assert found.items == ("住房公积金", "单位医疗")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云台县自然资源与规划局设股室九个。", [(Difference.VARIANT, "云台县自然资源与规划局")]),
        ("石桥县林业局（以下简称我局）设股室五个。", [(Difference.OTHER, "石桥县林业局")]),
        ("云台县自然资源和规划局设股室九个。", []),
        ("石桥县林业局参加验收。", []),
    ],
)
def test_names_of_the_unit(text: str, found: list[tuple[Difference, str]]) -> None:
    facts = facts_of(TITLE, "一、概况", text)
    assert [(m.difference, m.name) for m in misnomers(facts)] == found
