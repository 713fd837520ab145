from __future__ import annotations

from pathlib import Path

import pytest
from cli_cases import CLEAN, WRONG


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, far from any configuration."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reportlint.toml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def reports(folder: Path) -> Path:
    """A folder with a report that has an error, one that has none, and things that are neither."""
    here = folder / "报告"
    (here / "乙").mkdir(parents=True)
    (here / "甲.txt").write_text(WRONG, encoding="utf-8")
    (here / "乙" / "丙.md").write_text(CLEAN, encoding="gb18030")
    (here / "~$甲.docx").write_bytes(b"lock")
    (here / ".隐藏.txt").write_text(WRONG, encoding="utf-8")
    (here / "程序.exe").write_bytes(b"MZ")
    return here
