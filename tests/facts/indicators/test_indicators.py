"""What phrases name, and when two name one quantity."""

from __future__ import annotations

import pytest

from reportlint.facts.indicators import describe, merge, near_names, same_quantity
from reportlint.facts.model import NO_INDICATOR, Indicator
from reportlint.lexicon.additions import using


@pytest.mark.parametrize(
    ("phrase", "concept"),
    [
        ("2024年全年预算数", "budget.full"),
        ("调整后的预算数", "budget.full"),
        ("年初部门预算", "budget.initial"),
        ("资金实际支出", "executed"),
        ("年末结转和结余", "carryover.closing"),
        ("2024年结转结余资金总额", "carryover.closing"),
        ("上年结转", "carryover.opening"),
        ("本年收入合计", "income.year"),
        ("财政拨款收、支总计", "total.fiscal"),
        ("教育支出", None),
        ("基本支出预算数", None),
    ],
)
def test_a_phrase_names_a_concept(phrase: str, concept: str | None) -> None:
    assert describe(phrase).concept == concept


@pytest.mark.parametrize(
    ("phrase", "facets", "rest"),
    [
        ("财政拨款收入支出总计", {"funding:fiscal", "flow:both", "level:total"}, ""),
        ("项目支出全年预算数", {"nature:project", "stage:full"}, ""),
        ("其他收入", {"flow:income"}, "其他收入"),
        ("卫生健康支出（类）", {"flow:expenditure"}, "卫生健康支出"),
        ("“三公”经费年初预算", {"nature:three", "stage:initial"}, ""),
        (
            "教育支出（类）普通教育（款）小学教育（项）",
            {"flow:expenditure"},
            "教育支出/普通教育/小学教育",
        ),
    ],
)
def test_a_phrase_falls_into_facets_and_rest(phrase: str, facets: set[str], rest: str) -> None:
    found = describe(phrase)
    assert (found.facets, found.rest) == (facets, rest)


def test_an_empty_phrase_names_nothing() -> None:
    assert describe("  ") is NO_INDICATOR


def test_aliases_of_ones_own_lead_to_a_concept() -> None:
    with using({"budget.full": ["大盘子"]}, {}):
        found = describe("大盘子")
    assert (found.concept, found.text) == ("budget.full", "大盘子")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("全年预算数", "调整后预算数", True),
        ("年末结转和结余", "结转结余资金总额", True),
        ("小学教育", "教育支出（类）普通教育（款）小学教育（项）", True),
        ("年初预算数", "全年预算数", False),
        ("基本支出", "项目支出", False),
        ("教育支出", "卫生健康支出", False),
        ("财政拨款收入", "收入", False),
        ("支出总计", "本年支出合计", False),
    ],
)
def test_two_names_of_one_quantity(a: str, b: str, same: bool) -> None:
    assert same_quantity(describe(a), describe(b)) is same
    assert same_quantity(describe(b), describe(a)) is same


def test_label_drift_is_a_budget_called_spending() -> None:
    assert near_names(describe("全年预算数"), describe("全年预算支出数"))
    assert not near_names(describe("全年预算数"), describe("年初预算数"))


def test_a_heading_hands_down_what_its_items_leave_open() -> None:
    heading = describe("一般公共预算财政拨款支出")
    found = merge(heading, describe("教育支出（类）"))
    assert found.facets == {"funding:general", "flow:expenditure"}
    assert merge(heading, describe("政府性基金预算财政拨款支出")).facets == {
        "funding:fund",
        "flow:expenditure",
    }
    assert merge(Indicator(""), heading) is heading
