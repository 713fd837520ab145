"""A crash or a hang over the only file is a finding about that file."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_cases import CLEAN

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork: no child to lose")

START = """
import os, signal, sys
import reportlint.cli.work as work

def broken(path, config):
    {what}

work.check_file = broken
import reportlint.cli.commands.check as check
check.check_file = broken
sys.argv = ["reportlint", "check", "a.txt", "-o", "json", *sys.argv[1:]]
from reportlint.cli import entry
sys.exit(entry())
"""


def run(folder: Path, what: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    (folder / "a.txt").write_text(CLEAN, encoding="utf-8")
    command = [sys.executable, "-c", START.format(what=what), *arguments]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder)


def flags(done: subprocess.CompletedProcess[bytes]) -> list[tuple[str, str]]:
    (document,) = json.loads(done.stdout)["documents"]
    return [(f["code"], f["message"]) for f in document["flags"]]


def test_a_crash(folder: Path) -> None:
    done = run(folder, "os.kill(os.getpid(), signal.SIGSEGV)")
    assert done.returncode == 1
    [(code, message)] = flags(done)
    assert code == "DOC001"
    assert "SIGSEGV" in message


def test_a_hang(folder: Path) -> None:
    (folder / "reportlint.toml").write_text("[limits]\nfile_seconds = 1\n", encoding="utf-8")
    done = run(folder, "while True: pass")
    [(code, message)] = flags(done)
    assert (done.returncode, code) == (1, "DOC001")
    assert "1 秒" in message


@pytest.mark.skipif(sys.platform != "linux", reason="needs linux: limits on memory")
def test_memory_is_limited(folder: Path) -> None:
    (folder / "reportlint.toml").write_text("[limits]\nmemory_bytes = 800_000_000\n", "utf-8")
    what = "from reportlint.engine import check; bytearray(1_000_000_000); return check(path)"
    done = run(folder, what)
    assert done.returncode == 2
    assert b"MemoryError" in done.stderr


def test_what_is_not_over_a_file_is_no_finding(folder: Path) -> None:
    done = run(folder, "sys.exit(7)")
    assert done.returncode == 7


def test_a_run_that_ends_well(folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN, encoding="utf-8")
    command = [sys.executable, "-m", "reportlint", "check", "a.txt", "-o", "json"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=folder)
    assert done.returncode in {0, 1}
    assert json.loads(done.stdout)["documents"][0]["status"] == "checked"


def test_the_bytes_of_an_unreadable_file_are_still_named(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"PK\x03\x04 rubbish")
    command = [sys.executable, "-m", "reportlint", "extract", "a.docx", "-o", "json"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=folder)
    (document,) = json.loads(done.stdout)["documents"]
    assert document["sha256"] == hashlib.sha256(b"PK\x03\x04 rubbish").hexdigest()
