"""The program as the shell starts it: encodings, pipes, what is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENTS = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "gbk"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"PYTHONIOENCODING": "cp936"},
]


def run(
    *arguments: str, env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reportlint", *arguments]
    return subprocess.run(
        command, capture_output=True, env={**os.environ, **(env or {})}, cwd=cwd, check=False
    )


@pytest.mark.parametrize("env", ENVIRONMENTS)
def test_output_is_utf8_whatever_the_console(reports: Path, env: dict[str, str]) -> None:
    done = run("check", "报告/甲.txt", "无.pdf", env=env)
    assert done.returncode == 2
    assert "报告/甲.txt" in done.stdout.decode("utf-8")
    assert done.stderr.decode("utf-8") == "reportlint: 无.pdf：找不到该文件或文件夹\n"
    as_json = run("check", "报告/甲.txt", "-o", "json", env=env)
    assert json.loads(as_json.stdout.decode("utf-8"))["documents"][0]["path"] == "报告/甲.txt"


@pytest.mark.skipif(sys.platform != "linux", reason="needs linux: names that are not UTF-8")
def test_a_file_name_that_is_no_text(reports: Path, folder: Path) -> None:
    name = os.fsdecode(b"\xb1\xa8\xb8\xe6.txt")
    (folder / name).write_bytes((reports / "甲.txt").read_bytes())
    for output in ("text", "json"):
        done = run("check", ".", "--output", output, cwd=folder)
        assert done.returncode == 1
        assert b"\\udcb1" in done.stdout or b"<DCB1>" in done.stdout
        assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away(reports: Path) -> None:
    command = f"{sys.executable} -m reportlint rules | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.startswith(b"DOC") or done.stdout.count(b"\n") == 1


def test_the_version_costs_no_heavy_import() -> None:
    code = "import sys; from reportlint.cli import main; main(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {
        "spacy",
        "jieba",
        "pydantic",
        "rich",
        "lxml",
        "pdfplumber",
        "docx",
        "pebble",
    }


def test_no_command_shows_the_help() -> None:
    done = run("--help", env={"COLUMNS": "100"})
    assert done.returncode == 0
    assert "check" in done.stdout.decode("utf-8")
