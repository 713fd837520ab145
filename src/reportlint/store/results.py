"""Results out of the store, for the writers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from reportlint.result import (
    Amount,
    Anchor,
    Basis,
    BasisStatus,
    Confidence,
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
from reportlint.result.contract import Json
from reportlint.store.model import Document, StoredFlag


def result_of(
    document: Document, zh: list[StoredFlag], en: list[StoredFlag], lang: str = "zh"
) -> Result:
    """A result with the given flags, their texts read in both languages.

    What the store does not keep (the list of all figures) is empty in it.
    """
    pairs = zip(zh, en, strict=True)
    return Result(
        path=document.path,
        sha256=document.sha256,
        status=Status(document.status),
        flags=tuple(_flag(a.data, b.data, a.answer) for a, b in pairs),
        ledger=_ledger(document.details["ledger"]),
        profile=document.profile,
        profile_reason=Text(*document.details["profile_reason"]),
        organization=document.organization,
        year=document.year,
        parts=tuple(PartSummary(**part) for part in document.details["parts"]),
        lang=lang,
        money=money_of(document.details["money"]),
    )


def money_of(stored: Json | None) -> Money | None:
    """The picture's amounts as they were."""
    if stored is None:
        return None
    whole = _amount(stored["whole"]) if stored["whole"] else None
    bars, parts = (tuple(map(_amount, stored[name])) for name in ("bars", "parts"))
    return Money(bars, whole, parts)


def _amount(stored: Json) -> Amount:
    return Amount(stored["label"], stored["quote"], Fraction(stored["yuan"]))


def _ledger(stored: Json) -> Ledger:
    rules = tuple(RuleOutcome(r["code"], Outcome(r["outcome"])) for r in stored["rules"])
    return Ledger(**(stored | {"rules": rules}))


def _flag(zh: Json, en: Json, answer: str) -> Flag:
    return Flag(
        anchor=_anchor(zh["anchor"]),
        message=Text(zh["message"], en["message"]),
        advice=Text(zh["advice"], en["advice"]),
        working=zh["working"],
        working_en=en["working"] if en["working"] != zh["working"] else "",
        expected=zh["expected"],
        evidence=tuple(Evidence(e["role"], _anchor(e)) for e in zh["evidence"]),
        candidates=tuple(_anchor(c) for c in zh["candidates"]),
        severity=Severity(zh["severity"]) if zh["severity"] else None,
        confidence=Confidence(zh["confidence"]),
        also=tuple(zh["also"]),
        basis=_basis(zh["basis"]),
        code=zh["code"],
        name=zh["name"],
        answer=answer or None,
    )


def _basis(stored: Json | None) -> Basis | None:
    if stored is None:
        return None
    return Basis(stored["document"], stored["clause"], BasisStatus(stored["status"]))


def _anchor(stored: Json) -> Anchor:
    cell: Any = stored["cell"]
    boxes = tuple((b[0], b[1], b[2], b[3]) for b in stored["boxes"])
    return Anchor(
        quote=stored["quote"],
        before=stored["before"],
        after=stored["after"],
        where=tuple(stored["where"]),
        block=stored["block"],
        cell=(cell["row"], cell["column"]) if cell else None,
        start=stored["start"],
        end=stored["end"],
        place=Place(stored["page"], boxes, stored["place"]),
    )
