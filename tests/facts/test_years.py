"""Periods where a report names no year, or only the year it compares itself with."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportlint
from reportlint.facts.extraction import extract
from reportlint.facts.model import Facts


def _facts(text: str, folder: Path) -> Facts:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return extract(reportlint.read(path))


@pytest.mark.parametrize(
    "text",
    [
        "取暖费支出14.10万元，上年15.00万元，减少0.90万元，降低6.00%。",
        "本年支出1,003.33万元，上年支出901.27万元，比上年增加102.06万元，增长11.32%。",
        "印刷费去年12.50万元，今年11.00万元，下降12%。",
        "一般公共预算支出3,276.00万元，比2022年度增加252.00万元，增长8.33%。",
    ],
)
def test_last_year_is_the_base_though_no_year_is_known(text: str, tmp_path: Path) -> None:
    facts = _facts(text, tmp_path)
    assert facts.assessments
    assert {a.verdict.value for a in facts.assessments} == {"consistent"}


def test_the_stand_in_for_the_year_is_not_shown(tmp_path: Path) -> None:
    facts = _facts("本年支出550.00万元，上年支出500.00万元，增长10.00%。", tmp_path)
    assert {f.period for f in facts.figures.values()} == {""}
    assert facts.year is None


def test_the_year_compared_with_is_not_the_reports_own(tmp_path: Path) -> None:
    assert _facts("支出合计88.00万元，比2022年减少12.00万元。", tmp_path).year == 2023


def test_a_year_before_this_year_stands(tmp_path: Path) -> None:
    text = "2022年本年支出合计3,307.50万元。\n2023年本年支出合计3,370.50万元。"
    facts = _facts(text, tmp_path)
    periods = [f.period for f in facts.figures.values() if f.numeral.unit == "万元"]
    assert periods == ["2022", "2023"]
