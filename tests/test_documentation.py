"""What the documentation shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportlint.cli import main
from reportlint.config import load

ROOT = Path(__file__).resolve().parents[1]
READMES = [ROOT / "README.md", ROOT / "README.zh.md"]
EXAMPLE = (
    "2024年度全年预算数1200.50万元，其中基本支出700.20万元、项目支出500.30万元。\n\n"
    "全年实际支出1150.00万元，预算执行率为97.59%，绩管理水平稳步提高。\n"
)
SHOWN = re.compile(r"^ +(错误|警告|error|warning|│|算式|working|应为|expected) ")


def block(readme: Path, opening: str) -> str:
    text = readme.read_text(encoding="utf-8")
    found = re.search(rf"```{opening}.*?```", text, re.DOTALL)
    assert found is not None
    return found.group()


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_example_is_real(
    readme: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "示例.txt").write_text(EXAMPLE, encoding="utf-8")
    _, command, *lines = block(readme, r"\n\$ reportlint check 示例").splitlines()
    assert main([*command.split()[2:], "--isolated"]) == 1
    printed = capsys.readouterr().out.splitlines()
    shown = [line for line in lines if SHOWN.match(line)]
    assert len(shown) >= 9
    assert [line for line in shown if line not in printed] == []


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_configuration_can_be_used(readme: Path, tmp_path: Path) -> None:
    text = block(readme, "toml").removeprefix("```toml").removesuffix("```")
    (tmp_path / "reportlint.toml").write_text(text, encoding="utf-8")
    config = load(tmp_path).config
    assert config.ignore == ("NUM119",)
    assert config.lexicon.units


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_option_is_explained(
    readme: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["check", "--help"]) == 0
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help", "--debug"}
    text = readme.read_text(encoding="utf-8")
    assert len(options) >= 9
    assert {option for option in options if option not in text} == set()


@pytest.mark.parametrize(
    "path", [*READMES, *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_no_pin_names_an_index() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 50
    assert [
        line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)
    ] == []
