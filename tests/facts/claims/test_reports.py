"""The real reports beside the repository: their figures and relations, listed as figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.engine import read
from reportlint.facts.extraction import extract
from reportlint.facts.model import ClaimSource, Facts

SEED = "chaoyang_2024_department_overall.docx"
FINAL = "putuo_finance_2024_final_accounts.pdf"


def _facts(shared: Path, name: str) -> Facts:
    return extract(read(shared / "reports" / name))


def _relations(facts: Facts) -> set[tuple[str, str | None, frozenset[str]]]:
    def quote(name: str) -> str:
        return facts.figures[name].numeral.text

    return {
        (
            str(c.kind),
            quote(c.relation.result) if c.relation.result else None,
            frozenset(quote(t.figure) for t in c.relation.terms),
        )
        for c in facts.claims
    }


@pytest.mark.parametrize(
    ("kind", "result", "terms"),
    [
        ("sum", "1426240.16万元", {"999176.59万元", "427063.57万元"}),
        ("sum", "1416914.19万元", {"999176.59万元", "417737.61万元"}),
        ("difference", "9325.96万元", {"1426240.16万元", "1416914.19万元"}),
        ("difference", "9325.96万元", {"427063.57万元", "417737.61万元"}),
        ("ratio", "99.35%", {"1416914.19万元", "1426240.16万元"}),
        ("ratio", "0.65%", {"9325.96万元", "1426240.16万元"}),
        ("growth", "13.98%", {"1406309.31万元", "1233874.50万元"}),
        ("grade", "优", {"97分"}),
    ],
)
def test_the_seed_states_its_relations(
    shared: Path, kind: str, result: str, terms: set[str]
) -> None:
    assert (kind, result, frozenset(terms)) in _relations(_facts(shared, SEED))


@pytest.mark.parametrize(
    ("quote", "indicator"),
    [
        ("1426240.16万元", "全年预算数"),
        ("999176.59万元", "基本支出预算数"),
        ("427063.57万元", "项目支出预算数"),
        ("1416914.19万元", "资金实际支出"),
        ("417737.61万元", "项目支出"),
        ("9325.96万元", "年末结转和结余"),
        ("99.35%", "预算执行率"),
        ("0.65%", "结转结余率"),
        ("1233874.50万元", "财政拨款"),
        ("1406309.31万元", "财政拨款资金总体支出数"),
        ("13.98%", "资金预决算差异率"),
        ("97.6%", "课后服务学生数占比"),
    ],
)
def test_the_seed_names_its_figures(shared: Path, quote: str, indicator: str) -> None:
    facts = _facts(shared, SEED)
    found = [f for f in facts.figures.values() if f.numeral.text == quote]
    assert indicator in [f.indicator.text for f in found]
    assert {f.period for f in found} == {"2024"}


def test_the_final_accounts_state_thirty_relations_in_prose(shared: Path) -> None:
    facts = _facts(shared, FINAL)
    stated = [c for c in facts.claims if c.source is ClaimSource.STATED and c.words.cell is None]
    assert len(stated) >= 30
    relations = _relations(facts)
    assert ("growth", "1.87%", frozenset({"56.95万元", "2995.39万元"})) in relations
    assert ("growth", "2.10%", frozenset({"63.14万元", "2940.05万元"})) in relations
    assert ("share", "71.73%", frozenset({"2106.66万元", "2940.05万元"})) in relations
    shares = {"71.73%", "11.11%", "2.07%", "15.16%"}
    assert ("sum", None, frozenset(shares)) in relations
    assert ("ratio", "98.20%", frozenset({"2940.05万元", "2993.92万元"})) in relations
    assert ("sum", "2336.91万元", frozenset({"2152.26万元", "184.65万元"})) in relations
    assert ("sum", "251.25万元", frozenset({"4.79万元", "0万元", "246.47万元"})) in relations
