"""GitLab Code Quality: a JSON list of what a merge request shows beside the changed files."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from reportlint.result import Flag, Result, Severity
from reportlint.result.contract import Json, printed
from reportlint.result.visible import visible
from reportlint.writers import View

EXTENSION = ".json"
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(items: Sequence[Result], view: View) -> str:
    """Every flag that counts. Files without lines report their first."""
    seen: Counter[str] = Counter()
    found = [
        _entry(result, flag, seen, view.lang)
        for result in items
        for flag in result.flags
        if not flag.suppressed
    ]
    return printed(found)


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """Every flag of all reports."""
    return render([result for _, result in files], view)


def _entry(result: Result, flag: Flag, seen: Counter[str], lang: str) -> Json:
    line = (flag.anchor.place.part or {}).get("line", 1)
    rows = (flag.message.in_(lang), flag.working_in(lang), flag.advice.in_(lang))
    return {
        "description": " ".join(visible(row) for row in rows if row),
        "check_name": f"{flag.code} {flag.name}",
        "fingerprint": _unique(f"{result.path}\x1f{flag.fingerprint}", seen),
        "severity": _SEVERITIES[flag.severity or Severity.INFO],
        "location": {"path": visible(result.path), "lines": {"begin": line}},
    }


def _unique(name: str, seen: Counter[str]) -> str:
    """GitLab takes entries with one fingerprint for one: number those that are alike."""
    seen[name] += 1
    return hashlib.sha256(f"{name}\x1f{seen[name]}".encode()).hexdigest()
