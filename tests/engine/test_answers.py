"""Suppression by a comment on the words."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

import reportlint
from reportlint.config import Config
from reportlint.engine import check
from reportlint.result import Result


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "报告.docx"


def checked(path: Path, comment: str, *, on: str = "97.59%", honour: bool = True) -> Result:
    """A report with one wrong rate and a placeholder, and a comment on one of its runs."""
    document = docx.Document()
    paragraph = document.add_paragraph("全年预算1200.50万元，实际支出1150.00万元，预算执行率为")
    runs = {text: paragraph.add_run(text) for text in ("97.59%", "。经办人", "XX", "。")}
    document.add_comment(runs[on], comment, "张三")
    document.save(str(path))
    return check(path, Config(select=("NUM", "TXT")), honour=honour)


def codes(result: Result) -> list[tuple[str, str | None]]:
    return [(flag.code, flag.suppressed) for flag in result.flags]


@pytest.mark.parametrize(
    "comment",
    [
        "reportlint: 忽略 NUM103 按财政口径计算",
        "reportlint：忽略NUM103，按财政口径计算",
        "ReportLint: ignore rate-mismatch — 按财政口径计算",
        "reportlint: 忽略 TXT403、num103：按财政口径计算",
    ],
)
def test_a_comment_on_the_words_with_a_reason_suppresses(path: Path, comment: str) -> None:
    result = checked(path, comment)
    assert codes(result) == [("NUM103", "按财政口径计算"), ("TXT403", None)]
    assert result.notes == ()


@pytest.mark.parametrize(
    ("comment", "on", "said"),
    [
        ("reportlint: 忽略 NUM103", "97.59%", "没有写明理由"),
        ("reportlint: 忽略 NUM999 不对", "97.59%", "没有写明规则编号"),
        ("reportlint: 忽略 这一处没有问题", "97.59%", "没有写明规则编号"),
        ("reportlint: 忽略 NUM103 按财政口径计算", "XX", "没有这样的问题"),
        ("reportlint: 忽略 NUM101 按财政口径计算", "97.59%", "没有这样的问题"),
    ],
)
def test_what_does_not_count_is_said(path: Path, comment: str, on: str, said: str) -> None:
    result = checked(path, comment, on=on)
    assert codes(result) == [("NUM103", None), ("TXT403", None)]
    (note,) = result.notes
    assert said in note.zh
    assert note.en


def test_whoever_reviews_sees_the_answer_beside_the_flag(path: Path) -> None:
    result = checked(path, "reportlint: 忽略 NUM103 按财政口径计算", honour=False)
    assert codes(result) == [("NUM103", None), ("TXT403", None)]
    assert result.flags[0].answer == "按财政口径计算"


def test_other_talk_of_the_program_is_no_answer(path: Path) -> None:
    result = checked(path, "reportlint · 错误 NUM103：比率不符")
    assert codes(result) == [("NUM103", None), ("TXT403", None)]
    assert result.notes == ()


def test_equal_flags_have_fingerprints_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    line = "一、基本情况\n\n单位人数为XX人，资金为XX万元。单位人数为XX人，资金为XX万元。\n"
    path.write_text(line, "utf-8")
    flags = [flag for flag in reportlint.check(path).flags if flag.code == "TXT403"]
    assert len(flags) > 2
    assert len({flag.fingerprint for flag in flags}) == len(flags)
