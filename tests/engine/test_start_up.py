"""A run loads what its report needs: the pipeline for prose with figures, nothing of it without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CODE = (
    "import sys; from reportlint import check; check(sys.argv[1]);"
    "print(*sorted({'spacy', 'jieba', 'pdfplumber', 'docx'} & set(sys.modules)))"
)


def loaded(path: Path) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", CODE, str(path)], capture_output=True, text=True, check=True
    )
    return run.stdout.split()


def write(folder: Path, text: str) -> Path:
    path = folder / "报告.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_with_claims_is_carried_by_spacy_and_jieba(tmp_path: Path) -> None:
    text = "全年预算数1,200.00万元，资金实际支出1,140.00万元，预算执行率为95.00%。\n"
    assert loaded(write(tmp_path, text)) == ["jieba", "spacy"]


@pytest.mark.parametrize(
    "text", ["各项工作按计划推进，成效明显。\n", "一、部门概况\n负责水务工作。\n"]
)
def test_a_text_without_figures_pays_for_neither(tmp_path: Path, text: str) -> None:
    assert loaded(write(tmp_path, text)) == []
