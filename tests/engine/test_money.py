from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from reportlint.engine import check
from reportlint.result import Money

BUDGET = "本年度全年预算数200.00万元，资金实际支出150.00万元，年末结转和结余50.00万元。"


def money(folder: Path, text: str) -> Money | None:
    path = folder / "报告.txt"
    path.write_text(text, encoding="utf-8")
    return check(path).money


def test_budget_spending_and_carry_over_are_shown_in_this_order(tmp_path: Path) -> None:
    found = money(tmp_path, BUDGET)
    assert found is not None
    assert [bar.quote for bar in found.bars] == ["200.00万元", "150.00万元", "50.00万元"]
    assert [bar.yuan for bar in found.bars] == [2_000_000, 1_500_000, 500_000]
    assert found.parts == ()


def test_the_parts_of_what_was_spent_are_shown(tmp_path: Path) -> None:
    parts = "资金实际支出150.00万元，其中：人员经费80.00万元，公用经费40.00万元，项目支出30万元。"
    found = money(tmp_path, f"{BUDGET}\n\n{parts}")
    assert found is not None
    assert found.whole is not None
    assert found.whole.yuan == sum(part.yuan for part in found.parts)
    assert [part.label for part in found.parts] == ["人员经费", "公用经费", "项目支出"]


def test_parts_that_do_not_add_up_are_not_drawn(tmp_path: Path) -> None:
    parts = "资金实际支出150.00万元，其中：人员经费80.00万元，公用经费40.00万元，项目支出10万元。"
    found = money(tmp_path, f"{BUDGET}\n\n{parts}")
    assert found is not None
    assert found.parts == ()


def test_one_figure_makes_no_picture(tmp_path: Path) -> None:
    assert money(tmp_path, "本年度全年预算数200.00万元。") is None


def test_amounts_in_any_unit_are_exact(tmp_path: Path) -> None:
    found = money(tmp_path, "全年预算数1.2亿元，资金实际支出11574.05万元。")
    assert found is not None
    assert found.bars[1].yuan == Fraction(115_740_500)
