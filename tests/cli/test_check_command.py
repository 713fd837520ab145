from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_cases import CODE
from jsonschema import Draft202012Validator

from reportlint.cli import main
from reportlint.result.schema import schema

CHECK = Draft202012Validator(schema("check"))
Capture = pytest.CaptureFixture[str]


def documents(text: str) -> list[dict[str, object]]:
    data = json.loads(text)
    CHECK.validate(data)
    return list(data["documents"])


def test_a_report_with_an_error(reports: Path, capsys: Capture) -> None:
    assert main(["check", "报告/甲.txt"]) == 1
    out, err = capsys.readouterr()
    assert CODE in out
    assert "^^" in out
    assert err == ""


def test_several_files_keep_their_order(reports: Path, capsys: Capture) -> None:
    assert main(["check", "报告", "--output", "json"]) == 1
    out, err = capsys.readouterr()
    assert [d["path"] for d in documents(out)] == ["报告/乙/丙.md", "报告/甲.txt"]
    assert [bool(d["flags"]) for d in documents(out)] == [False, True]
    assert "跳过 3 个文件" in err


def test_a_missing_path_costs_the_exit_code_not_the_others(reports: Path, capsys: Capture) -> None:
    assert main(["check", "无.docx", "报告/甲.txt", "-o", "json"]) == 2
    out, err = capsys.readouterr()
    assert len(documents(out)) == 1
    assert err.splitlines() == ["reportlint: 无.docx：找不到该文件或文件夹"]


def test_nothing_to_check(folder: Path, capsys: Capture) -> None:
    assert main(["check", "无.docx", "--output", "json"]) == 2
    assert documents(capsys.readouterr().out) == []


@pytest.mark.parametrize("name", ["空.docx", "坏.pdf", "坏.docx"])
def test_an_unreadable_file_is_an_error_flag(folder: Path, capsys: Capture, name: str) -> None:
    content = {"空.docx": b"", "坏.pdf": b"%PDF-1.7\nrubbish", "坏.docx": b"PK\x03\x04rubbish"}
    (folder / name).write_bytes(content[name])
    assert main(["check", name, "-o", "json"]) == 1
    out, err = capsys.readouterr()
    (document,) = documents(out)
    assert document["status"] == "unreadable"
    assert [f["code"] for f in document["flags"]] == ["DOC001"]  # type: ignore[attr-defined]
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "info"], 1),
        (["--ignore", CODE], 0),
        (["--ignore", "placeholder"], 0),
        (["--select", CODE.lower()], 1),
        (["--select", "NUM119,TXT409"], 0),
        (["--select", "NUM119", "--select", "TXT4"], 1),
    ],
)
def test_what_decides_the_exit_code(reports: Path, options: list[str], code: int) -> None:
    assert main(["check", "报告/甲.txt", *options]) == code


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--select", "NUM999"], "没有规则 NUM999"),
        (["--ignore", "placeholdr"], "是否指 placeholder"),
        (["--profile", "beijing-departmnt-overall"], "是否指 beijing-department-overall"),
        (["--output", "jsn"], "是否指 json"),
        (["--output", "json", "--output", "text"], "只能有一个输出"),
        (["--output", "json="], "缺少路径"),
        (["--output", "json=报告/甲.txt"], "同一文件"),
        (["--output", "json=a", "--output", "text=./a"], "同一文件"),
        (["--fail-on", "eror"], "error"),
        (["--jobs", "-2"], "--jobs"),
        (["--jobs", "viele"], "--jobs"),
        (["--lang", "fr"], "--lang"),
        (["--config", "none.toml"], "none.toml"),
        (["--fail-onn", "x"], "--fail-onn"),
    ],
)
def test_usage_errors_are_one_line(
    reports: Path, capsys: Capture, options: list[str], words: str
) -> None:
    assert main(["check", "报告/甲.txt", *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert words in err


def test_messages_in_english(reports: Path, capsys: Capture) -> None:
    assert main(["check", "报告/甲.txt", "none.pdf", "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert f"error {CODE}" in out
    assert err == "reportlint: none.pdf: no such file or folder\n"
    assert main(["check", "--lang", "en", "--nope"]) == 2
    assert "No such option" in capsys.readouterr().err


def test_several_outputs_in_one_run(reports: Path, folder: Path, capsys: Capture) -> None:
    outputs = ["--output", "json=out/a.json", "--output", "text=b.txt", "--output", "text"]
    assert main(["check", "报告/甲.txt", *outputs]) == 1
    assert documents((folder / "out" / "a.json").read_text(encoding="utf-8"))
    heading, _, rest = (folder / "b.txt").read_text(encoding="utf-8").partition("\n\n")
    assert heading == "reportlint 检查结果"
    assert rest == capsys.readouterr().out


def test_a_folder_of_outputs_has_an_index(reports: Path, folder: Path, capsys: Capture) -> None:
    (reports / "乙" / "甲.txt").write_text("甲", encoding="utf-8")
    assert main(["check", "报告", "--output", "json=out/"]) == 1
    assert capsys.readouterr().out == ""
    index = json.loads((folder / "out" / "index.json").read_text(encoding="utf-8"))
    files = {entry["path"]: entry["file"] for entry in index["documents"]}
    assert files == {
        "报告/乙/丙.md": "丙.md.json",
        "报告/乙/甲.txt": "甲.txt.json",
        "报告/甲.txt": "甲.txt-2.json",
    }
    for path, file in files.items():
        text = (folder / "out" / file).read_text(encoding="utf-8")
        assert [d["path"] for d in documents(text)] == [path]


def test_an_output_that_cannot_be_written(reports: Path, folder: Path, capsys: Capture) -> None:
    (folder / "out").write_text("a file", encoding="utf-8")
    assert main(["check", "报告/甲.txt", "-o", "json=out/x.json", "-o", "text"]) == 2
    out, err = capsys.readouterr()
    assert CODE in out
    assert len(err.splitlines()) == 1
    assert "无法写入" in err


def test_the_configuration_beside_the_reports(reports: Path, capsys: Capture) -> None:
    (reports / "reportlint.toml").write_text(f'ignore = ["{CODE}"]\nlang = "en"', encoding="utf-8")
    assert main(["check", "报告/甲.txt"]) == 0
    assert "No faults found" in capsys.readouterr().out
    assert main(["check", "报告/甲.txt", "--isolated"]) == 1
    assert "错误" in capsys.readouterr().out


def test_an_unknown_key_is_an_error_with_a_suggestion(reports: Path, capsys: Capture) -> None:
    (reports / "reportlint.toml").write_text("fail_no = 'info'", encoding="utf-8")
    assert main(["check", "报告"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "fail_no" in err
    assert "fail-on" in err


def test_an_internal_error_is_one_line(
    reports: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("reportlint.cli.commands.check.gather", fail)
    assert main(["check", "报告"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "--debug" in err
    with pytest.raises(KeyError):
        main(["check", "报告", "--debug"])


def raising(error: type[BaseException]) -> Callable[..., None]:
    def stop(*_: object) -> None:
        raise error

    return stop


def test_an_interruption_is_one_line(
    reports: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportlint.cli.commands.check.gather", raising(KeyboardInterrupt))
    assert main(["check", "报告/甲.txt"]) == 2
    assert capsys.readouterr().err == "reportlint: 已中断\n"


def test_a_closed_pipe_is_quiet_and_keeps_the_exit_code(
    reports: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportlint.cli.outputs._write", raising(BrokenPipeError))
    assert main(["check", "报告/甲.txt"]) == 1
    assert capsys.readouterr().err == ""
