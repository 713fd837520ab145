"""What a table's build makes it claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportlint.facts.model import ClaimSource

Read = Callable[..., Any]


def test_a_total_at_the_foot_and_at_the_head(read: Read) -> None:
    assert read("项目|金额\n甲|1.50\n乙|2.25\n合计|3.75").said() == {"sum 3.75 = 1.50 2.25"}
    assert read("项目|金额\n总计|3.75\n甲|1.50\n乙|2.25").said() == {"sum 3.75 = 1.50 2.25"}


def test_a_sum_is_one_claim_with_the_words_of_its_total(read: Read) -> None:
    (claim,) = read("项目|金额\n甲|1.50\n乙|2.25\n丙|1.00\n合 计|4.75").claims
    assert claim.source is ClaimSource.TABLE
    assert (claim.words.cell, claim.words.start, claim.words.end) == ((4, 0), 0, 3)
    assert claim.measured == "合计"
    assert [t.role.value for t in claim.relation.terms] == ["addend"] * 3


def test_blank_cells_are_nothing_and_words_are_unknown(read: Read) -> None:
    assert read("项目|金额\n甲|1.50\n乙|\n丙|—\n合计|1.50").said() == {"sum 1.50 = 1.50"}
    assert read("项目|金额\n甲|1.50\n乙|见附表\n合计|3.75").said() == set()
    assert read("项目|金额\n甲|1.50\n乙|2.25\n合计|").said() == set()


def test_subtotals_are_not_counted_twice(read: Read) -> None:
    text = "项目|金额\n甲|1.1\n乙|2.2\n小计|3.3\n丙|4.4\n丁|5.5\n小计|9.9\n合计|13.2"
    assert read(text).said() == {
        "sum 3.3 = 1.1 2.2",
        "sum 9.9 = 4.4 5.5",
        "sum 13.2 = 3.3 9.9",
    }


def test_subtotals_above_their_parts(read: Read) -> None:
    text = "类|项目|金额\n小计||3.3\n一类|甲|1.1\n一类|乙|2.2\n小计||9.9\n二类|丙|4.4\n二类|丁|5.5"
    assert read(text).said() == {"sum 3.3 = 1.1 2.2", "sum 9.9 = 4.4 5.5"}


def test_grand_total_takes_carried_money(read: Read) -> None:
    text = """
项目|金额
一、拨款收入|80.10
二、其他收入|4.30
本年收入合计|84.40
年初结转和结余|15.60
其中：项目支出结转和结余|12.00
总计|100.00
"""
    said = read(text).said()
    assert {"sum 84.40 = 80.10 4.30", "sum 100.00 = 84.40 15.60"} <= said


def test_parts_named_among_their_whole_do_not_count(read: Read) -> None:
    text = "支出|金额\n基本支出|7.0\n人员经费|5.5\n公用经费|1.5\n项目支出|3.0\n合计|10.0"
    assert read(text).said() == {"sum 10.0 = 7.0 3.0", "sum 7.0 = 5.5 1.5"}


def test_hidden_levels_leave_a_total_in_doubt(read: Read) -> None:
    text = "分类|金额\n教育|60.00\n小学|25.00\n中学|35.00\n卫生|40.00\n合计|100.00"
    assert read(text).wrong() == set()


@pytest.mark.parametrize("label", ["合计（不含基建）", "资产合计"])
def test_totals_that_leave_out_or_deduct(read: Read, label: str) -> None:
    rows = "原值|50.0\n减：折旧|12.0\n" if label == "资产合计" else "甲|50.0\n基建|12.0\n"
    total = "38.0" if label == "资产合计" else "50.0"
    assert read(f"项目|金额\n{rows}{label}|{total}").wrong() == set()


def test_codes_make_levels(read: Read) -> None:
    text = """
科目编码|科目名称|合计|基本支出|项目支出
205|教育支出|9.00|5.00|4.00
20502|普通教育|9.00|5.00|4.00
2050202|小学教育|6.50|3.00|3.50
2050203|初中教育|2.50|2.00|0.50
合计|<|9.00|5.00|4.00
"""
    said = read(text).said()
    assert "sum 9.00 = 6.50 2.50" in said
    assert "sum 4.00 = 3.50 0.50" in said
    assert "sum 6.50 = 3.00 3.50" in said
    assert read(text.replace("3.50\n", "3.60\n")).wrong() >= {"sum 4.00 = 3.60 0.50"}


def test_a_list_of_some_items_is_no_sum(read: Read) -> None:
    text = "科目编码|科目名称|金额\n205|教育支出|90.0\n20502|普通教育|75.0\n2050204|高中教育|21.0"
    assert read(text, "重点支出").said() == set()


def test_classes_make_staff_and_running_costs(read: Read) -> None:
    text = """
