"""Words that set two figures against each other."""

from __future__ import annotations

import pytest

from reportlint.lexicon.comparing import measure, outcome, over_base, reference, sense


@pytest.mark.parametrize("words", ["上年为", "原先每吨", "距离"])
def test_what_another_figure_is_set_against(words: str) -> None:
    assert reference().search(words)


def test_what_came_of_it() -> None:
    assert outcome().search("实测")


@pytest.mark.parametrize(("words", "up"), [("涨了", True), ("核减", False), ("便宜", False)])
def test_the_sense_of_a_change(words: str, up: bool) -> None:
    found = sense().search(words)
    assert found is not None
    assert bool(found["up"]) is up


def test_names_of_percentages_that_measure_a_change() -> None:
    assert measure().search("压减幅度达")
    assert not measure().search("执行率为")
    assert over_base().search("资金节约率")
