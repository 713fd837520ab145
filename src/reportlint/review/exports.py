"""What reviewers take away: the notes and lists of the writers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlint.result import Result
from reportlint.review.desk import Desk
from reportlint.store.documents import queue
from reportlint.store.flags import flags_of
from reportlint.store.model import Document, StoredFlag, Verdict
from reportlint.store.results import result_of
from reportlint.writers import CHECKS, View, writer
from reportlint.writers.html.wording import Words

FORMATS = ("opinion", "xlsx", "html")
"""Formats that are offered, of those that there are."""

_CONFIRMED_ONLY = {"opinion"}
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to save."""

    name: str
    type: str
    content: bytes


def formats() -> list[str]:
    """The formats that can be exported."""
    return [name for name in FORMATS if name in CHECKS]


def export(desk: Desk, document: Document, format: str, words: Words) -> Download:
    """One report. Raises `KeyError` for a format that is not offered."""
    base = document.path.rpartition("/")[2].rpartition(".")[0] or "report"
    return _written(format, [judged(desk, document, format, words)], base, words.lang)


def export_all(desk: Desk, format: str, words: Words) -> Download:
    """Every report of the store, the heaviest first."""
    every = queue(desk.store, limit=100_000)
    results = [judged(desk, document, format, words) for document in every]
    return _written(format, results, "reportlint", words.lang)


def judged(desk: Desk, document: Document, format: str, words: Words) -> Result:
    """The result as the reviewers left it: flags without a fault carry the reason why.

    For a note to the author only confirmed flags are left.
    """
    zh, en = (flags_of(desk.store, document.id, lang=lang) for lang in ("zh", "en"))
    result = result_of(document, zh, en, words.lang)
    pairs = list(zip(result.flags, zh, strict=True))
    if format in _CONFIRMED_ONLY:
        pairs = [pair for pair in pairs if pair[1].verdict is Verdict.CONFIRMED]
    flags = (replace(flag, suppressed=_suppressed(stored, words)) for flag, stored in pairs)
    return replace(result, flags=tuple(flags))


def _suppressed(flag: StoredFlag, words: Words) -> str | None:
    if flag.verdict not in (Verdict.DISMISSED, Verdict.EXPLAINED) or flag.decision is None:
        return None
    reason = flag.decision.reason
    return f"{words[flag.verdict.value]}（{flag.decision.who}）{reason and '：' + reason}"


def _written(format: str, results: Sequence[Result], base: str, lang: str) -> Download:
    if format not in formats():
        raise KeyError(format)
    found = writer(CHECKS, format)
    content = found.render(results, View(lang, titled=True))
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    extension = found.EXTENSION
    return Download(f"{base}{extension}", _TYPES.get(extension, "text/plain"), data)
