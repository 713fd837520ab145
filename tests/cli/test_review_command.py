from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from reportlint.cli import main

WRONG = "全年预算数12860.00万元，资金实际支出11574.00万元，预算执行率为95.00%。"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "报告").mkdir()
    (tmp_path / "报告" / "甲.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["review", *arguments]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


def test_other_machines_are_let_in_with_passwords_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--auth" in complaint(capsys, "--host", "0.0.0.0")


def test_a_port_that_is_taken_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert "--port" in complaint(capsys, "--port", str(taken.getsockname()[1]))


def test_no_store_is_made_among_the_reports(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path / "报告")
    assert "--store" in complaint(capsys, ".")
    assert [path.name for path in (tmp_path / "报告").iterdir()] == ["甲.txt"]


def test_a_store_that_is_none_is_left_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"text" * 1000)
    assert "已损坏" in complaint(capsys, "--store", str(tmp_path / "x.sqlite"), "--port", "0")


def test_a_folder_that_is_missing_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert "找不到" in complaint(capsys, "nowhere", "--port", "0")


def test_the_server_shows_a_folder_and_ends_with_an_interrupt() -> None:
    command = [sys.executable, "-m", "reportlint", "review", "../报告", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
            assert found is not None
            with urllib.request.urlopen(found.group()) as answer:
                assert "审核台" in answer.read().decode()
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
        finally:
            process.kill()
    assert Path("reportlint.sqlite").exists()
