"""Input that nobody writes by hand: it is read in linear time, and never ends in an exception."""

from __future__ import annotations

import pytest
from confined import confined

BEFORE = "一、概况\n全年支出12.50万元，增长3.5%。\n"
LONG = 100_000
LINES: dict[str, str] = {
    "digits": "支出" + "1" * LONG + "万元，增长5%。",
    "decimals": "支出0." + "3" * LONG + "万元，增长5%。",
    "groups of digits": "支出" + ",".join(["123"] * (LONG // 4)) + "万元。",
    "full-width digits": "支出" + "１" * LONG + "万元。",
    "Chinese digits": "支出" + "一二三" * (LONG // 3) + "万元。",
    "zero-width marks": "支出" + "1\u200b" * (LONG // 2) + "万元。",
    "direction marks": "支出" + "1\u202e2\u2066" * (LONG // 4) + "万元。",
    "combining marks": "支出1" + "\u0301" * LONG + "万元。",
    "brackets": "（" * (LONG // 4) + "1万元" + "）" * (LONG // 4),
    "a line of words": "加强管理工作落实" * (LONG // 8),
    "a line of blanks": "a" + " " * (10 * LONG) + "b",
    "a line of dots": "." * (10 * LONG),
    "a line of underlines": "支出" + "_" * LONG,
}
TABLES: dict[str, str] = {
    "without a header": "".join(f"| {i}.5 | {i}.00 |\n" for i in range(LONG // 40)),
    "of units at odds": "单位：万元\n| 项目 | 金额（元） |\n|---|---|\n"
    + "".join(f"| 甲{i} | {i}.00亿元 |\n" for i in range(LONG // 40))
    + "| 合计 | 99 |\n",
    "of one wide row": "| " + " | ".join(map(str, range(LONG // 20))) + " |\n| 1 | 2 |\n",
    "of one long number": "| 项目 | 金额 |\n|---|---|\n| 甲 | " + "9" * LONG + " |\n| 合计 | 5 |\n",
}


@pytest.mark.parametrize("name", LINES)
def test_a_line(name: str) -> None:
    ending = confined(f"{BEFORE}{LINES[name]}\n".encode(), "a.txt", check=True)
    assert ending.status == "document", ending
    assert ending.says("figures")
    assert not ending.says("failed"), ending


@pytest.mark.parametrize("name", TABLES)
def test_a_table(name: str) -> None:
    ending = confined(TABLES[name].encode(), "a.txt", check=True)
    assert ending.status == "document", ending
    assert not ending.says("failed"), ending


def test_many_percentages_in_one_paragraph() -> None:
    ending = confined(f"{BEFORE}占比{'5%、' * 2_000}。".encode(), "a.txt", check=True)
    assert ending.status == "document", ending
    assert not ending.says("failed"), ending
