"""The JSON contract `reportlint/1` of `extract` (schema: result/schema/extract.json)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.result.contract import Json, envelope, printed
from reportlint.writers import View
from reportlint.writers.extraction.contract import Extraction

EXTENSION = ".json"


def render(items: Sequence[Extraction], view: View) -> str:
    """One object with every report."""
    return printed(envelope([item.document for item in items]))


def index(files: Sequence[tuple[str, Extraction]], view: View) -> str:
    """Which file holds which report, with its numbers of figures and claims."""
    return printed(envelope([_entry(name, item.document) for name, item in files]))


def _entry(name: str, document: Json) -> Json:
    counts = {key: len(document[key]) for key in ("figures", "claims")}
    return {"path": document["path"], "file": name, "status": document["status"], **counts}
