"""Residuals of sums that rounding could explain, and those that it hardly does."""

from __future__ import annotations

import pytest
from figures import book, claim, relation

from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.document import Document, Paragraph
from reportlint.facts.assessment import assess
from reportlint.facts.credibility import disclaims, doubted
from reportlint.facts.model import Claim, ClaimSource, Figure
from reportlint.facts.rounding import conventions_of


def report(text: str = "") -> Document:
    return Document("t.txt", "", "text", (Paragraph(text),))


def verdicts(claims: list[Claim], figures: dict[str, Figure], text: str = "") -> list[Verdict]:
    assessed = assess(claims, figures)
    convention = conventions_of(assessed, figures).rates
    return [a.verdict for a in doubted(assessed, figures, report(text), convention)]


def total(printed: str, *parts: str, certain: bool = True) -> tuple[Claim, dict[str, Figure]]:
    figures = book(y=printed, **{f"x{i}": p for i, p in enumerate(parts)})
    terms = {f"x{i}": "addend" for i in range(len(parts))}
    return claim(relation(RelationKind.SUM, "y", **terms), certain=certain), figures


FIVE = ("20.1万元",) * 5


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("100.5万元", Verdict.CONSISTENT),
        ("100.6万元", Verdict.ROUNDING),
        ("100.3万元", Verdict.ROUNDING),
        ("100.2万元", Verdict.IMPROBABLE),
        ("101.1万元", Verdict.INCONSISTENT),
    ],
)
def test_from_equal_to_impossible(printed: str, expected: Verdict) -> None:
    made, figures = total(printed, *FIVE)
    assert verdicts([made], figures) == [expected]


def test_a_note_drops_the_doubt_but_not_the_bound() -> None:
    note = "注：合计数与分项数因四舍五入存在尾差。"
    made, figures = total("100.2万元", *FIVE)
    assert verdicts([made], figures, note) == [Verdict.ROUNDING]
    made, figures = total("101.2万元", *FIVE)
    assert verdicts([made], figures, note) == [Verdict.INCONSISTENT]


def test_a_sum_that_may_be_none_is_not_doubted() -> None:
    made, figures = total("100.2万元", *FIVE, certain=False)
    assert verdicts([made], figures) == [Verdict.ROUNDING]


def test_the_one_total_that_is_not_added_up() -> None:
    """Forty totals of a table are sums of what is printed; the last one misses by a digit."""
    figures = book(**{f"x{i}": f"{10 + i}.37万元" for i in range(3)}, y="34.11万元", z="34.12万元")
    terms = {f"x{i}": "addend" for i in range(3)}
    kind = RelationKind.SUM
    right = [
        claim(relation(kind, "y", **terms), id=f"c{i}", source=ClaimSource.TABLE) for i in range(40)
    ]
    named = [
        Claim(c.id, c.relation.__class__(c.id, kind, "y", c.relation.terms), c.source, c.words)
        for c in right
    ]
    wrong = claim(relation(kind, "z", **terms), id="w", source=ClaimSource.TABLE)
    found = verdicts([*named, wrong], figures)
    assert found == [Verdict.CONSISTENT] * 40 + [Verdict.IMPROBABLE]
    assert verdicts([*named[:3], wrong], figures)[-1] is Verdict.ROUNDING


@pytest.mark.parametrize(
    "text",
    [
        "注：本表金额单位转换为万元时，因四舍五入可能存在尾差。",
        "部分数据合计数与分项之和的差异系四舍五入所致。",
        "由于单位取舍不同产生的计算误差，未作机械调整。",
        "说明：各项数据保留两位小数，合计与分项相加可能略有出入。",
    ],
)
def test_notes_of_rounding(text: str) -> None:
    assert disclaims(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "各项数据按四舍五入保留两位小数。",
        "预算与决算存在差异的主要原因是人员增加。",
        "尾差已逐项核对。",
    ],
)
def test_other_talk_of_rounding(text: str) -> None:
    assert not disclaims(report(text))
