"""Results to store."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reportlint.config import Config
from reportlint.result import (
    Amount,
    Anchor,
    Basis,
    BasisStatus,
    Evidence,
    Flag,
    Ledger,
    Money,
    Outcome,
    PartSummary,
    Place,
    Result,
    RuleOutcome,
    Severity,
    Status,
    Text,
)
from reportlint.store import Store
from reportlint.store.documents import save
from reportlint.store.flags import flags_of
from reportlint.store.model import Key

CONFIG = Config()


def anchor(quote: str, section: str = "二、预算执行情况") -> Anchor:
    place = Place(3, ((1.5, 2.0, 30.0, 12.0),), {"part": "word/document.xml", "paragraph": 4})
    return Anchor(
        quote, "执行率为", "，完成较好。", (section,), 4, (1, 2), 4, 4 + len(quote), place
    )


def flag(
    quote: str, code: str = "NUM103", severity: str = "error", section: str = "二、预算执行情况"
) -> Flag:
    return Flag(
        anchor(quote, section),
        Text(f"{quote}有误。", f"{quote} is wrong."),
        Text("请核对。", "Please check."),
        working="1 ÷ 2 = 50%",
        working_en="1 / 2 = 50%",
        expected="50%",
        evidence=(Evidence("numerator", anchor("1")), Evidence("denominator", anchor("2"))),
        candidates=(anchor(quote, section), anchor("2")),
        basis=Basis("某办法", "第八条", BasisStatus.UNVERIFIED),
        also=("CON201",),
        code=code,
        name="rate-mismatch",
        severity=Severity(severity),
    )


def result(flags: Sequence[Flag], path: str = "甲/报告.docx", sha256: str = "a" * 64) -> Result:
    return Result(
        path=path,
        sha256=sha256,
        status=Status.CHECKED,
        flags=tuple(flags),
        ledger=Ledger(10, 6, 1, 3, (RuleOutcome("NUM103", Outcome.FLAGGED),), "half-up"),
        profile="final-accounts",
        profile_reason=Text("因标题", "by its title"),
        organization="某市某局",
        year=2024,
        parts=(PartSummary("final-accounts", "决算说明", 0, 9),),
        money=Money((Amount("全年预算数", "1/3亿元", Fraction(10**8, 3)),)),
    )


def saved(store: Store, flags: Sequence[Flag], path: str = "甲/报告.docx") -> int:
    return save(store, f"/{path}", result(flags, path), CONFIG)


def keys(store: Store, document: int) -> list[Key]:
    return [found.key for found in flags_of(store, document)]


def verdicts(store: Store, document: int) -> list[str]:
    return [found.verdict.value for found in flags_of(store, document)]
