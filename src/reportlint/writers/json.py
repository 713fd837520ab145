"""The JSON contract `reportlint/1` (docs: json.md; schema: result/schema/check.json)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportlint.result import Result
from reportlint.result.contract import Json, document, envelope, printed
from reportlint.writers import View

EXTENSION = ".json"


def render(items: Sequence[Result], view: View) -> str:
    """One object with every report."""
    return printed(envelope([document(result) for result in items]))


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """Which file holds which report, with its number of flags by severity."""
    return printed(envelope([_entry(name, result) for name, result in files]))


def _entry(name: str, result: Result) -> Json:
    counts = Counter(flag.severity for flag in result.flags if not flag.suppressed)
    flags = {severity.value: count for severity, count in sorted(counts.items()) if severity}
    return {"path": result.path, "file": name, "status": result.status.value, "flags": flags}
