"""What words say of the way from plan to result."""

from __future__ import annotations

import pytest

from reportlint.lexicon.stances import Stance, core, stance_of, tells_whole


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("计划改造小区", Stance.PLANNED),
        ("应到位资金", Stance.PLANNED),
        ("全年预算安排", Stance.GRANTED),
        ("实际到位资金", Stance.SUPPLIED),
        ("累计支付", Stance.DONE),
        ("目标值已完成", Stance.DONE),
        ("辖区人口", None),
    ],
)
def test_the_stance_of_a_clause(clause: str, stance: Stance | None) -> None:
    assert stance_of(clause) is stance


def test_a_name_without_what_any_quantity_may_bear() -> None:
    assert (core("计划新建水窖数量"), core("全年预算数")) == ("水窖", "")


def test_words_for_all_there_is() -> None:
    assert (tells_whole("四级合计"), tells_whole("市级")) == (True, False)
