"""What a figure is called: the noun phrase beside it, or the one that goes on."""

from __future__ import annotations

import pytest

from reportlint.facts.claims.reading import Setting, read_passage
from reportlint.facts.numerals import find_numerals


def names(text: str) -> list[str]:
    passage = read_passage(text, find_numerals(text), Setting(year=2023))
    return [m.indicator.text for m in passage.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands between a name and its number belongs to neither.
        ("但水稻保险理赔总额却高达318万元。", ["水稻保险理赔总额"]),
        ("按兑现率计，兑现率仅为88.3%。", ["兑现率"]),
        ("苗圃管护补助每亩每年260元。", ["苗圃管护补助"]),
        ("机房改造拨了62万元。", ["机房改造"]),
        ("住房保障支出（类）决算数41.20万元。", ["住房保障支出决算数"]),
        ("因公出国（境）费3.60万元。", ["因公出国（境）费"]),
        ("职工平均工资8.2万元，户均2.1万元，圈均18头。", ["职工平均工资", "户均", "圈均"]),
        # The noun behind a number.
        ("组织了14次消防演练。", ["消防演练"]),
        ("辖12个行政村。", ["行政村"]),
        ("工程划分为四个标段。", ["标段"]),
        ("按每人每天35元的伙食标准执行。", ["伙食标准"]),
        ("抽查台账60份，52份填写完整，8份缺页。", ["抽查台账", "填写完整", "缺页"]),
        # Grades and classes.
        ("评定为“优”的9个、“良”的4个。", ["优", "良"]),
        # What is elided goes on.
        ("供暖补贴146万元，上年120万元。", ["供暖补贴", "供暖补贴"]),
        ("玉米种植补贴1,204户、36.5万元。", ["玉米种植补贴", "玉米种植补贴"]),
        ("首付款三成，即45万元。", ["首付款", "首付款"]),
        ("出库率由82%升至91%。", ["出库率", "出库率"]),
        ("漏损率9.1%，低于行业规定的12%。", ["漏损率", "漏损率"]),
        ("床位使用率（目标85%，实际79%）。", ["床位使用率目标", "床位使用率"]),
        ("巡诊：上半年16场，三季度9场。", ["巡诊", "巡诊"]),
        # Changes and shares: the quantity and the word that measures it.
        ("会务费12万元，比上年压减3万元，降幅20%。", ["会务费", "会务费压减", "会务费降幅"]),
        ("门诊人次多了1.3万人次，增幅6.8%。", ["门诊人次多", "门诊人次增幅"]),
        ("回收问卷80份，占92%。", ["回收问卷", "回收问卷占"]),
        ("参训率96%，高于上年2.5个百分点。", ["参训率", "参训率高于"]),
        # Rows of values.
        (
            "印刷费、邮寄费、差旅费支出分别为12万元、8万元和5万元。",
            ["印刷费", "邮寄费", "差旅费支出"],
        ),
        (
            "决策、过程、效果三个维度的权重分别为20%、30%、50%。",
            ["维度", "决策权重", "过程权重", "效果权重"],
        ),
        (
            "甲校投入60万元，乙校投入40万元，依次占60%、40%。",
            ["甲校投入", "乙校投入", "甲校投入占", "乙校投入占"],
        ),
    ],
)
def test_the_name_of_each_figure(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_heading_names_what_its_text_leaves_out() -> None:
    text = "共12.6万元。"
    setting = Setting(year=2023, where=("三、公务接待费",))
    passage = read_passage(text, find_numerals(text), setting)
    assert passage.mentions[0].indicator.text == "公务接待费"


def test_a_clause_without_end_is_read() -> None:
    found = names("拨付" * 20_000 + "资金12万元。")
    assert found[0].endswith("资金")
