"""The table of contents, told from the headings it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from reportlint.document import Block, Layer, Paragraph
from reportlint.readers.pdf.wrapping import NUMBERING

_TITLE = regex.compile(r"(?:目\s*录|目\s*次|contents)", regex.IGNORECASE)
_LEADER = regex.compile(r"(?:[.．·•…⋯]\s*){3,}[\s\-—]*\d{0,4}[\s\-—]*$")
_PAGE = regex.compile(r"(?<=[^\d.,%％年月日第元万亿\s])\s*[-—]?\s*\d{1,3}\s*[-—]?$")
_LONGEST_ENTRY = 80
_LONGEST_LINE = 200
"""Entries may be mostly dots."""
_SENTENCE_END = "。；！？"


def mark_contents(blocks: list[Block]) -> list[Block]:
    """The blocks, with those of a table of contents in the layer `TOC`."""
    marked = {k for k, b in enumerate(blocks) if _is_body(b) and _has_leader(b)}
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _is_body(block) and _TITLE.fullmatch(block.text):
            marked.add(at)
            marked.update(_entries(blocks, at + 1))
            break
    return [_as_contents(b) if k in marked else b for k, b in enumerate(blocks)]


def _as_contents(block: Block) -> Block:
    return replace(block, layer=Layer.TOC)


def _is_body(block: Block) -> bool:
    return block.layer is Layer.BODY


def _has_leader(block: Block) -> bool:
    """Whether a block is an entry with dots and a page number."""
    text = _text(block)
    return (
        len(text) <= _LONGEST_LINE
        and text[-3:].strip("-— ")[-1:].isdigit()
        and (_LEADER.search(text) is not None)
    )


def _name(text: str) -> str:
    """An entry or heading without leader, page number, numbering and spaces."""
    bare = _PAGE.sub("", _LEADER.sub("", text))
    mark = NUMBERING.match(bare)
    return regex.sub(r"\s", "", bare[mark.end() :] if mark else bare)


def _entries(blocks: Sequence[Block], start: int) -> range:
    """The entries from `start`: up to where the first of them comes again as a heading."""
    end = start
    while end < len(blocks) and _may_be_entry(blocks[end]):
        end += 1
    names = [
        _name(b.text) if isinstance(b, Paragraph) and _is_body(b) else "" for b in blocks[:end]
    ]
    later = {_name(b.text) for b in blocks[end:] if isinstance(b, Paragraph)}
    for at in range(start + 1, end):
        if names[at] and names[at] in names[start:at] and _restarts(names, start, at):
            return range(start, at)
    known = [at for at in range(start, end) if names[at] in later or _has_leader(blocks[at])]
    numbered = [at for at in range(start, end) if _PAGE.search(_text(blocks[at]))]
    return range(start, max([*known, *numbered], default=start - 1) + 1)


def _restarts(names: Sequence[str], start: int, at: int) -> bool:
    """Whether the headings from `at` on repeat the entries from `start` on."""
    first = next(k for k in range(start, at) if names[k] == names[at])
    return first == next((k for k in range(start, at) if names[k]), start)


def _may_be_entry(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    if not _is_body(block):
        return True
    return len(_LEADER.sub("", block.text)) <= _LONGEST_ENTRY and not block.text.endswith(
        tuple(_SENTENCE_END)
    )


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""
