from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reportlint.cli import main
from reportlint.profiles import load_profiles
from reportlint.result.schema import schema
from reportlint.rules import rules

Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    return capsys.readouterr().out


def test_version(capsys: Capture) -> None:
    assert printed(capsys, "--version").startswith("reportlint 0.")


@pytest.mark.parametrize("command", [(), ("check",), ("extract",), ("rule",), ("config",)])
def test_help(capsys: Capture, command: tuple[str, ...]) -> None:
    assert "reportlint" in printed(capsys, *command, "--help")


def test_every_rule_is_listed_and_explained(capsys: Capture) -> None:
    listed = printed(capsys, "rules").splitlines()
    assert [line.split()[0] for line in listed] == list(rules())
    english = printed(capsys, "rules", "--lang", "en")
    for rule in rules().values():
        assert rule.title_en in english
        page = printed(capsys, "rule", rule.name)
        assert page.startswith(f"{rule.code} {rule.name}")
        assert rule.title in page


def test_a_rule_is_found_by_code_of_either_case(capsys: Capture) -> None:
    by_code = printed(capsys, "rule", "num103", "--lang", "en")
    assert by_code == printed(capsys, "rule", "NUM103", "--lang", "en")
    assert "rate-mismatch (error)" in by_code


def test_an_unknown_rule_or_profile(capsys: Capture) -> None:
    assert main(["rule", "rate-mismach"]) == 2
    assert "是否指 rate-mismatch" in capsys.readouterr().err
    assert main(["profile", "final-account"]) == 2
    assert "是否指 final-accounts" in capsys.readouterr().err
    assert main(["chekc"]) == 2
    assert "是否指 'check'" in capsys.readouterr().err


def test_every_profile_is_listed_and_explained(folder: Path, capsys: Capture) -> None:
    listed = printed(capsys, "profiles")
    for profile in load_profiles().values():
        assert f"{profile.name} " in listed
        page = printed(capsys, "profile", profile.name)
        assert all(section.title in page for section in profile.sections)


def test_profiles_of_ones_own(folder: Path, capsys: Capture) -> None:
    own = folder / "own"
    own.mkdir()
    (folder / "reportlint.toml").write_text('profile-folders = ["own"]', encoding="utf-8")
    (own / "x.toml").write_text("name = 3", encoding="utf-8")
    assert main(["profiles"]) == 2
    assert "x.toml" in capsys.readouterr().err
    (own / "x.toml").unlink()
    own.rmdir()
    assert main(["profiles"]) == 2
    assert "没有这个文件夹" in capsys.readouterr().err


def test_the_configuration_is_shown_as_toml_with_origins(folder: Path, capsys: Capture) -> None:
    text = 'fail-on = "info"\n[limits]\nmax-pages = 9\n[lexicon.typos]\n"平价" = "评价"\n'
    (folder / "reportlint.toml").write_text(text, encoding="utf-8")
    shown = printed(capsys, "config")
    data = tomllib.loads(shown)
    assert (data["fail-on"], data["limits"]["max-pages"], data["jobs"]) == ("info", 9, 0)
    assert data["lexicon"]["typos"] == {"平价": "评价"}
    origins = {line.split()[0]: line for line in shown.splitlines() if " # " in line}
    assert "reportlint.toml" in origins["fail-on"]
    assert "reportlint.toml" in origins["max-pages"]
    assert "默认值" in origins["jobs"]
    assert "命令行" in printed(capsys, "config", "--lang", "zh")
    assert "command line" in printed(capsys, "config", "--lang", "en")


def test_what_is_shown_can_be_used(folder: Path, capsys: Capture) -> None:
    file = folder / "all.toml"
    file.write_text(printed(capsys, "config"), encoding="utf-8")
    again = printed(capsys, "config", "--config", str(file))
    assert tomllib.loads(again) == tomllib.loads(file.read_text(encoding="utf-8"))


def test_extract(reports: Path, capsys: Capture) -> None:
    data = json.loads(printed(capsys, "extract", "报告/乙/丙.md", "-o", "json"))
    Draft202012Validator(schema("extract")).validate(data)
    (document,) = data["documents"]
    quotes = {figure["quote"]: figure for figure in document["figures"]}
    assert quotes["90万元"]["value"] == "90"
    assert quotes["90万元"]["low"] == "895000"
    known = {figure["id"] for figure in document["figures"]}
    used = {o["figure"] for claim in document["claims"] for o in claim["operands"]}
    assert used <= known
    text = printed(capsys, "extract", "报告/乙/丙.md")
    assert "90万元" in text
    assert "金额" in text
    assert "amount" in printed(capsys, "extract", "报告/乙/丙.md", "--lang", "en")


def test_extract_from_what_cannot_be_read(reports: Path, folder: Path, capsys: Capture) -> None:
    (folder / "空.pdf").write_bytes(b"")
    assert main(["extract", "空.pdf", "报告/甲.txt", "-o", "json=out/"]) == 2
    assert capsys.readouterr().err.startswith("reportlint: 空.pdf：文件是空的")
    index = json.loads((folder / "out" / "index.json").read_text(encoding="utf-8"))
    assert [d["status"] for d in index["documents"]] == ["unreadable", "checked"]
    assert main(["extract", "空.pdf"]) == 2
    assert "文件是空的" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["NUM103", "STR001", "TXT409"])
def test_a_rule_tells_its_basis_once(code: str, capsys: Capture) -> None:
    assert main(["rule", code]) == 0
    assert capsys.readouterr().out.count("依据：") == 1


def test_a_corpus_of_no_reports_is_refused(capsys: Capture) -> None:
    assert main(["eval", "x", "--documents", "0"]) == 2
    assert "不能小于 1" in capsys.readouterr().err
