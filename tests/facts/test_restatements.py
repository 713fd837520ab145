"""When one name with two values is one quantity misprinted, and when it is two quantities."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import check


def codes(tmp_path: Path, *lines: str) -> list[str]:
    path = tmp_path / "r.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [c for f in check(path).flags for c in f.codes if c in ("CON201", "CON202")]


def test_the_budget_is_stated_twice_and_differs(tmp_path: Path) -> None:
    assert codes(
        tmp_path,
        "一、预算执行情况",
        "2023年全年预算数1,250.40万元，资金支付进度正常。",
        "二、结转情况",
        "2023年全年预算数1,230.40万元，年末没有结转。",
    ) == ["CON201"]


def test_funds_have_totals_of_their_own(tmp_path: Path) -> None:
    assert not codes(
        tmp_path,
        "（一）一般公共预算收支情况",
        "收入总计602,000万元，支出总计602,000万元。",
        "（二）政府性基金预算收支情况",
        "收入总计195,000万元，支出总计195,000万元。",
    )


def test_a_sum_without_a_name_belongs_to_its_sentence(tmp_path: Path) -> None:
    assert not codes(
        tmp_path,
        "国内公务接待63批次，共计支出4.21万元。",
        "外事接待2批次，共计支出0.36万元。",
    )


@pytest.mark.parametrize("other", ["0.125亿元", "1,250万元", "12,500,000.00元"])
def test_the_same_value_in_other_units_is_the_same(tmp_path: Path, other: str) -> None:
    assert not codes(
        tmp_path,
        "一、预算",
        "2023年全年预算数1,250.00万元。",
        "二、结论",
        f"2023年全年预算数{other}，执行情况良好。",
    )
