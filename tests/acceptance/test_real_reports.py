"""What the two real reports beside the repository must be flagged for, and what not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import check, extract
from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.facts.model import ClaimSource, Facts, FigureKind
from reportlint.result import Flag, Result, Severity

SEED = "chaoyang_2024_department_overall"
FINAL_ACCOUNTS = "putuo_finance_2024_final_accounts.pdf"


def errors(result: Result) -> list[Flag]:
    return [f for f in result.flags if f.severity is Severity.ERROR]


def said(result: Result) -> set[tuple[str, str]]:
    return {(f.code, f.anchor.quote) for f in result.flags}


@pytest.fixture(scope="module", params=["docx", "pdf", "txt"])
def seed(request: pytest.FixtureRequest, shared: Path) -> Result:
    return check(shared / "reports" / f"{SEED}.{request.param}")


def test_the_errors_of_the_department_report(seed: Result) -> None:
    found = [(f.code, f.anchor.quote) for f in errors(seed)]
    residue = [("TXT402", "[bookmark: _GoBack]")] if seed.path.endswith("txt") else []
    wanted = [("PRB001", "无"), ("PRB006", "无"), ("STR001", "预算管理情况"), *residue]
    assert sorted(found) == sorted(wanted)
    missing = next(f for f in errors(seed) if f.code == "STR001")
    assert "资产管理" in missing.message.zh


def test_its_warnings(seed: Result) -> None:
    warned = {f.code: f.anchor.quote for f in seed.flags if f.severity is Severity.WARNING}
    assert {"PRB004", "STR006", "STR008"} <= set(warned)
    assert "全年预算支出数" in warned["CON203"]
    assert warned["CON207"] == "较好"
    assert warned["TXT401"] == "同比提升2%"
    assert warned["STR005"].endswith("进一步打")
    assert warned["TXT409"] == "绩管理"


def test_its_two_residuals(seed: Result) -> None:
    assert [f.code for f in seed.flags].count("NUM119") == 2


def test_nothing_is_said_against_what_is_right(seed: Result) -> None:
    right = {"99.35%", "0.65%", "13.98%", "97分", "优"}
    assert not right & {f.anchor.quote for f in seed.flags}


def test_the_two_root_causes_of_the_final_accounts(shared: Path) -> None:
    result = check(shared / "reports" / FINAL_ACCOUNTS)
    first, second = errors(result)
    assert (first.code, first.anchor.quote) == ("CON202", "0.3万元")
    assert first.expected == "2,961.68万元"
    assert (second.code, second.anchor.quote, second.expected) == ("NUM104", "71.73%", "71.65%")
    assert second.also == ("NUM105",)
    assert first.anchor.place.page == second.anchor.place.page == 21
    assert all(f.anchor.place.boxes for f in (first, second))


@pytest.fixture(scope="module")
def facts(shared: Path) -> Facts:
    return extract(shared / "reports" / f"{SEED}.docx")


AMOUNTS = [
    ("1426240.16万元", "全年预算数"),
    ("999176.59万元", "基本支出预算数"),
    ("427063.57万元", "项目支出预算数"),
    ("1416914.19万元", "资金实际支出"),
    ("999176.59万元", "基本支出"),
    ("417737.61万元", "项目支出"),
    ("9325.96万元", "年末结转和结余"),
    ("9325.96万元", "结转结余资金总额"),
    ("1426240.16万元", "全年预算支出数"),
    ("1233874.50万元", "财政拨款"),
    ("1406309.31万元", "财政拨款资金总体支出数"),
]
RATES = [
    ("99.35%", "预算执行率"),
    ("100%", "准点率"),
    ("97.6%", "占比"),
    ("2%", "占比"),
    ("0.65%", "结转结余率"),
    ("13.98%", "资金预决算差异率"),
]


def test_every_amount_and_percentage_is_known_by_its_name(facts: Facts) -> None:
    figures = list(facts.figures.values())
    amounts = [f for f in figures if f.numeral.kind is FigureKind.AMOUNT]
    rates = [f for f in figures if f.numeral.kind is FigureKind.PERCENT]
    for found, wanted in ((amounts, AMOUNTS), (rates, RATES)):
        assert [f.numeral.text for f in found] == [quote for quote, _ in wanted]
        for figure, (_, name) in zip(found, wanted, strict=True):
            assert name in figure.indicator.text, (figure.numeral.text, figure.indicator.text)


def relations(facts: Facts) -> set[tuple[str, str, frozenset[str], str]]:
    return {
        (
            a.claim.kind.value,
            a.claim.source.value,
            frozenset(facts.figures[f].numeral.text for f in a.relation.figures),
            a.verdict.value,
        )
        for a in facts.assessments
    }


def test_the_relations_of_the_department_report(facts: Facts) -> None:
    found = {(kind, quotes): verdict for kind, _, quotes, verdict in relations(facts)}

    def verdict(kind: RelationKind, *quotes: str) -> str | None:
        return found.get((kind.value, frozenset(quotes)))

    fits, nearly = Verdict.CONSISTENT.value, Verdict.ROUNDING.value
    budget, spent, left = "1426240.16万元", "1416914.19万元", "9325.96万元"
    basic, project, used = "999176.59万元", "427063.57万元", "417737.61万元"
    assert verdict(RelationKind.SUM, budget, basic, project) == fits
    assert verdict(RelationKind.SUM, spent, basic, used) == nearly
    assert verdict(RelationKind.DIFFERENCE, budget, spent, left) == nearly
    assert verdict(RelationKind.DIFFERENCE, project, used, left) == fits
    assert verdict(RelationKind.RATIO, "99.35%", spent, budget) == fits
    assert verdict(RelationKind.RATIO, "0.65%", left, budget) == fits
    assert verdict(RelationKind.GROWTH, "13.98%", "1406309.31万元", "1233874.50万元") == fits
    assert verdict(RelationKind.GRADE, "优", "97分") == fits
    assert verdict(RelationKind.EQUAL, left) == fits
    assert len(found) >= 10


def test_claims_say_who_states_them(facts: Facts) -> None:
    sources = {c.source for c in facts.claims}
    assert {ClaimSource.STATED, ClaimSource.IDENTITY} <= sources


def test_thirty_relations_in_the_prose_of_the_final_accounts(shared: Path) -> None:
    found = extract(shared / "reports" / FINAL_ACCOUNTS)
    prose = [c for c in found.claims if c.source is ClaimSource.STATED]
    assert len(prose) >= 30
