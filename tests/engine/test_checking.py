from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from engine_stubs import assessment, document, facts, idle, raising, rule

import reportlint
from reportlint.arithmetic.model import Verdict
from reportlint.config import Config
from reportlint.document import Notice
from reportlint.engine import account, check, check_document
from reportlint.readers import UnreadableFile
from reportlint.result import Result, Status, Text
from reportlint.rules import Rule, matches

Install = Callable[..., None]


@pytest.fixture
def with_rules(monkeypatch: pytest.MonkeyPatch) -> Install:
    def install(*chosen: Rule) -> None:
        known = {r.code: r for r in chosen}
        for module in ("engine.running", "engine.selection", "engine.checking", "rules.registry"):
            monkeypatch.setattr(f"reportlint.{module}.rules", lambda: known)
        monkeypatch.setattr("reportlint.engine.checking._facts", lambda d, c: facts(d))

    return install


def outcomes(result: Result) -> dict[str, str]:
    return {line.code: line.outcome.value for line in result.ledger.rules}


def codes(result: Result) -> list[str]:
    return [flag.code for flag in result.flags]


def test_flags_come_in_document_order(with_rules: Install) -> None:
    with_rules(rule("TXT401", 1, block=1), rule("NUM101", 3, 0), rule("STR001", 3))
    result = check_document(document("abcd", "efgh"), Config())
    assert [(f.anchor.block, f.anchor.start, f.code) for f in result.flags] == [
        (0, 0, "NUM101"),
        (0, 3, "NUM101"),
        (0, 3, "STR001"),
        (1, 1, "TXT401"),
    ]


def test_a_rule_that_raises_harms_no_other(with_rules: Install) -> None:
    with_rules(raising("NUM101"), rule("NUM102", 0), idle("NUM103"), rule("NUM104"))
    result = check_document(document("abcd"), Config())
    assert outcomes(result) == {
        "NUM101": "failed",
        "NUM102": "flagged",
        "NUM103": "not-applicable",
        "NUM104": "clean",
    }
    assert result.status is Status.PARTIAL
    assert codes(result) == ["DOC005", "NUM102"]
    assert "ZeroDivisionError: by zero" in result.flags[0].message.zh


@pytest.mark.parametrize(
    ("select", "ignore", "shown", "also"),
    [
        ((), (), "NUM121", ("NUM103", "CON201")),
        ((), ("NUM121",), "NUM103", ("CON201",)),
        (("CON",), (), "CON201", ()),
        (("fault-num103",), (), "NUM103", ()),
        ((), ("NUM",), "CON201", ()),
        (("NUM",), ("NUM103",), "NUM121", ()),
        (("TXT",), (), None, ()),
    ],
)
def test_a_flag_shows_under_its_first_wanted_code(
    with_rules: Install,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    shown: str | None,
    also: tuple[str, ...],
) -> None:
    with_rules(rule("NUM121", 0, also=("NUM103", "CON201")), rule("NUM103"), rule("CON201"))
    result = check_document(document("abcd"), Config(select=select, ignore=ignore))
    assert codes(result) == ([shown] if shown else [])
    if shown:
        flag = result.flags[0]
        assert flag.also == also
        assert flag.name == f"fault-{shown.lower()}"
        flagged = {code for code, outcome in outcomes(result).items() if outcome == "flagged"}
        assert flagged == {shown, *also}


def test_notices_of_the_reader_become_flags(with_rules: Install) -> None:
    with_rules(rule("DOC002"))
    scan = Notice(
        "DOC002", Text("第2页是图片", "page 2 is an image"), Text("请转换", "convert"), page=2
    )
    result = check_document(document("abcd", notices=(scan,)), Config())
    (flag,) = result.flags
    assert (flag.code, flag.name, flag.anchor.place.page) == ("DOC002", "fault-doc002", 2)
    assert result.status is Status.PARTIAL
    assert outcomes(result) == {"DOC002": "flagged"}


def test_open_revisions_do_not_make_a_check_partial(with_rules: Install) -> None:
    with_rules(rule("DOC004"))
    left = Notice("DOC004", Text("有修订", "revisions"), Text("", ""), block=0)
    result = check_document(document("abcd", notices=(left,)), Config())
    assert result.status is Status.CHECKED
    assert result.flags[0].anchor.quote == "abcd"


def test_facts_that_fail_leave_a_partial_result(
    with_rules: Install,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_rules(rule("NUM101", 0))

    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("reportlint.engine.checking._facts", fail)
    result = check_document(document("abcd"), Config())
    assert (result.status, codes(result)) == (Status.PARTIAL, ["DOC005"])
    assert outcomes(result) == {"NUM101": "failed"}


@pytest.mark.parametrize("content", [b"", None, b"\x00\x01\x02\xff" * 100, b"PK\x03\x04rubbish"])
def test_what_cannot_be_read_is_a_flag(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "报告.docx"
    if content is not None:
        path.write_bytes(content)
    result = check(path)
    assert result.status is Status.UNREADABLE
    assert codes(result) == ["DOC001"]
    assert result.flags[0].message.zh
    assert result.flags[0].advice.zh
    assert result.flags[0].anchor.block is None
    assert (result.sha256 is None) == (content is None)
    with pytest.raises(UnreadableFile):
        reportlint.extract(path)


def test_a_selection_never_hides_that_a_file_was_not_read(tmp_path: Path) -> None:
    assert codes(check(tmp_path / "x", Config(select=("TXT",)))) == ["DOC001"]
    hidden = check(tmp_path / "x", Config(ignore=("DOC",)))
    assert (codes(hidden), hidden.status) == ([], Status.UNREADABLE)


def test_the_ledger_accounts_for_every_figure() -> None:
    found = facts(
        document("1"),
        "abcdefgh",
        assessment("c1", Verdict.CONSISTENT, "a", "b"),
        assessment("c2", Verdict.UNRESOLVED, "b", "c"),
        assessment("c3", Verdict.NOT_ASSESSABLE, "d", "c"),
        assessment("c4", Verdict.ROUNDING, "e", "missing"),
    )
    ledger = account(found)
    assert (ledger.figures, ledger.checked) == (8, 3)
    assert (ledger.not_assessable, ledger.unrelated) == (2, 3)


def test_a_selector_of_any_kind_matches() -> None:
    assert matches("NUM", "NUM101")
    assert matches("num1", "NUM101")
    assert not matches("TXT", "NUM101")
