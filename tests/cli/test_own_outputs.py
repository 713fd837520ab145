"""A folder of reports does not grow by the results that are written into it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from cli_cases import WRONG

from reportlint.cli import main
from reportlint.cli.own import is_own_output
from reportlint.writers import CHECKS

Capture = pytest.CaptureFixture[str]


def test_results_are_not_checked_as_reports(reports: Path, capsys: Capture) -> None:
    outputs = [f"--output={name}=报告/结果/{name}/" for name in CHECKS]
    outputs += ["--output=text=报告/全部.txt", "--output=xlsx=报告/全部.xlsx"]
    assert main(["check", "报告", *outputs]) == 1
    capsys.readouterr()
    assert main(["check", "报告", "-o", "json"]) == 1
    out, err = capsys.readouterr()
    paths = [document["path"] for document in json.loads(out)["documents"]]
    own = [p for p in paths if p not in {"报告/甲.txt", "报告/乙/丙.md"}]
    assert own == []
    assert "个本程序生成的结果文件" in err


def test_a_result_that_is_named_is_read(reports: Path, capsys: Capture) -> None:
    assert main(["check", "报告", "-o", "text=r.txt"]) == 1
    assert main(["check", "r.txt", "-o", "json", "--fail-on", "never"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"][0]["path"] == "r.txt"


def test_an_annotated_copy_is_still_a_report(folder: Path) -> None:
    document = docx.Document()
    document.add_paragraph(WRONG)
    document.save(str(folder / "a.docx"))
    assert main(["annotate", "a.docx", "-o", "b.docx"]) == 0
    assert not is_own_output("b.docx")


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.txt", "a.html", "a.pdf", "none.txt"])
def test_what_cannot_be_read_is_none_of_ours(folder: Path, name: str) -> None:
    if name.startswith("a"):
        (folder / name).write_bytes(b"PK\x03\x04 rubbish")
    assert not is_own_output(name)


def test_extractions_are_results_too(reports: Path) -> None:
    assert main(["extract", "报告", "-o", "text=x.txt", "-o", "text=y/"]) == 0
    assert is_own_output("x.txt")
    assert is_own_output("y/index.txt")
    assert is_own_output("y/甲.txt.txt")


def test_a_configured_format_binds_only_commands_that_have_it(
    reports: Path, capsys: Capture
) -> None:
    (reports / "reportlint.toml").write_text('output = ["sarif"]', "utf-8")
    assert main(["check", "报告/甲.txt"]) == 1
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"
    assert main(["extract", "报告/甲.txt"]) == 0
    assert "报告/甲.txt" in capsys.readouterr().out.splitlines()[0]
    (reports / "reportlint.toml").write_text('output = ["sarfi"]', "utf-8")
    for command in (["check", "报告/甲.txt"], ["extract", "报告/甲.txt"]):
        assert main(command) == 2
        assert "sarfi" in capsys.readouterr().err


def test_a_report_made_with_our_name_is_a_report(tmp_path: Path, capsys: Capture) -> None:
    document = docx.Document()
    document.core_properties.author = "reportlint"
    document.add_paragraph("全年预算100万元，支出95万元，执行率95%。")
    document.save(str(tmp_path / "报告.docx"))
    main(["check", str(tmp_path), "-o", "json"])
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 1
