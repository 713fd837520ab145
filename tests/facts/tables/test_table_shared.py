"""Real tables: the final accounts of a district, and three forms whose cells are known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportlint.arithmetic.model import Verdict
from reportlint.document import Document
from reportlint.facts.assessment import assess
from reportlint.facts.model import Assessment, Outline
from reportlint.facts.tables import read_table
from reportlint.facts.tables.grid import squeeze

ACCOUNTS = "reports/putuo_finance_2024_final_accounts.pdf"


def _document(path: Path) -> Document:
    readers = pytest.importorskip("reportlint.readers")
    document: Document = readers.read(path)
    return document


def _assessed(document: Document) -> dict[str, tuple[int, list[Assessment]]]:
    found: dict[str, tuple[int, list[Assessment]]] = {}
    for block, _ in document.tables():
        facts, figures, claims = read_table(document, block, Outline(), 2024)
        assessed = list(assess(claims, {f.id: f for f in figures}))
        found[facts.caption] = (len(figures), assessed)
    return found


def test_final_accounts(shared: Path) -> None:
    tables = _assessed(_document(shared / ACCOUNTS))
    numbers = {name: (n, len(a)) for name, (n, a) in tables.items() if n}
    assert numbers["收入支出决算总表"] == (12, 5)
    assert numbers["一般公共预算财政拨款支出决算表"][0] == 44
    assert sum(claims for _, claims in numbers.values()) >= 150
    verdicts = {a.verdict for _, many in tables.values() for a in many}
    assert verdicts == {Verdict.CONSISTENT, Verdict.ROUNDING}
    economic = tables["一般公共预算财政拨款基本支出决算表"][1]
    assert [a.claim.measured for a in economic if a.verdict is Verdict.ROUNDING] == [
        "工资福利支出",
        "商品和服务支出",
    ]
    assert {"人员经费合计", "公用经费合计"} <= {a.claim.measured for a in economic}


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["A", "B", "D"])
def test_every_number_of_a_form_is_a_figure(shared: Path, name: str, kind: str) -> None:
    folder = shared / "suites" / "tables-zh"
    truth = json.loads((folder / "vargt.json").read_text(encoding="utf-8"))[name]
    document = _document(folder / f"var{name}.{kind}")
    ((block, _),) = list(document.tables())
    facts, figures, claims = read_table(document, block, Outline(), None)
    skipped = {c for c, head in enumerate(truth[0]) if head == "序号"}
    wanted = {
        (r, c): squeeze(text)
        for r, row in enumerate(truth)
        for c, text in enumerate(row)
        if r and c not in skipped and any(map(str.isdigit, text)) and "专项" not in text
        and "指标" not in text and "满意度" not in text and "影响" not in text
    }  # fmt: skip
    got = {f.cell: squeeze(f.numeral.text) for f in figures if f.cell is not None}
    missing = {k: v for k, v in wanted.items() if got.get(k) != v and not v.startswith("≥")}
    numbers = {k: v for k, v in missing.items() if "." in v or "%" in v or v.isdigit()}
    assert numbers == {}
    wrong = [a for a in assess(claims, {f.id: f for f in figures})
             if a.verdict is Verdict.INCONSISTENT]  # fmt: skip
    assert wrong == []
    assert len(facts.figures) == len(figures)
