"""Numbers that state something: span, value, unit and kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportlint.facts.model import FigureKind, Numeral
from reportlint.facts.numerals import find_numerals


def only(text: str) -> Numeral:
    found = find_numerals(text)
    assert len(found) == 1, [n.text for n in found]
    numeral = found[0]
    assert numeral.text == text[numeral.start : numeral.end]
    return numeral


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "scale"),
    [
        ("本年安排5,206,318.40元。", "5,206,318.40元", "5206318.40", "元", 1),
        ("到位3，207.15万元", "3，207.15万元", "3207.15", "万元", 10**4),
        ("共计２６．５亿元", "２６．５亿元", "26.5", "亿元", 10**8),
        ("支付 318 042.90 元整", "318 042.90 元整", "318042.90", "元", 1),
        ("拨付三千万元给区县", "三千万元", "3000", "万元", 10**4),
        ("大写：叁拾伍万陆仟元整", "叁拾伍万陆仟元整", "356000", "元", 1),
        ("一亿2300万元", "一亿2300万元", "12300", "万元", 10**4),
        ("两点四亿元", "两点四亿元", "2.4", "亿元", 10**8),
        ("每户七元五角", "七元五角", "7.5", "元", 1),
        ("下达29.6万，", "29.6万", "29.6", "万", 10**4),
        ("结余（1,204.70）万元", "（1,204.70）万元", "-1204.70", "万元", 10**4),
        ("净增加额-318.2万元", "-318.2万元", "-318.2", "万元", 10**4),
        ("差额为负18.2万元", "负18.2万元", "-18.2", "万元", 10**4),
        ("按260元/辆补助", "260元/辆", "260", "元/辆", 1),
        ("合同价￥1,880.00元", "￥1,880.00元", "1880", "元", 1),
        ("借款US$30万", "US$30万", "30", "万美元", 10**4),
        ("折合45万欧元", "45万欧元", "45", "万欧元", 10**4),
        ("收缴规模破了一个亿。", "一个亿", "1", "亿元", 10**8),
        ("清运费退了860块", "860块", "860", "元", 1),
        ("打印按0.15元/页结算", "0.15元/页", "0.15", "元/页", 1),
        ("劳务180元/人天", "180元/人天", "180", "元/人天", 1),
        ("全年花了8.312万元一分没剩", "8.312万元", "8.312", "万元", 10**4),
        ("余款12.07\n万元", "12.07\n万元", "12.07", "万元", 10**4),
        ("余款1,2\n04.70元", "1,2\n04.70元", "1204.70", "元", 1),
        ("拨款1\u200b20.5\u200e万元", "1\u200b20.5\u200e万元", "120.5", "万元", 10**4),
    ],
)
def test_amounts(text: str, quote: str, value: str, unit: str, scale: int) -> None:
    numeral = only(text)
    assert numeral.kind is FigureKind.AMOUNT
    assert (numeral.text, numeral.unit, numeral.scale) == (quote, unit, scale)
    assert numeral.value == Fraction(value)


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value", "base"),
    [
        ("支付率为91.06%，", "91.06%", FigureKind.PERCENT, "91.06", "91.06"),
        ("下降 4.2 ％", "4.2 ％", FigureKind.PERCENT, "4.2", "4.2"),
        ("同比增长-1.8%", "-1.8%", FigureKind.PERCENT, "-1.8", "-1.8"),
        ("占百分之八十七点二五", "百分之八十七点二五", FigureKind.PERCENT, "87.25", "87.25"),
        ("约有6成4未付", "6成4", FigureKind.PERCENT, "6.4", "64"),
        ("按八五折结算", "八五折", FigureKind.PERCENT, "8.5", "85"),
        ("打对折", "对折", FigureKind.PERCENT, "5", "50"),
        ("发病率2.5‰", "2.5‰", FigureKind.PERMILLE, "2.5", "0.25"),
        ("回落1.7个百分点", "1.7个百分点", FigureKind.POINTS, "1.7", "1.7"),
        ("升高三个百分点", "三个百分点", FigureKind.POINTS, "3", "3"),
        ("是上年的2.4倍", "2.4倍", FigureKind.MULTIPLE, "2.4", "2.4"),
        ("产值翻了两番", "两番", FigureKind.MULTIPLE, "2", "2"),
        ("四分之三的村", "四分之三", FigureKind.RATIO, "3/4", "3/4"),
        ("医护比为1：2.5", "1：2.5", FigureKind.RATIO, "2/5", "2/5"),
        ("缩短一半", "一半", FigureKind.RATIO, "1/2", "1/2"),
        ("得88.5分", "88.5分", FigureKind.SCORE, "88.5", "88.5"),
        ("整治河道7.3公里", "7.3公里", FigureKind.LENGTH, "7.3", "7300"),
        ("新增绿地6公顷", "6公顷", FigureKind.AREA, "6", "60000"),
        ("平均用时1个半小时", "1个半小时", FigureKind.OTHER, "1.5", "1.5"),
    ],
)
def test_rates_and_measures(text: str, quote: str, kind: FigureKind, value: str, base: str) -> None:
    numeral = only(text) if "约" not in text else find_numerals(text)[0]
    assert numeral.text.endswith(quote)
    assert numeral.kind is kind
    assert numeral.value == Fraction(value)
    assert numeral.value * numeral.scale == Fraction(base)


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("建成23所学校", "23所", 23, "所"),
        ("共发放问卷1，250份", "1，250份", 1250, "份"),
        ("接待186人次", "186人次", 186, "人次"),
        ("设八个处室", "八个", 8, "个"),
        ("开行14校19址55条线路", "14校", 14, "校"),
        ("覆盖6万2000人", "6万2000人", 62000, "人"),
        ("召开专题会四次", "四次", 4, "次"),
        ("问题0个", "0个", 0, "个"),
    ],
)
def test_counts_are_exact(text: str, quote: str, value: int, unit: str) -> None:
    numeral = find_numerals(text)[0]
    assert (numeral.text, numeral.value, numeral.unit) == (quote, value, unit)
    assert numeral.kind is FigureKind.COUNT
    assert numeral.exact
    assert numeral.interval.low == numeral.interval.high == value


def test_scaled_counts_are_rounded() -> None:
    numeral = only("服务3.5万人次")
    assert not numeral.exact
    assert (numeral.unit, numeral.decimals) == ("万人次", 1)
    assert (numeral.interval.low, numeral.interval.high) == (34500, 35500)


def test_lists_share_the_last_unit_but_keep_their_text() -> None:
    found = find_numerals("两项各减少2.6、3万元")
    assert [n.text for n in found] == ["两项", "2.6", "3万元"]
    assert [n.unit for n in found] == ["项", "万元", "万元"]
    assert found[1].interval.low == 25500


def test_lists_are_not_joined_into_one_number() -> None:
    assert [n.text for n in find_numerals("得分是95，100，98分")] == ["95", "98分"]
    assert [n.text for n in find_numerals("分别为110，240万元")][-1] == "240万元"


def test_bare_numbers_need_a_word_that_gives_a_value() -> None:
    assert [n.text for n in find_numerals("满分100，得分93.5")] == ["100", "93.5"]
    assert find_numerals("第6组，共同完成") == ()
    assert [n.text for n in find_numerals("=20×0.97=19.4分")] == ["20", "0.97", "19.4分"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("改建3个体育馆", "3个"),
        ("慰问15位居民", "15位"),
        ("置办640套用品", "640套"),
        ("发放20人工资", "20人"),
        ("处置在建项目5处在建", "5处"),
        ("LED 30盏", "30盏"),
        ("年初100万元", "100万元"),
        ("购置手机20部", "20部"),
        ("拨付18443975675元", "18443975675元"),
        ("同比多支付0.12亿元", "0.12亿元"),
    ],
)
def test_words_around_a_number_do_not_hide_it(text: str, quote: str) -> None:
    assert only(text).text == quote


@pytest.mark.parametrize(
    "text", ["303 对个人和家庭的补助", "303 10 个人农业生产补贴", "3 项目概况"]
)
def test_codes_before_words_do_not_count(text: str) -> None:
    assert find_numerals(text) == ()


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("走访收费站、服务区、治超点三类站点", "三类", "类"),
        ("装备归并成“保障”五大类", "五大类", "大类"),
        ("款项分三批拨付", "三批", "批"),
        ("夜校办了四期", "四期", "期"),
        ("回访邻近两县", "两县", "县"),
        ("库存折叠床18台（套）", "18台（套）", "台"),
        ("核查台账46家次", "46家次", "家次"),
        ("挖沟用了52个台班", "52个台班", "个台班"),
        ("监测布点318点，", "318点", "点"),
        ("平均每站2.4人", "2.4人", "人"),
    ],
)
def test_what_counts(text: str, quote: str, unit: str) -> None:
    assert (only(text).text, only(text).unit) == (quote, unit)


def test_by_how_much_and_to_where_are_two_figures() -> None:
    found = find_numerals("票价再涨3元至25元")
    assert [n.text for n in found] == ["3元", "25元"]
    assert only("收费由3元至25元不等").text == "3元至25元"
