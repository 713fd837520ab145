"""The scaffold writes a rule that is complete but for what only its author knows."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "new_rule.py"


@pytest.fixture
def scaffold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("new_rule", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "src" / "reportlint" / "rules" / "txt").mkdir(parents=True)
    (tmp_path / "tests" / "rules").mkdir(parents=True)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_it_writes_the_rule_and_its_document(scaffold: ModuleType, tmp_path: Path) -> None:
    assert scaffold.main(["TXT499", "double-comma"]) == 0
    rule = tmp_path / "src/reportlint/rules/txt/txt499_double_comma.py"
    functions = [n for n in ast.parse(rule.read_text("utf-8")).body if hasattr(n, "name")]
    assert [f.name for f in functions] == ["double_comma"]
    page = ast.get_docstring(functions[0]) or ""
    assert all(f"\n{h}：" in page for h in ("查什么", "为什么", "例", "不查什么", "依据"))
    document = (tmp_path / "tests/rules/TXT499_double-comma.md").read_text("utf-8")
    assert document.count("```report") == 12
    assert document.count("⟦TODO⟧") == 6


@pytest.mark.parametrize(
    "arguments",
    [[], ["TXT499"], ["TXT9", "double-comma"], ["XYZ499", "a"], ["TXT499", "Double Comma"]],
)
def test_it_says_in_one_line_what_is_wrong(
    scaffold: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert scaffold.main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_it_never_writes_over_a_rule(
    scaffold: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scaffold.main(["TXT499", "double-comma"]) == 0
    assert scaffold.main(["TXT499", "another-name"]) == 2
    assert "taken" in capsys.readouterr().err
