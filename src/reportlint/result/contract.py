"""The JSON contract `reportlint/1`: from result types to plain dictionaries (DESIGN §5)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from reportlint.result.model import Anchor, Evidence, Flag, Ledger, PartSummary

if TYPE_CHECKING:
    from reportlint.result.outcome import Result

SCHEMA = "reportlint/1"
_STEERING = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

Json = dict[str, Any]


def envelope(documents: Sequence[Json]) -> Json:
    """The one object that `check` and `extract` print."""
    return {"schema": SCHEMA, "version": version("reportlint"), "documents": list(documents)}


def printed(data: object) -> str:
    """JSON for a file or a terminal: what would steer a terminal or turn text round is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return text if text.isascii() else _STEERING.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def document(result: Result) -> Json:
    """One checked file."""
    return {
        "path": result.path,
        "sha256": result.sha256,
        "status": result.status.value,
        "profile": result.profile,
        "organization": result.organization,
        "year": result.year,
        "ledger": ledger(result.ledger),
        "parts": [part(p) for p in result.parts],
        "flags": [flag(f, result.lang) for f in result.flags],
    }


def ledger(ledger: Ledger) -> Json:
    """What happened to every figure and every rule."""
    return {
        "figures": ledger.figures,
        "checked": ledger.checked,
        "not_assessable": ledger.not_assessable,
        "unrelated": ledger.unrelated,
        "rules": [{"code": r.code, "outcome": r.outcome.value} for r in ledger.rules],
        "rounding": ledger.rounding,
    }


def part(summary: PartSummary) -> Json:
    """One report inside the file."""
    return {
        "profile": summary.profile,
        "title": summary.title,
        "start_block": summary.start_block,
        "end_block": summary.end_block,
    }


def flag(flag: Flag, lang: str) -> Json:
    """One flag, its texts in `lang`."""
    return {
        "code": flag.code,
        "name": flag.name,
        "also": list(flag.also),
        "severity": flag.severity.value if flag.severity else None,
        "confidence": flag.confidence.value,
        "message": flag.message.in_(lang),
        "advice": flag.advice.in_(lang),
        "working": flag.working_in(lang),
        "expected": flag.expected,
        "anchor": anchor(flag.anchor),
        "evidence": [evidence(e) for e in flag.evidence],
        "candidates": [anchor(a) for a in flag.candidates],
        "basis": basis(flag),
        "fingerprint": flag.fingerprint,
        "suppressed": flag.suppressed,
    }


def basis(flag: Flag) -> Json | None:
    """The regulation a flag rests on."""
    if flag.basis is None:
        return None
    b = flag.basis
    return {"document": b.document, "clause": b.clause, "status": b.status.value}


def anchor(anchor: Anchor) -> Json:
    """The exact words, and where they stand in text and file."""
    cell = anchor.cell
    return {
        "quote": anchor.quote,
        "before": anchor.before,
        "after": anchor.after,
        "where": list(anchor.where),
        "block": anchor.block,
        "cell": {"row": cell[0], "column": cell[1]} if cell else None,
        "start": anchor.start,
        "end": anchor.end,
        "page": anchor.place.page,
        "boxes": [list(b) for b in anchor.place.boxes],
        "place": dict(anchor.place.part) if anchor.place.part else None,
    }


def evidence(evidence: Evidence) -> Json:
    """An anchor with the role its words play."""
    return {"role": evidence.role, **anchor(evidence.anchor)}
