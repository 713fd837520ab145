"""What a comment in an annotated copy says."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.result import Flag, Text, words
from reportlint.result.description import basis_words, evidence_words, severity_words
from reportlint.result.marks import GENERATOR
from reportlint.result.visible import visible


def note_lines(flag: Flag, moved: bool, lang: str) -> list[str]:
    """Its lines, safe for every format. `moved`: the words themselves stand elsewhere.

    The first begins with the name of the program, by which it knows its own comments again.
    """
    return [visible(line) for line in _lines(flag, moved, lang)]


def _lines(flag: Flag, moved: bool, lang: str) -> Iterator[str]:
    colon = ": " if lang == "en" else "："
    yield f"{GENERATOR} · {severity_words(flag, lang)} {flag.code} {flag.name}"
    yield flag.message.in_(lang)
    rows = (
        (Text("原文", "text"), flag.anchor.quote if moved else ""),
        (words.WORKING, flag.working_in(lang)),
        (words.EXPECTED, flag.expected or ""),
        (words.EVIDENCE, evidence_words(flag.evidence, lang)),
        (words.CANDIDATES, "、".join(anchor.quote for anchor in flag.candidates)),
        (words.ADVICE, flag.advice.in_(lang)),
        (words.BASIS, basis_words(flag, lang)),
    )
    for label, text in rows:
        if text:
            yield f"{label.in_(lang)}{colon}{text}"