编码|科目|决算数|编码|科目|决算数
301|工资福利支出|10.00|302|商品和服务支出|3.00
303|对个人和家庭的补助|1.00|310|资本性支出|0.50
人员经费合计|<|11.00|公用经费合计|<|3.50
"""
    assert read(text).said() == {"sum 11.00 = 10.00 1.00", "sum 3.50 = 3.00 0.50"}


def test_groups_of_columns(read: Read) -> None:
    text = """
合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
^|^|小计|购置费|运行费|^
9.10|1.00|7.60|5.10|2.50|0.50
"""
    assert read(text).said() == {"sum 9.10 = 1.00 7.60 0.50", "sum 7.60 = 5.10 2.50"}
    assert read(text.replace("5.10", "5.40")).wrong() == {"sum 7.60 = 5.40 2.50"}


def test_attributes_are_no_components(read: Read) -> None:
    text = "单位|人数合计|男|女|中级职称|高级职称\n甲|50|30|20|15|10"
    assert read(text, "单位：人").wrong() == set()


def test_printed_formulas(read: Read) -> None:
    text = """
项目|年初预算|调整|调整后|支出|执行率
栏次|1|2|3=1+2|4|5=4/3
甲|10.00|2.00|12.00|9.00|75.00%
乙|20.00|-5.00|15.00|15.00|100.00%
"""
    found = read(text)
    assert "sum 12.00 = 10.00 2.00" in found.said()
    assert "ratio 75.00% = 12.00 9.00" in found.said()
    wrong = read(text.replace("75.00%", "90.00%")).wrong()
    assert wrong == {"ratio 90.00% = 12.00 9.00"}


def test_formulas_by_row_numbers(read: Read) -> None:
    text = """
项目|行次|金额
拨款收入|1|8.00
事业收入|2|3.00
其他收入|3|0.50
收入总额（4=1+2+3）|4|12.50
"""
    assert read(text).wrong() == {"sum 12.50 = 8.00 3.00 0.50"}


def test_rates_by_name(read: Read) -> None:
    text = "项目|年初预算数|全年预算数|全年执行数|执行率\n甲|80.00|90.00|45.00|{}"
    assert read(text.format("50.00%")).said() == {"ratio 50.00% = 90.00 45.00"}
    wrong = read(text.format("56.25%"))
    assert wrong.wrong() == {"ratio 56.25% = 90.00 45.00"}
    (assessment,) = wrong.assessments
    assert assessment.fitting is not None


def test_a_rate_on_a_base_not_shown_is_no_error(read: Read) -> None:
    text = "项目|年初预算数|执行数|执行率\n甲|80.00|90.00|95.00%\n乙|50.00|70.00|99.00%"
    assert read(text).wrong() == set()


def test_changes_and_growth(read: Read) -> None:
    text = (
        "科目|上年决算|本年决算|增减额|增减率\n甲|50.00|45.00|-5.00|-10.00%\n乙|20.00|25.00|5.00|{}"
    )
    said = read(text.format("25.00%")).said()
    assert "difference -5.00 = 50.00 45.00" in said
    assert "growth 25.00% = 20.00 25.00" in said
    assert read(text.format("20.00%")).wrong() == {"growth 20.00% = 20.00 25.00"}


def test_shares_of_the_total_and_together(read: Read) -> None:
    text = "来源|金额|占比\n甲|50.00|50.00%\n乙|30.00|30.00%\n丙|20.00|{}\n合计|100.00|100%"
    found = read(text.format("20.00%"))
    assert "share 30.00% = 30.00 100.00" in found.said()
    assert "sum  = 50.00% 30.00% 20.00%" in found.said()
    assert read(text.format("22.00%")).wrong() >= {"share 22.00% = 20.00 100.00"}


def test_shares_of_something_else(read: Read) -> None:
    text = "类型|金额|占部门支出的比重\n甲|30.00|12.50%\n乙|15.00|6.25%\n合计|45.00|18.75%"
    assert read(text).wrong() == set()


def test_quantity_and_price(read: Read) -> None:
    text = "设备|数量（台）|单价（元）|金额（元）\n甲|12|5,600|67,200\n乙|4|2,350|9,900"
    assert read(text).wrong() == {"product 9,900 = 4 2,350"}


def test_balances_from_year_to_year(read: Read) -> None:
    text = """
