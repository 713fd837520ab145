"""What reviewers take away: the notes and lists of the writers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pebble import ProcessExpired

from reportlint.result import Result, Text
from reportlint.review.desk import Desk
from reportlint.review.jobs import annotated_copy
from reportlint.store.documents import queue
from reportlint.store.flags import flags_of
from reportlint.store.model import Document, StoredFlag, Verdict
from reportlint.store.results import result_of
from reportlint.writers import CHECKS, View, writer
from reportlint.writers.html.wording import Words

FORMATS = ("opinion", "annotated", "xlsx", "html")
"""What is offered for one report."""

_CONFIRMED_ONLY = {"opinion"}
_ANY = "application/octet-stream"
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


class ExportError(Exception):
    """What cannot be exported; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def export(desk: Desk, document: Document, format: str, words: Words) -> Download:
    """One report. Raises `KeyError` for a format that is not offered, and `ExportError`."""
    base = document.path.rpartition("/")[2].rpartition(".")[0] or "report"
    if format == "annotated":
        return _annotated(desk, document, base, words)
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


def _annotated(desk: Desk, document: Document, base: str, words: Words) -> Download:
    flags = judged(desk, document, "annotated", words).flags
    asked = (document.location, document.sha256, flags, words.lang)
    try:
        copy = desk.workers.call(annotated_copy, *asked)
    except (TimeoutError, ProcessExpired) as error:
        raise ExportError(Text("写批注的进程意外终止。", "The process died.")) from error
    if copy.trouble is not None:
        raise ExportError(copy.trouble)
    name = f"{base}-{words['annotated-copy']}{copy.extension}"
    return Download(name, _TYPES.get(copy.extension, _ANY), copy.content)


def _suppressed(flag: StoredFlag, words: Words) -> str | None:
    if flag.verdict not in (Verdict.DISMISSED, Verdict.EXPLAINED) or flag.decision is None:
        return None
    reason = flag.decision.reason
    return f"{words[flag.verdict.value]}（{flag.decision.who}）{reason and '：' + reason}"


def _written(format: str, results: Sequence[Result], base: str, lang: str) -> Download:
    if format not in FORMATS:
        raise KeyError(format)
    found = writer(CHECKS, format)
    content = found.render(results, View(lang, titled=True))
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    extension = found.EXTENSION
    return Download(f"{base}{extension}", _TYPES.get(extension, _ANY), data)
