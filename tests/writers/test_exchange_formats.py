"""SARIF, JUnit, GitHub and GitLab: what other programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft7Validator
from lxml import etree
from writer_cases import CELL, HOSTILE, RATE, UNREADABLE, anchor, result

from reportlint.result import Flag, Place, Result
from reportlint.writers import View, github, gitlab, junit, sarif

LINE = replace(RATE, anchor=anchor("99.53%", place=Place(part={"line": 7, "column": 3})))
ALL = [result(RATE, CELL, HOSTILE, LINE), UNREADABLE, result(path="c/d e#%.docx")]


def logged(*results: Result, lang: str = "zh") -> dict[str, Any]:
    log = json.loads(sarif.render(results, View(lang)))
    (run,) = log["runs"]
    return dict(run)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_validates(shared: Path, lang: str) -> None:
    schema = json.loads((shared / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
    for items in (ALL, []):
        Draft7Validator(schema).validate(json.loads(sarif.render(items, View(lang))))


def test_sarif_points_at_lines_where_there_are_any_and_at_headings_elsewhere() -> None:
    rate, line = logged(result(RATE, LINE))["results"]
    (place,) = line["locations"]
    assert place["physicalLocation"]["region"]["startLine"] == 7
    assert place["physicalLocation"]["region"]["startColumn"] == 3
    (place,) = rate["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "二、预算执行情况"}]
    assert rate["properties"]["anchor"]["quote"] == "99.53%"


def test_sarif_keeps_suppressed_flags_marked() -> None:
    answered = replace(CELL, answer=CELL.suppressed)
    outside, inside = logged(result(CELL, answered))["results"]
    assert outside["suppressions"] == [{"kind": "external", "justification": "已与单位核对"}]
    assert inside["suppressions"][0]["kind"] == "inSource"
    assert "suppressions" not in logged(result(RATE))["results"][0]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("甲/报 告.docx", "%E7%94%B2/%E6%8A%A5%20%E5%91%8A.docx"),
        ("a.zip!/b#.docx", "a.zip%21/b%23.docx"),
        ("/x/y.pdf", "file:///x/y.pdf"),
        ("C:/x/y.pdf", "file:///C:/x/y.pdf"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    (artifact,) = logged(result(path=path))["artifacts"]
    assert artifact["location"]["uri"] == uri


def test_junit_counts_and_marks_every_case() -> None:
    root = etree.fromstring(junit.render(ALL, View()).encode())
    (suite, broken, clean) = root
    assert (root.get("failures"), root.get("errors")) == ("2", "3")
    kinds = [child.tag for case in suite for child in case]
    assert kinds == ["failure", "skipped", "system-out", "failure", "error"]
    (failure,) = suite[0]
    assert failure.get("message") == "预算执行率应为99.35%，写作99.53%。"
    assert "全年预算执行率为【99.53%】，完成较好。" in (failure.text or "")
    assert [child.tag for case in broken for child in case] == ["error"]
    assert suite.get("tests") == "5"
    assert clean.get("failures") == "0"


def test_github_commands_cannot_be_forged() -> None:
    forged = "\n::set-output name=x::y\r%0A"
    flag = replace(RATE, message=RATE.message._replace(zh=forged), working="", advice=RATE.message)
    text = github.render([result(flag, path="a,b:c.docx")], View())
    (line,) = text.splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.docx,title=NUM103 rate-mismatch:: ::set-output")
    assert "%250A" in line


def test_github_names_lines_and_leaves_out_what_is_suppressed() -> None:
    text = github.render([result(LINE, CELL, HOSTILE)], View())
    assert ",line=7,col=3::" in text
    assert [line.split()[0] for line in text.splitlines()] == ["::error", "::notice"]


def test_gitlab_tells_equal_flags_apart() -> None:
    entries = json.loads(gitlab.render([result(RATE, RATE, CELL, LINE)], View()))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 3
    assert [entry["location"]["lines"]["begin"] for entry in entries] == [1, 1, 7]
    assert entries[0]["severity"] == "major"


@pytest.mark.parametrize("module", [sarif, junit, github, gitlab])
def test_nothing_in_a_report_steers_a_reader(module: ModuleType) -> None:
    hostile: Flag = replace(HOSTILE, anchor=replace(HOSTILE.anchor, place=Place(2)))
    text = module.render([result(hostile, path="\x1b\u202e.docx")], View())
    assert not {c for c in text if not c.isprintable()} - {"\n"}


@pytest.mark.parametrize("module", [sarif, junit, github, gitlab])
def test_the_index_of_a_folder_holds_all_reports(module: ModuleType) -> None:
    files = [(f"{n}", item) for n, item in enumerate(ALL)]
    whole = module.render(ALL, View())
    assert module.index(files, View()) == whole
