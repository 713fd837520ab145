"""The little of Markdown that reports use: headings, emphasis, links, bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlint.document.traced import Traced

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
CLOSING_MARKS = re.compile(r"[ \t]#+$")
FENCE = re.compile(r"\s*(?:```|~~~)")
RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
UNDERLINE = re.compile(r"\s{0,3}={3,}\s*")
COMMENT = re.compile(r"<!--.*?-->")
BULLET = re.compile(r"\s*[-*+][ \t]+(?=\S)")
QUOTE = re.compile(r"\s{0,3}>[ \t]?")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![A-Za-z0-9*\\])(\*)(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![A-Za-z0-9*])")
CODE = re.compile(r"(`+)(.+?)\1")
LINK = re.compile(r"(!?\[)([^\[\]]{0,200})(\]\([^()]{0,500}\))")
ESCAPE = re.compile(r"(\\)([\\`*_{}\[\]()#+.!|>~-])")


def is_markdown(name: str, lines: Sequence[str]) -> bool:
    """Whether a file is Markdown: by its headings, or by its name where it has none."""
    return name.lower().endswith((".md", ".markdown")) or any(map(HEADING.match, lines))


def title_in(line: Traced) -> tuple[int, Traced] | None:
    """The level and the words of a heading; `None` when the line is none."""
    match = HEADING.match(line.text)
    if match is None:
        return None
    words = line.cut(match.end(), len(line.text)).strip()
    closing = CLOSING_MARKS.search(words.text)
    return len(match[1]), words.cut(0, closing.start()) if closing else words


def without_marks(line: Traced, markdown: bool) -> Traced:
    """The line without marks that are not printed; in plain text only the unmistakable ones."""
    line = _unwrapped(line, STRONG)
    if not markdown:
        return line
    line = line.without(match.span() for match in COMMENT.finditer(line.text))
    for lead in (QUOTE, BULLET):
        if match := lead.match(line.text):
            line = line.cut(match.end(), len(line.text))
    for pattern in (LINK, CODE, EMPHASIS):
        line = _unwrapped(line, pattern)
    return line.without(match.span(1) for match in ESCAPE.finditer(line.text))


def _unwrapped(line: Traced, pattern: re.Pattern[str]) -> Traced:
    """What the second group of the pattern holds, in place of the whole match."""
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(line.text):
        spans += [(match.start(), match.start(2)), (match.end(2), match.end())]
    return line.without(spans)
