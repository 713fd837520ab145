"""Kinds that divide their whole among them."""

from __future__ import annotations

import pytest

from reportlint.lexicon.closed_sets import closed_sets, divides


@pytest.mark.parametrize(
    "names",
    [
        ["一般债务", "专项债务"],
        ["行政编制", "事业编制"],
        ["采购货物", "工程", "服务"],
        ["问卷中非常满意", "满意", "一般", "不满意"],
        ["优", "良", "中", "差"],
        ["机要通信用车", "执法执勤用车", "特种专业技术用车"],
    ],
)
def test_kinds_that_are_all_there_is(names: list[str]) -> None:
    assert divides(names, sure=True)


@pytest.mark.parametrize(
    "names",
    [
        ["一般债务"],
        ["一般债务", "一般债券"],
        ["优", "良"],
        ["中央资金", "省级资金"],
        ["非常满意", "一般", "不满意"],
        ["国有企业", "个体工商户", "农民合作社"],
        ["一般债务利息", "专项债务本金"],
    ],
)
def test_kinds_that_may_leave_something_out(names: list[str]) -> None:
    assert not divides(names, sure=True)


def test_by_custom_only() -> None:
    assert divides(["中央资金", "省级资金", "县级资金"], sure=False)
    assert all(len(s.members) > 1 for s in closed_sets())
