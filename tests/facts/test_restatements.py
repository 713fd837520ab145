"""Restatements: one quantity given twice, and what only seems so."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportlint
from reportlint.facts.extraction import extract
from reportlint.facts.model import ClaimSource


def _restated(text: str, folder: Path) -> list[list[str]]:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    facts = extract(reportlint.read(path))
    found = [c for c in facts.claims if c.source is ClaimSource.RESTATEMENT]
    return [[facts.figures[f].numeral.text for f in c.relation.figures] for c in found]


def test_a_total_of_two_sections_is_restated(tmp_path: Path) -> None:
    text = "（一）总体情况。本年支出合计4,520.00万元。\n（二）结论。本年支出合计4,502.00万元。"
    assert _restated(text, tmp_path) == [["4,520.00万元", "4,502.00万元"]]


@pytest.mark.parametrize(
    "text",
    [
        "年末结转和结余96.00万元（其中项目结转86.00万元）。",
        "养护经费由40.00万元增加到46.00万元，增长15.00%。",
        "养护经费从540.00万元调整到546.00万元。",
        "养护经费546.00万元，较上年养护经费540.00万元增加6.00万元。",
    ],
)
def test_what_a_statement_relates_is_no_restatement(text: str, tmp_path: Path) -> None:
    assert _restated(text, tmp_path) == []
