"""Comparisons in the envelope `reportlint/1`: `comparisons` instead of `documents`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from reportlint.result.comparison import Change, Comparison, Fate
from reportlint.result.contract import SCHEMA, Json, printed
from reportlint.result.recorded import Sighting
from reportlint.writers import View

EXTENSION = ".json"


def render(items: Sequence[Comparison], view: View) -> str:
    """One object with every pair of reports."""
    return printed(_envelope([_comparison(item) for item in items]))


def index(files: Sequence[tuple[str, Comparison]], view: View) -> str:
    """Which file holds which pair, with its numbers."""
    return printed(_envelope([_entry(name, item) for name, item in files]))


def _envelope(comparisons: Sequence[Json]) -> Json:
    return {
        "schema": SCHEMA,
        "version": version("reportlint"),
        "comparisons": list(comparisons),
    }


def _comparison(item: Comparison) -> Json:
    changes = {fate.value: [_change(change) for change in item.of(fate)] for fate in Fate}
    return {"old_path": item.old_path, "new_path": item.new_path, **changes}


def _entry(name: str, item: Comparison) -> Json:
    counts = {fate.value: len(item.of(fate)) for fate in Fate}
    return {"old_path": item.old_path, "new_path": item.new_path, "file": name, **counts}


def _change(change: Change) -> Json:
    return {
        "old": _sighting(change.old) if change.old else None,
        "new": _sighting(change.new) if change.new else None,
    }


def _sighting(sighting: Sighting) -> Json:
    return {
        "code": sighting.code,
        "name": sighting.name,
        "severity": sighting.severity,
        "message": sighting.message,
        "quote": sighting.quote,
        "before": sighting.before,
        "after": sighting.after,
        "where": list(sighting.where),
        "fingerprint": sighting.fingerprint,
        "suppressed": sighting.suppressed,
    }
