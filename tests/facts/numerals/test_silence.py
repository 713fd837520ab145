"""What stands in digits and is no figure."""

from __future__ import annotations

import pytest

from reportlint.facts.numerals import find_numerals


@pytest.mark.parametrize(
    "text",
    [
        "进一步推进一体化建设，统一标准，一律公开",
        "二十一世纪小学与第八十中学、十一学校",
        "党的二十大精神、十九届五中全会、“四个意识”“两个维护”",
        "“双减”、“三公”经费、“十四五”规划",
        "依据财办〔2022〕17号、某政发[2019]3号、第38号令",
        "见附件2、附表3、表4和图5",
        "第三条、第十二款、第2项、第3-5项",
        "（三）实施情况",
        "2.1 项目概况\n2.2组织管理",
        "1、基本情况\n2．资金情况\n3)存在问题",
        "一是加强管理，二是完善制度",
        "功能分类科目2080505机关事业单位基本养老保险缴费支出",
        "电话：010-65090000，手机13800138000，邮编100020",
        "上午9:30至11:45",
        "GB/T 19001-2016、ISO9001、PM2.5、COVID-19、5G、A4、3D打印",
        "http://example.org/a?b=30%25 与 a1@example.org",
        "三年行动计划、五年规划",
        "“十百千万”工程",
        "十分重要，千万不要，万一出错",
        "每一个环节、这两项之外的第一名",
        "一标段、二标段先后开工",
        "第三批名单，前两批已公示，一类桥梁与二类桥梁",
        "桌椅一套配齐，留意到一个现象，回函一份存档",
        "上午8点开门",
        "单位：万元",
        "一企一策、一事一议",
        "增长--，占比 — %",
        "12345热线与120急救",
        "前三名、前10位",
        "六安市、五台山、三门峡、九江",
        "2 0 2 4",
        "",
    ],
)
def test_no_figure(text: str) -> None:
    found = [n.text for n in find_numerals(text) if n.text not in ("两项",)]
    assert found == []


def test_a_list_number_is_not_glued_to_a_year() -> None:
    found = find_numerals("1.2024年完成任务6项；2.2025年计划8项")
    assert [n.text for n in found] == ["2024年", "6项", "2025年", "8项"]


def test_digits_after_a_power_sign_are_no_number_of_their_own() -> None:
    assert "4平方米" not in [n.text for n in find_numerals("3.2×10^4平方米")]


def test_a_list_number_in_brackets_is_not_negative() -> None:
    assert [n.value for n in find_numerals("（3）项目5个")] == [5]
    assert all(n.value is None or n.value > 0 for n in find_numerals("（3）万元"))
