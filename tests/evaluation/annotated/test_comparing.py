"""When two ways of putting a relation are one, and when they are not."""

from __future__ import annotations

import pytest

from reportlint.evaluation.annotated.comparing import same_indicator, same_statement
from reportlint.evaluation.annotated.statements import statement

SAME = [
    ("sum t = a + b", "diff a = t - b"),
    ("sum t = a + b", "sum t = b + a"),
    ("diff d = a - b", "diff d = b - a"),
    ("ratio r = a / b", "share r = a / b"),
    ("growth r : c ; p ; d", "growth r : c ; p ; -"),
    ("growth r : c ; p ; d", "growth r : - ; p ; d"),
    ("ratio r = d / p", "growth r : - ; p ; d"),
    ("average v = t / n", "product t = v * n"),
    ("order a > b", "order b < a"),
    ("equal a = b", "equal a = b = c"),
    ("sum t >= a + b", "sum t = a + b"),
]
OTHER = [
    ("sum t = a + b", "sum t >= a + b"),
    ("sum t = a + b", "sum t = a - b"),
    ("ratio r = a / b", "ratio r = b / a"),
    ("share r = a / b", "share s = a / b"),
    ("growth r : c ; p ; -", "growth r : p ; c ; -"),
    ("average v = t / n", "average v = n / t"),
    ("order a > b", "order a < b"),
    ("order a = b", "order a > b"),
    ("equal a = b", "equal a = c"),
    ("points d = a - b", "diff d = a - b"),
]


@pytest.mark.parametrize(("gold", "answer"), SAME)
def test_the_same(gold: str, answer: str) -> None:
    assert same_statement(statement("~ " + gold), statement("~ " + answer))


@pytest.mark.parametrize(("gold", "answer"), OTHER)
def test_not_the_same(gold: str, answer: str) -> None:
    assert not same_statement(statement("~ " + gold), statement("~ " + answer))


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        (("基本支出·占",), "基本支出占"),
        (("基本支出·占",), "基本支出"),
        (("收入·增长",), "收入较上年增长"),
        (("到位资金",), "全年到位资金"),
        (("支出", "项目支出"), "项目支出"),
        (("支出决算",), "2023年度支出决算"),
    ],
)
def test_a_name_without_its_year_and_comparison(names: tuple[str, ...], answer: str) -> None:
    assert same_indicator(names, answer)


@pytest.mark.parametrize(
    ("names", "answer"),
    [(("基本支出",), "项目支出"), (("收入·增长",), "支出增长"), (("支出",), "")],
)
def test_another_name(names: tuple[str, ...], answer: str) -> None:
    assert not same_indicator(names, answer)
