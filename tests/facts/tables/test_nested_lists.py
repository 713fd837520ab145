"""Classes and their items in plain rows, told apart by their figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]
ROWS = (
    "科目|合计|人员|专项",
    "教育|512.37|301.25|211.12",
    "小学|310.20|180.15|130.05",
    "初中|202.17|121.10|81.07",
    "卫生|144.86|90.31|54.55",
    "医疗|100.41|60.22|40.19",
    "防疫|44.45|30.09|14.36",
)
TOTAL = "总计|657.23|391.56|265.67"


def test_classes_add_up_and_the_total_adds_the_classes(read: Read) -> None:
    said = read("\n".join((*ROWS, TOTAL))).said()
    assert {
        "sum 512.37 = 310.20 202.17",
        "sum 90.31 = 60.22 30.09",
        "sum 265.67 = 211.12 54.55",
    } <= said


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (
            "121.10|81.07",
            "121.10|87.01",
            {"sum 211.12 = 130.05 87.01", "sum 202.17 = 121.10 87.01"},
        ),
        ("391.56", "319.56", {"sum 319.56 = 301.25 90.31", "sum 657.23 = 319.56 265.67"}),
    ],
)
def test_a_slip_shows_in_row_and_column(read: Read, old: str, new: str, wrong: set[str]) -> None:
    assert read("\n".join((*ROWS, TOTAL)).replace(old, new)).wrong() == wrong


def test_indents_say_where_a_class_ends(read: Read) -> None:
    rows = [r if r[:2] in ("科目", "教育", "卫生") else f"　{r}" for r in ROWS]
    assert "sum 144.86 = 100.41 44.45" in read("\n".join((*rows, TOTAL))).said()


@pytest.mark.parametrize(
    "rows",
    [
        (*ROWS, "总计|1314.46|783.12|531.34"),
        ROWS,
        ("科目|合计", "甲|5", "乙|2", "丙|3", "总计|5"),
        (*ROWS, "汽车|25.00|15.00|10.00", TOTAL),
    ],
    ids=["total of all rows", "no total", "one column", "total of other rows"],
)
def test_chance_and_doubt_claim_no_class(read: Read, rows: tuple[str, ...]) -> None:
    said = read("\n".join(rows)).said()
    assert not {s for s in said if s.startswith(("sum 512.37 = 310", "sum 5 = 2"))}
