from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from cli_cases import CODE, WRONG

from reportlint.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def report(folder: Path) -> Path:
    document = docx.Document()
    document.add_paragraph(WRONG.strip())
    document.save(str(folder / "报告.docx"))
    return folder / "报告.docx"


def comments(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/comments.xml").decode()


def test_a_copy_with_comments_and_one_without(report: Path, folder: Path, capsys: Capture) -> None:
    before = report.read_bytes()
    assert main(["annotate", "报告.docx", "-o", "out/批.docx", "--select", CODE]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "reportlint: out/批.docx：写入 1 条批注\n")
    assert report.read_bytes() == before
    assert f"reportlint · 错误 {CODE}" in comments(folder / "out" / "批.docx")
    assert main(["annotate", "out/批.docx", "--remove", "-o", "净.docx"]) == 0
    assert "去掉批注" in capsys.readouterr().err
    assert CODE not in comments(folder / "净.docx")


def test_without_a_name_the_copy_lies_beside_the_file(report: Path, folder: Path) -> None:
    assert main(["annotate", "报告.docx"]) == 0
    assert (folder / "报告-批注.docx").is_file()
    assert main(["annotate", "报告.docx", "--lang", "en"]) == 0
    assert (folder / "报告-annotated.docx").is_file()


def test_a_folder_takes_the_copy_under_its_name(report: Path, folder: Path) -> None:
    (folder / "副本").mkdir()
    assert main(["annotate", "报告.docx", "-o", "副本"]) == 0
    assert (folder / "副本" / "报告.docx").is_file()


def test_what_is_suppressed_gets_no_comment(report: Path, folder: Path, capsys: Capture) -> None:
    entry = f'[[ignore]]\nrule = "{CODE}"\nreason = "样表"\n'
    (folder / "reportlint.ignore.toml").write_text(entry, "utf-8")
    assert main(["annotate", "报告.docx", "-o", "b.docx", "--select", CODE]) == 0
    assert "写入 0 条批注，另有 1 条已忽略" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["报告.docx", "-o", "报告.docx"], "副本不能覆盖原文件"),
        (["报告.docx", "-o", "./报告.docx", "--remove"], "副本不能覆盖原文件"),
        (["无.docx"], "找不到这个文件"),
        (["文.txt"], "批注只能写进 Word 文档和 PDF"),
        (["坏.docx", "--remove", "-o", "x.docx"], "已损坏"),
        (["报告.docx", "-o", "文.txt/x.docx"], "无法写入"),
        (["报告.docx", "--select", "NUM999"], "没有规则 NUM999"),
    ],
)
def test_what_goes_wrong_is_one_line(
    report: Path, folder: Path, capsys: Capture, arguments: list[str], said: str
) -> None:
    (folder / "文.txt").write_text(WRONG, "utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04rubbish")
    before = report.read_bytes()
    assert main(["annotate", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert said in err
    assert report.read_bytes() == before


def test_a_member_of_an_archive(report: Path, folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.write(report, "内/报告.docx")
    assert main(["annotate", "a.zip!/内/报告.docx", "-o", "b.docx"]) == 0
    assert CODE in comments(folder / "b.docx")
    assert main(["annotate", "a.zip!/内/报告.docx"]) == 0
    assert (folder / "报告-批注.docx").is_file()
