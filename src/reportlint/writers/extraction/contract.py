"""From facts to the `extract` part of the JSON contract (DESIGN §5)."""

from __future__ import annotations

from dataclasses import dataclass

from reportlint.arithmetic.decimals import base_units, mantissa
from reportlint.arithmetic.model import Relation, Verdict
from reportlint.document import anchor_at
from reportlint.engine import account
from reportlint.engine.notices import is_partial
from reportlint.facts.model import Assessment, Claim, Facts, Figure, Part
from reportlint.result import EMPTY, Status, Text
from reportlint.result.contract import Json
from reportlint.result.contract import anchor as anchor_json
from reportlint.result.contract import ledger as ledger_json


@dataclass(frozen=True, slots=True)
class Extraction:
    """One file's document of the contract, and why there is nothing in it if it was unreadable."""

    document: Json
    trouble: Text = EMPTY


def extraction(facts: Facts) -> Extraction:
    """Everything found in a report, figures in document order."""
    partial = any(map(is_partial, facts.document.notices))
    profiles = [part.profile.name for part in facts.parts if part.profile]
    assessed = {assessment.claim.id: assessment for assessment in facts.assessments}
    return Extraction(
        {
            "path": facts.document.path,
            "sha256": facts.document.sha256,
            "status": (Status.PARTIAL if partial else Status.CHECKED).value,
            "profile": profiles[0] if profiles else None,
            "organization": facts.organization,
            "year": facts.year,
            "ledger": ledger_json(account(facts)),
            "parts": [_part(part) for part in facts.parts],
            "figures": [_figure(f, facts) for f in _in_order(facts)],
            "claims": [_claim(c, assessed.get(c.id), facts) for c in facts.claims],
        }
    )


def no_extraction(path: str, trouble: Text, sha256: str | None = None) -> Extraction:
    """The document of a file that could not be read; `sha256` where its bytes could."""
    empty = {"figures": 0, "checked": 0, "not_assessable": 0, "unrelated": 0}
    return Extraction(
        {
            "path": path,
            "sha256": sha256,
            "status": Status.UNREADABLE.value,
            "profile": None,
            "organization": None,
            "year": None,
            "ledger": {**empty, "rules": [], "rounding": None},
            "parts": [],
            "figures": [],
            "claims": [],
        },
        trouble,
    )


def _in_order(facts: Facts) -> list[Figure]:
    return sorted(facts.figures.values(), key=lambda f: (f.block, f.cell or (-1, -1), f.start))


def _part(part: Part) -> Json:
    return {
        "profile": part.profile.name if part.profile else None,
        "title": part.title,
        "start_block": part.start_block,
        "end_block": part.end_block,
    }


def _figure(figure: Figure, facts: Facts) -> Json:
    numeral, interval = figure.numeral, figure.numeral.interval
    place = anchor_at(
        facts.document, figure.block, figure.start, figure.end, cell=figure.cell, where=figure.where
    )
    return {
        "id": figure.id,
        "quote": numeral.text,
        "kind": numeral.kind.value,
        "value": mantissa(numeral.value, numeral.decimals),
        "unit": figure.unit or numeral.unit or None,
        "low": base_units(interval.low),
        "high": base_units(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
        "indicator": figure.indicator.text or None,
        "period": figure.period or None,
        "scope": figure.scope or None,
        "anchor": anchor_json(place),
    }


def _claim(claim: Claim, assessment: Assessment | None, facts: Facts) -> Json:
    relation = assessment.relation if assessment else claim.relation
    verdict = assessment.verdict if assessment else Verdict.NOT_ASSESSABLE
    words = claim.words
    place = anchor_at(
        facts.document,
        words.block,
        words.start,
        words.end,
        cell=words.cell,
        where=facts.outline.where(words.block),
    )
    return {
        "relation": relation.kind.value,
        "source": claim.source.value,
        "result": relation.result,
        "operands": _operands(relation),
        "verdict": verdict.value,
        "working": _working(assessment, facts.config.lang),
        "anchor": anchor_json(place),
    }


def _working(assessment: Assessment | None, lang: str) -> str:
    if assessment is None:
        return ""
    return assessment.working_en if lang == "en" else assessment.working


def _operands(relation: Relation) -> list[Json]:
    return [{"figure": term.figure, "role": term.role.value} for term in relation.terms]