类别|年初数|本年增加|本年减少|年末数
甲|5.0|2.0|1.0|6.0
乙|3.0|1.0|2.0|2.0
丙|4.0||1.0|{}
"""
    assert "sum 3.0 = 4.0 -1.0" in read(text.format("3.0")).said()
    assert read(text.format("4.0")).wrong() == {"sum 4.0 = 4.0 -1.0"}


def test_income_and_expenditure_balance(read: Read) -> None:
    text = """
收入|<|支出|<
项目|决算数|项目|决算数
一、拨款收入|90.00|一、教育支出|95.00
二、其他收入|10.00|二、住房保障支出|5.00
总计|100.00|总计|{}
"""
    assert "equal  = 100.00 100.00" in read(text.format("100.00")).said()
    assert read(text.format("101.00")).wrong() >= {"equal  = 100.00 101.00"}


def test_which_is_a_part(read: Read) -> None:
    text = "项目|金额\n项目支出|60.00\n其中：上年结转|{}\n基本支出|40.00"
    (claim,) = read(text.format("15.00")).claims
    assert not claim.relation.exhaustive
    assert read(text.format("75.00")).wrong() == {"sum 60.00 = 75.00"}


FORM = """
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
^|年度资金总额|35.00|38.00|36.10|10|95.00%|9.5
^|其中：当年财政拨款|30.00|33.00|31.10|—|—|—
^|上年结转资金|5.00|5.00|5.00|—|—|—
年度目标|预期目标|<|<|实际完成情况|<|<|<
^|新建两处，惠及三百人。|<|<|按期完成，群众满意。|<|<|<
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
^|产出指标|数量指标|新建处数|2处|2处|50|50
^|效益指标|社会效益|受益人数|≥300人|320人|30|28
^|满意度指标|满意度|群众满意度|≥90%|93%|10|10
总分|<|<|<|<|<|100|97.5
"""


def test_self_evaluation_form(read: Read) -> None:
    found = read(FORM)
    assert found.wrong() == set()
    assert found.said() >= {
        "sum 38.00 = 33.00 5.00",
        "ratio 95.00% = 38.00 36.10",
        "sum 100 = 10 50 30 10",
        "sum 97.5 = 9.5 50 28 10",
    }
    assert found.figure(1, 2).value == 350000
    assert found.figure(8, 4).numeral.hedge is not None


@pytest.mark.parametrize(
    ("right", "slipped", "wrong"),
    [
        ("97.5", "98.5", "sum 98.5 = 9.5 50 28 10"),
        ("|33.00|", "|30.00|", "sum 38.00 = 30.00 5.00"),
        ("95.00%", "97.00%", "ratio 97.00% = 38.00 36.10"),
    ],
)
def test_slips_in_a_form(read: Read, right: str, slipped: str, wrong: str) -> None:
    assert read(FORM.replace(right, slipped)).wrong() == {wrong}


def test_sources_with_tiers(read: Read) -> None:
    text = """
资金|全年预算数（A）|全年执行数（B）|执行率（B/A）
年度资金总额|500.00|480.00|96.00%
其中：财政拨款|450.00|435.00|96.67%
中央|300.00|300.00|100.00%
省级|150.00|135.00|90.00%
其他资金|50.00|45.00|90.00%
"""
    assert read(text).wrong() == set()
    assert "sum 500.00 = 450.00 50.00" in read(text).said()


def test_averages_are_no_sums(read: Read) -> None:
    text = """
区|户数（户）|资金（万元）|户均（元）
东|120|60.00|5,000
西|200|90.00|4,500
合计|320|150.00|4,688
"""
    sums = {s for s in read(text).said() if s.startswith("sum")}
    assert sums == {"sum 320 = 120 200", "sum 150.00 = 60.00 90.00"}


def test_a_list_that_runs_on_beside_itself(read: Read) -> None:
    text = "序号|单位|金额|序号|单位|金额\n1|东镇|1.5|3|南乡|3.5\n2|西镇|2.5|合计||7.5"
    assert read(text).said() == {"sum 7.5 = 1.5 3.5 2.5"}
