"""What the numbers of headings count, and where they break off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from reportlint.document import Document, Table
from reportlint.facts.model import Outline, Section
from reportlint.facts.outline.numbering import read_label

FARTHEST = 3
"""A jump over more numbers than this is another list."""
_DIGITS = "〇一二三四五六七八九"
_NUMBER = regex.compile(r"[〇零一二三四五六七八九十百]+|\d+")


class Break(StrEnum):
    """How a number fails to follow the one before it."""

    REPEATED = "repeated"
    SKIPPED = "skipped"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class NumberBreak:
    """A heading (index of its section) whose number does not follow that of `previous`."""

    kind: Break
    section: int
    previous: int
    due: int


def ordinal(number: str) -> tuple[str, int] | None:
    """The style of a heading's number (its marks around an N) and what it counts, or None."""
    match = _NUMBER.search(number)
    if match is None or len(_NUMBER.findall(number)) > 1:
        return None
    kind = "9" if match.group().isdigit() else "一"
    marks = regex.sub(r"\s", "", number[: match.start()] + kind + number[match.end() :])
    return marks.translate(str.maketrans("()．:：", "（）.、、")), _value(match.group())


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.find(text[-1]) if len(text) == 1 else 0
    return (_DIGITS.find(tens) if tens else 1) * 10 + (_DIGITS.find(ones) if ones else 0)


def number_breaks(document: Document, outline: Outline) -> Iterator[NumberBreak]:
    """Where siblings repeat, skip or lose a number, in document order."""
    groups: defaultdict[int | None, list[int]] = defaultdict(list)
    for index, section in enumerate(outline.sections):
        groups[section.parent].append(index)
    found = [b for group in groups.values() for b in _breaks(document, outline, group)]
    yield from sorted(found, key=lambda b: b.section)


def _breaks(document: Document, outline: Outline, group: Sequence[int]) -> Iterator[NumberBreak]:
    last: dict[str, tuple[int, int]] = {}
    before: str | None = None
    for index in group:
        section = outline.sections[index]
        own = ordinal(section.number)
        if own is None:
            if before is not None and _orphaned(document, section):
                previous, value = last[before]
                last[before] = (index, value + 1)
                yield NumberBreak(Break.LOST, index, previous, value + 1)
            continue
        style, value = own
        if style in last and value > 1:
            previous, reached = last[style]
            if value == reached:
                yield NumberBreak(Break.REPEATED, index, previous, reached + 1)
            elif 1 < value - reached <= FARTHEST and not _between(
                document, outline, previous, index
            ):
                yield NumberBreak(Break.SKIPPED, index, previous, reached + 1)
        last[style] = (index, value)
        before = style


def _orphaned(document: Document, section: Section) -> bool:
    """A title after a 、 whose number was lost."""
    block = document.blocks[section.block]
    text = "" if isinstance(block, Table) else block.text
    return not section.number and text[: section.start].strip() == "、"


def _between(document: Document, outline: Outline, previous: int, index: int) -> bool:
    """Whether a number of the style stands between two headings, at a line or within one."""
    first, second = outline.sections[previous], outline.sections[index]
    start, end = ordinal(first.number), ordinal(second.number)
    wanted = range((start[1] if start else 0) + 1, end[1] if end else 0)
    for block in document.blocks[first.block : second.block]:
        texts = [c.text for c in block.cells()] if isinstance(block, Table) else [block.text]
        for piece in (p for t in texts for p in regex.split(r"(?<=[。；;：:，,])|\n", t)):
            label = read_label(piece)
            own = ordinal(label.text) if label else None
            if own and own[1] in wanted:
                return True
    return False
