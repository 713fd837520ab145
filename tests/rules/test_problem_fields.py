"""PRB001 over whole fields: every empty form is flagged wherever it stands, no real problem is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.config import Config
from reportlint.engine import check_document
from reportlint.readers import read_bytes

EMPTY = (
    "无",
    "暂无",
    "无。",
    "无；",
    "略",
    "没有",
    "不存在",
    "基本无",
    "未发现问题",
    "无明显问题",
    "无存在问题",
    "同上",
    "/",
    "—",
    "*",
    "─",
    "0",
    "运转正常，暂无问题",
    "未偏离绩效目标",
    "虽未偏离绩效目标。",
    "详见附件",
)
REAL = tuple((Path(__file__).parent / "problem_fields.txt").read_text("utf-8").splitlines())
PLACES = {
    "section": "四、评价结论\n\n（一）评价得分\n\n九十一分。\n\n（二）存在的问题及原因分析\n\n{}",
    "run-in": "（一）评价结论。如期完成，资料归档。\n\n（二）存在的主要问题：{}",
    "deviation": "三、绩效目标完成情况\n\n付清。\n\n四、偏离绩效目标的原因和下一步改进措施\n\n{}",
    "label": "自评结论：任务如期办结。\n\n存在的问题：{}",
    "row": "| 项目名称 | 渠道清淤 |\n|---|---|\n| 实施单位 | 水务所 |\n| 存在问题 | {} |",
    "wide row": (
        "| 评价结论 | 任务办结 | 存在问题 | {} |\n|---|---|---|---|\n| 填表人 | 甲 | 电话 | 略 |"
    ),
    "columns": "| 存在的主要问题 | 改进措施 |\n|---|---|\n| {} | 按旬调度，落实到人 |",
}


def flagged(place: str, words: str) -> bool:
    text = PLACES[place].format(words)
    document = read_bytes(text.encode(), Path("report.md"), Config().limits)
    return any(f.code == "PRB001" for f in check_document(document, Config()).flags)


@pytest.mark.parametrize("place", PLACES)
def test_every_empty_form_is_flagged(place: str) -> None:
    assert [words for words in EMPTY if not flagged(place, words)] == []


@pytest.mark.parametrize("place", ["section", "row", "columns"])
def test_nothing_at_all_is_flagged(place: str) -> None:
    assert flagged(place, "")


@pytest.mark.parametrize("place", PLACES)
def test_no_real_problem_is_flagged(place: str) -> None:
    assert [words for words in REAL if flagged(place, words)] == []


def test_there_are_sixty_real_problems() -> None:
    assert len(set(REAL)) >= 60
