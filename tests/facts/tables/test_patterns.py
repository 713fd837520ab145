"""What most rows of a table bear out, and the row that departs from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]

SAVED = """
工程部位|批复概算|合同价|结算价|较概算节约|节约率
堤防加固|1,860|1,742|1,755|{saved}|5.6%
清淤疏浚|640|588|596|44|6.9%
生态护坡|475|462|481|-6|-1.3%
附属设施|125|118|120|5|4.0%
"""


def test_a_difference_that_the_header_only_hints_at(read: Read) -> None:
    found = read(SAVED.format(saved="105"), "单位：万元")
    assert "difference 105 = 1,860 1,755" in found.said()
    assert "ratio 6.9% = 640 44" in found.said()
    assert found.wrong() == set()


def test_the_row_that_departs_is_wrong(read: Read) -> None:
    found = read(SAVED.format(saved="150"), "单位：万元")
    assert "difference 150 = 1,860 1,755" in found.wrong()


def test_a_price_times_a_number(read: Read) -> None:
    text = """
    补助对象|户数（户）|标准（元）|发放金额（元）
    甲镇|126|1,150|144,900
    乙镇|88|1,200|105,600
    丙镇|203|1,150|233,450
    """.replace("    ", "")
    assert "product 144,900 = 126 1,150" in read(text).said()


def test_two_rows_alike_by_chance_prove_nothing(read: Read) -> None:
    text = "项目|一组|二组|三组\n参加|7|4|3\n缺席|5|3|2\n请假|9|2|4"
    assert not any(s.startswith("difference") for s in read(text, "单位：人").said())
