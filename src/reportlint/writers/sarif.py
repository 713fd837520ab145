"""SARIF 2.1.0 (OASIS): flags for code-scanning pages and editors.

Word and PDF files have no lines: there a location is the file with the heading path, and the exact
anchor stands among the properties. Suppressed flags are there, marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from urllib.parse import quote

from reportlint.result import Anchor, Evidence, Flag, Result, Severity, Status
from reportlint.result.contract import Json, printed
from reportlint.result.contract import anchor as anchor_json
from reportlint.result.description import details, where_words
from reportlint.result.visible import visible
from reportlint.result.words import ROLES
from reportlint.rules import rules
from reportlint.writers import View

EXTENSION = ".sarif"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(items: Sequence[Result], view: View) -> str:
    """One run over all reports."""
    codes = list(dict.fromkeys(flag.code for result in items for flag in result.flags))
    results = [
        _result(flag, result, codes.index(flag.code), view.lang)
        for result in items
        for flag in result.flags
    ]
    run = {
        "tool": {"driver": _driver(codes, view.lang)},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": _all_checked(items)}],
        "artifacts": [_artifact(result) for result in items],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return printed(log)


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """All reports in one log."""
    return render([result for _, result in files], view)


def _all_checked(items: Iterable[Result]) -> bool:
    return all(result.status is not Status.UNREADABLE for result in items)


def _driver(codes: Sequence[str], lang: str) -> Json:
    return {
        "name": "reportlint",
        "version": version("reportlint"),
        "semanticVersion": version("reportlint"),
        "rules": [_rule(code, lang) for code in codes],
    }


def _rule(code: str, lang: str) -> Json:
    found = rules().get(code)
    if found is None:
        return {"id": code}
    title = found.title_en if lang == "en" else found.title
    return {
        "id": code,
        "name": found.name,
        "shortDescription": {"text": title},
        "help": {"text": found.page or title},
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
        "properties": {"tags": [code[:3]]},
    }


def _artifact(result: Result) -> Json:
    found: Json = {"location": {"uri": _uri(result.path)}}
    return found | ({"hashes": {"sha-256": result.sha256}} if result.sha256 else {})


def _uri(path: str) -> str:
    if path.startswith("/"):
        return "file://" + quote(path)
    drive = len(path) > 1 and path[1] == ":"
    return f"file:///{quote(path, safe='/:')}" if drive else quote(path)


def _result(flag: Flag, result: Result, rule_index: int, lang: str) -> Json:
    found: Json = {
        "ruleId": flag.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[flag.severity or Severity.INFO],
        "message": {"text": _message(flag, lang)},
        "locations": [_location(flag.anchor, result.path)],
        "partialFingerprints": {"reportlint/v1": flag.fingerprint},
        "properties": {
            "name": flag.name,
            "also": list(flag.also),
            "confidence": flag.confidence.value,
            "expected": flag.expected,
            "anchor": anchor_json(flag.anchor),
        },
    }
    if flag.evidence:
        related = enumerate(flag.evidence, 1)
        found["relatedLocations"] = [_related(n, e, result.path, lang) for n, e in related]
    if flag.suppressed:
        kind = "inSource" if flag.suppressed == flag.answer else "external"
        found["suppressions"] = [{"kind": kind, "justification": visible(flag.suppressed)}]
    return found


def _message(flag: Flag, lang: str) -> str:
    rows = [f"{label}: {visible(text)}" for label, text in details(flag, lang)]
    return "\n".join([visible(flag.message.in_(lang)), *rows])


def _related(number: int, evidence: Evidence, path: str, lang: str) -> Json:
    role = ROLES.get(evidence.role)
    label = (role.in_(lang) if role else "") or evidence.role
    text = f"{label}: {visible(evidence.anchor.quote)}"
    return {"id": number, "message": {"text": text}, **_location(evidence.anchor, path)}


def _location(anchor: Anchor, path: str) -> Json:
    physical: Json = {"artifactLocation": {"uri": _uri(path)}}
    part = anchor.place.part or {}
    if "line" in part:
        physical["region"] = _region(anchor)
    found: Json = {"physicalLocation": physical}
    if where := where_words(anchor):
        found["logicalLocations"] = [{"fullyQualifiedName": visible(where)}]
    return found


def _region(anchor: Anchor) -> Json:
    """Lines and columns count from 1 in both formats."""
    part = anchor.place.part or {}
    region: Json = {"startLine": part["line"], "snippet": {"text": visible(anchor.quote)}}
    if "column" in part:
        region["startColumn"] = part["column"]
    return region
