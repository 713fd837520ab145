"""`make robustness DIR=…`: any folder, a line for each file, an exit code to trust."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import small_docx
import small_pdfs

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "robustness.py"
MADE: dict[str, tuple[bytes, str]] = {
    "a.docx": (small_docx.everything(), "text"),
    "a.pdf": (small_pdfs.plain(), "text"),
    "b.pdf": (small_pdfs.plain()[:80], "damaged"),
    "c.pdf": (b"\0\x01\x02" * 99, "not that format"),
    "d.docx": (small_docx.of_body(""), "empty"),
    "e.docx": (b"PK\x03\x04" + b"x" * 99, "damaged"),
    "f.txt": ("全年支出12.50万元。".encode("gb18030"), "text"),
    "g.txt": (b"\n \n", "empty"),
    "h.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"),
        "encrypted",
    ),
}


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("robustness", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["robustness"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (data, _) in MADE.items():
        (tmp_path / name).write_bytes(data)
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.write(tmp_path / "f.txt", "内/f.txt")
    return tmp_path


def statuses(output: str) -> dict[str, str]:
    lines = [line for line in output.splitlines() if ": " in line and line[:1].isalpha()]
    return {line[38:].split(": ")[0]: line[:16].strip() for line in lines}


def test_each_file_ends_in_text_or_in_a_reason(
    tool: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main([str(folder)]) == 0
    output = capsys.readouterr().out
    wanted = {name: status for name, (_, status) in MADE.items()} | {"z.zip!/内/f.txt": "text"}
    assert statuses(output) == wanted
    assert "10 files: text 4" in output


def hang(*_: object) -> None:
    signal.pause()


def fill(*_: object) -> None:
    bytearray(400_000_000)


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail(*_: object) -> None:
    raise KeyError("nobody thought of this")


@pytest.mark.parametrize(
    ("fault", "status"),
    [(hang, "hang"), (fill, "memory"), (die, "crash"), (fail, "traceback")],
)
def test_a_fault_is_told_and_fails_the_run(
    tool: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: Callable[..., None],
    status: str,
) -> None:
    (tmp_path / "f.txt").write_text("全年支出12.50万元。", encoding="utf-8")
    monkeypatch.setattr(tool, "check_document", fault)
    limits = ["--seconds", "0.5" if fault is hang else "20", "--megabytes", "300"]
    assert tool.main([str(tmp_path), *limits]) == 1
    assert statuses(capsys.readouterr().out) == {"f.txt": status}


def test_a_missing_folder_is_a_usage_error(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool.main([str(tmp_path / "none")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_hostile_suite_is_read_safely(
    tool: ModuleType, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite = shared / "suites" / "hostile"
    if not suite.is_dir():
        pytest.skip("needs shared: no hostile suite")
    assert tool.main([str(suite), "--only-read", "--recognition", "0"]) == 0
    assert set(statuses(capsys.readouterr().out).values()) <= {
        *("text", "encrypted", "damaged", "not that format", "image only", "empty", "over a limit")
    }
