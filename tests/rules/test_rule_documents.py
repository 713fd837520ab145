"""Runs every rule document: as text, and written to .docx and .pdf and read back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from casebook import (
    CLEAN,
    FALSE_ALARMS,
    FLAGGING,
    MISSES,
    Case,
    Mark,
    masked,
    read_casebook,
    read_scope,
    squeeze,
)
from rendering import WRITERS

import reportlint
from reportlint.config import Config
from reportlint.result import BasisStatus, Flag, Severity
from reportlint.rules import rules

HERE = Path(__file__).parent
BOOKS = {path.name[:6]: path for path in sorted(HERE.glob("[A-Z]*.md"))}
CASES = [case for path in BOOKS.values() for case in read_casebook(path)]
AT_LEAST = 6
ON_FILES_ONLY = {"DOC001", "DOC002", "DOC004", "DOC005"}
"""Faults of files, not of words: tested on files that `test_doc_rules.py` builds."""


def _runs() -> list[object]:
    runs = []
    for case in CASES:
        known = case.kind in (MISSES, FALSE_ALARMS)
        for format in [case.format] if case.format else ["txt"] if known else list(WRITERS):
            runs.append(pytest.param(case, format, id=f"{case.code}-{case.title}-{format}"))
    return runs


@pytest.mark.parametrize(("case", "format"), _runs())
def test_case(case: Case, format: str, tmp_path: Path) -> None:
    flags = _check(case, format, tmp_path)
    own = [f for f in flags if case.code in f.codes]
    if case.kind == MISSES:
        assert case.own, "a known miss marks what should be found"
        assert all(not any(_meets(f, m) for f in own) for m in case.own), "no longer missed"
        return
    if case.kind == FALSE_ALARMS:
        assert case.own, "a known false alarm marks what is wrongly flagged"
        assert _pairs(own, case.own), _said(own)
        return
    assert bool(case.own) is (case.kind == FLAGGING)
    assert _pairs(own, case.own), _said(own)
    others = [f for f in flags if f.severity is Severity.ERROR and case.code not in f.codes]
    assert all(any(_meets(f, m) for m in case.marks) for f in others), _said(others)


def _check(case: Case, format: str, folder: Path) -> list[Flag]:
    path = folder / f"report.{format}"
    WRITERS[format](case.text, path)
    return list(reportlint.check(path, Config(profile=case.profile)).flags)


def _pairs(flags: list[Flag], marks: list[Mark]) -> bool:
    """Whether flags and marks can be paired off, each with one other."""
    left = list(flags)
    for mark in marks:
        found = next((f for f in left if _meets(f, mark)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _meets(flag: Flag, mark: Mark) -> bool:
    before = squeeze(flag.anchor.before)
    return (
        mark.code in flag.codes
        and squeeze(flag.anchor.quote) == squeeze(mark.words)[:100]
        and (before.endswith(mark.before) or mark.before.endswith(before))
    )


def _said(flags: list[Flag]) -> str:
    return "\n".join(
        f"{f.code} …{f.anchor.before[-6:]}⟦{f.anchor.quote}⟧ {f.message.zh}" for f in flags
    )


@pytest.mark.parametrize("code", [c for c in rules() if not c.startswith("SET")])
def test_every_rule_has_its_document(code: str) -> None:
    if code in ON_FILES_ONLY:
        assert (HERE / "test_doc_rules.py").exists()
        return
    assert code in BOOKS
    assert BOOKS[code].name == f"{code}_{rules()[code].name}.md"


@pytest.mark.parametrize("code", BOOKS)
def test_document_has_enough_cases(code: str) -> None:
    kinds = Counter(c.kind for c in CASES if c.code == code)
    assert kinds[FLAGGING] >= AT_LEAST
    assert kinds[CLEAN] >= AT_LEAST


@pytest.mark.parametrize("code", BOOKS)
@pytest.mark.parametrize("kind", [FLAGGING, CLEAN])
def test_prose_and_tables_both_occur(code: str, kind: str) -> None:
    scope = read_scope(BOOKS[code])
    tables = {_has_table(c) for c in CASES if c.code == code and c.kind == kind}
    assert scope == "表格" or False in tables
    assert scope == "正文" or True in tables


def _has_table(case: Case) -> bool:
    return any(line.lstrip().startswith("|") for line in case.text.splitlines())


@pytest.mark.parametrize("code", BOOKS)
def test_no_two_cases_are_alike(code: str) -> None:
    reports = Counter(masked(c) for c in CASES if c.code == code)
    titles = Counter(c.title for c in CASES if c.code == code)
    assert not [text for text, n in (reports | titles).items() if n > 1]


@pytest.mark.parametrize("code", list(rules()))
def test_rule_page_is_complete(code: str) -> None:
    rule = rules()[code]
    for heading in ("查什么", "为什么", "例", "不查什么", "依据"):
        assert f"\n{heading}\n" in rule.page or f"\n{heading}：" in rule.page, heading
    assert rule.title
    assert rule.title_en
    assert rule.basis.document
    if rule.basis.status is BasisStatus.UNVERIFIED:
        assert "依据待核" in rule.page
