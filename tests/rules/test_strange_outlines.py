"""Reports without headings, with every heading twice, with a thousand: still an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.config import Config
from reportlint.engine import check_document
from reportlint.readers import read_bytes
from reportlint.result import Result, Status

TITLE = "北岭区水务局2024年度部门整体绩效评价报告"
SAID = "河道清淤于九月底完工，两岸补植乔木八百株。"
HEADINGS = ("一、部门概况", "二、当年预算执行情况", "三、整体绩效目标实现情况", "四、措施建议")


def checked(*lines: str) -> Result:
    text = "\n\n".join(lines)
    return check_document(read_bytes(text.encode(), Path("a.txt"), Config().limits), Config())


def test_a_report_without_headings() -> None:
    result = checked(TITLE, *[SAID] * 5)
    assert result.status is Status.CHECKED
    assert result.profile == "beijing-department-overall"
    assert "STR001" in {f.code for f in result.flags}


def test_a_passage_without_anything_to_go_by() -> None:
    result = checked(SAID)
    assert result.status is Status.CHECKED
    assert not [f for f in result.flags if f.code.startswith("STR")]


def test_every_heading_twice() -> None:
    result = checked(TITLE, *[line for h in HEADINGS for line in (h, SAID, h, SAID)])
    assert result.status is Status.CHECKED
    repeated = [f.anchor.quote for f in result.flags if f.code == "STR004"]
    assert repeated[:1] == ["二、"]


@pytest.mark.parametrize("heading", ["{0}、事项{0}", "（{0}）事项{0}", "1.{0} 事项{0}", "一、事项"])
def test_a_thousand_headings(heading: str) -> None:
    lines = [line for n in range(1, 1001) for line in (heading.format(n), SAID)]
    result = checked(TITLE, *lines)
    assert result.status is Status.CHECKED
    assert {r.code for r in result.ledger.rules} >= {"STR001", "STR004", "PRB001"}
