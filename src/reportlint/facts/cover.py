"""What stands above a report's first section: title, cover lines, small print."""

from __future__ import annotations

import regex

from reportlint.document import Paragraph
from reportlint.facts.model import Facts, Part, Span

LINES = 15
LINE_LIMIT = 40


def cover_lines(facts: Facts, part: Part) -> tuple[str, ...]:
    """The short lines of a part before its first section or first sentence."""
    first = next((s.block for s in facts.outline.sections if s.block >= part.start_block), None)
    stop = part.end_block if first is None else min(first, part.end_block)
    lines: list[str] = []
    for block in facts.document.blocks[part.start_block : stop]:
        if not isinstance(block, Paragraph) or len(lines) == LINES:
            break
        text = block.text.strip()
        if len(text) > LINE_LIMIT or text.endswith("。"):
            break
        if text:
            lines.append(text)
    return tuple(lines)


def title_span(facts: Facts, part: Part) -> Span | None:
    """Where the title of a part stands without the blanks around it; else its first text.

    Of several title lines the one that names the kind of report.
    """
    patterns = part.profile.title_patterns if part.profile else ()
    last = part.start_block if part.title_span is None else part.title_span.block + 1
    for index in range(part.start_block, last):
        block = facts.document.blocks[index]
        bare = regex.sub(r"\s", "", block.text) if isinstance(block, Paragraph) else ""
        if any(regex.search(pattern, bare) for pattern in patterns):
            return _trimmed(facts, index)
    if part.title_span is not None:
        return _trimmed(facts, part.title_span.block)
    for index in range(part.start_block, part.end_block):
        block = facts.document.blocks[index]
        if isinstance(block, Paragraph) and block.text.strip():
            return _trimmed(facts, index)
    return None


def _trimmed(facts: Facts, index: int) -> Span:
    block = facts.document.blocks[index]
    text = block.text if isinstance(block, Paragraph) else ""
    return Span(index, len(text) - len(text.lstrip()), len(text.rstrip()))
