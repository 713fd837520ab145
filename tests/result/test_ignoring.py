from __future__ import annotations

from dataclasses import replace

import pytest
from writer_cases import CELL, RATE, result

from reportlint.result.ignoring import BadEntry, Entry, entries_of, ignored

CODES = {"NUM103": "NUM103", "rate-mismatch": "NUM103", "CON201": "CON201"}


def entry(**fields: object) -> Entry:
    lines = [f"{key} = {value!r}" for key, value in ({"reason": "已核对"} | fields).items()]
    (found,) = entries_of("[[ignore]]\n" + "\n".join(lines), CODES.get)
    return found


@pytest.mark.parametrize(
    "fields",
    [
        {"rule": "NUM103"},
        {"rule": "rate-mismatch", "quote": "99.53%"},
        {"rules": ["CON201"], "quote": "99. 53%", "before": "执行率为"},
        {"rule": "NUM103", "before": "甲局2024年全年预算执行率为", "after": "，"},
        {"rule": "NUM103", "path": "报告.docx"},
        {"rule": "NUM103", "path": "甲/*.docx"},
        {"rule": "NUM103", "fingerprint": RATE.fingerprint},
    ],
)
def test_an_entry_suppresses_what_it_names(fields: dict[str, object]) -> None:
    found = ignored([result(RATE, CELL)], [entry(**fields)])
    assert [flag.suppressed for flag in found.results[0].flags] == ["已核对", CELL.suppressed]
    assert found.unused == []


@pytest.mark.parametrize(
    "fields",
    [
        {"rule": "NUM103", "quote": "99.35%"},
        {"rule": "NUM103", "quote": ""},
        {"rule": "NUM103", "before": "完成率为"},
        {"rule": "NUM103", "after": "。"},
        {"rule": "NUM103", "fingerprint": "0"},
    ],
)
def test_an_entry_that_meets_nothing_is_reported(fields: dict[str, object]) -> None:
    given = entry(**fields)
    found = ignored([result(RATE)], [given])
    assert found.results[0].flags[0].suppressed is None
    assert found.unused == [given]


def test_an_entry_on_a_report_that_was_not_checked_is_not_unused() -> None:
    given = entry(rule="NUM103", path="别的.docx")
    found = ignored([result(RATE)], [given])
    assert found.unused == []
    assert found.results[0].flags[0].suppressed is None


def test_a_reason_that_stands_already_is_kept() -> None:
    answered = replace(RATE, suppressed="批注")
    found = ignored([result(answered)], [entry(rule="NUM103")])
    assert found.results[0].flags[0].suppressed == "批注"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[ignore]]\nrule = 'NUM103'", "第 1 条：缺少理由"),
        ("[[ignore]]\nrule = 'NUM103'\nreason = ' '", "缺少理由"),
        ("[[ignore]]\nreason = 'x'", "缺少规则"),
        ("[[ignore]]\nrule = 'NUM999'\nreason = 'x'", "没有规则 NUM999"),
        ("[[ignore]]\nrule = 'NUM103'\nreason = 'x'\nqoute = 'y'", "没有 qoute"),
        ("[[ignore]]\nrule = 'NUM103'\nreason = 3", "reason 应是文字"),
        ("[ignore]\nrule = 'NUM103'", "[[ignore]]"),
        ("rule = 'NUM103'", "[[ignore]]"),
        ("[[ignore", "TOML"),
    ],
)
def test_a_mistake_is_told_in_one_line(text: str, said: str) -> None:
    with pytest.raises(BadEntry) as caught:
        entries_of(text, CODES.get)
    assert said in caught.value.text.zh
    assert "\n" not in caught.value.text.en
