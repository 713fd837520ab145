"""`--baseline`, `reportlint.ignore.toml`, comments in the file, `compare`."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from cli_cases import CODE, WRONG

from reportlint.cli import main

Capture = pytest.CaptureFixture[str]
ENTRY = f'[[ignore]]\nrule = "{CODE}"\nreason = "样表"\nquote = "XX"\n'


def suppressed(text: str) -> list[str | None]:
    return [f["suppressed"] for d in json.loads(text)["documents"] for f in d["flags"]]


def test_flags_of_a_baseline_do_not_count(reports: Path, folder: Path, capsys: Capture) -> None:
    assert main(["check", "报告/甲.txt", "-o", "json=old.json"]) == 1
    (folder / "新.txt").write_text("本年工作情况如下。\n\n" + WRONG, "utf-8")
    assert main(["check", "新.txt", "--baseline", "old.json", "-o", "json"]) == 0
    assert "基线中已有" in suppressed(capsys.readouterr().out)
    (folder / "新.txt").write_text(WRONG + "\n另有XX个项目未完成。\n", "utf-8")
    assert main(["check", "新.txt", "--baseline", "old.json", "-o", "json"]) == 1
    assert suppressed(capsys.readouterr().out).count("基线中已有") >= 1


@pytest.mark.parametrize("content", [None, "not json", "{}", '{"schema": "reportlint/1"}'])
def test_a_baseline_that_is_none(
    reports: Path, folder: Path, capsys: Capture, content: str | None
) -> None:
    if content is not None:
        (folder / "b.json").write_text(content, "utf-8")
    assert main(["check", "报告/甲.txt", "--baseline", "b.json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "不是 reportlint 的 JSON 结果" in err


def test_an_ignore_file_beside_the_reports(reports: Path, capsys: Capture) -> None:
    (reports / "reportlint.ignore.toml").write_text(ENTRY, "utf-8")
    assert main(["check", "报告/甲.txt"]) == 0
    assert f"{CODE} 第1行" in capsys.readouterr().out
    assert main(["check", "报告/甲.txt", "--isolated"]) == 1


def test_unused_entries_are_named_but_cost_nothing(reports: Path, capsys: Capture) -> None:
    text = ENTRY + ENTRY.replace("XX", "YY")
    (reports / "reportlint.ignore.toml").write_text(text, "utf-8")
    assert main(["check", "报告/甲.txt", "-o", "json"]) == 0
    out, err = capsys.readouterr()
    assert "样表" in suppressed(out)
    assert "第 2 条" in err
    assert "YY" in err


def test_a_mistake_in_the_ignore_file_is_one_line(reports: Path, capsys: Capture) -> None:
    (reports / "reportlint.ignore.toml").write_text("[[ignore]]\nrule = 'NUM999'", "utf-8")
    assert main(["check", "报告/甲.txt"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "reportlint.ignore.toml" in err


def test_a_comment_without_a_reason_is_said_to_be_void(folder: Path, capsys: Capture) -> None:
    document = docx.Document()
    run = document.add_paragraph("完成").add_run("XX")
    document.add_comment(run, f"reportlint: 忽略 {CODE}")
    document.save("a.docx")
    assert main(["check", "a.docx", "--select", CODE]) == 1
    assert "a.docx：批注“忽略 TXT403”没有写明理由，未采用" in capsys.readouterr().err


def test_compare_two_files(reports: Path, folder: Path, capsys: Capture) -> None:
    (folder / "新.txt").write_text(WRONG.replace("XX%", "100%"), "utf-8")
    assert main(["compare", "报告/甲.txt", "新.txt", "--select", CODE]) == 0
    out = capsys.readouterr().out
    assert "报告/甲.txt → 新.txt" in out
    assert "已改 1" in out
    assert main(["compare", "新.txt", "报告/甲.txt", "--select", CODE, "--lang", "en"]) == 1
    assert "new 1" in capsys.readouterr().out


def test_compare_results(reports: Path, folder: Path, capsys: Capture) -> None:
    assert main(["check", "报告", "-o", "json=old.json"]) == 1
    assert main(["check", "报告/甲.txt", "-o", "json=new.json"]) == 1
    assert main(["compare", "old.json", "new.json", "--output", "json", "-o", "text=c.txt"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [(c["old_path"], c["new_path"]) for c in data["comparisons"]] == [
        ("报告/甲.txt", "报告/甲.txt"),
        ("报告/乙/丙.md", None),
    ]
    assert CODE in {change["new"]["code"] for change in data["comparisons"][0]["still"]}
    assert (folder / "c.txt").read_text("utf-8").startswith("reportlint 检查结果")
    assert main(["compare", "old.json", "new.json", "--fail-on", "never"]) == 0


def test_compare_complains_in_one_line(reports: Path, folder: Path, capsys: Capture) -> None:
    (folder / "x.json").write_text("{", "utf-8")
    for arguments in (["x.json", "报告/甲.txt"], ["报告/甲.txt", "无.docx"]):
        assert main(["compare", *arguments, "-o", "json=o.json"]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
