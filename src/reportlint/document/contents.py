"""Tell the lines of a table of contents from the report itself, by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

TITLE = re.compile(r"(?:目\s*[录錄次]|contents)\s*[:：]?", re.IGNORECASE)
PAGE_REFERENCE = re.compile(r"PAGEREF\s+\S+", re.IGNORECASE)
LEADER = re.compile(r"[.．·•…‥・⋯─—_-]{3,}|[…‥⋯]+|(?:[.．·]\s){3,}|\t")
ENTRY = re.compile(
    rf"(?P<title>\S.{{0,78}}?)\s*(?:{LEADER.pattern})\s*[(（-]?\s*(?:\d{{1,4}}|[ivxlc]{{1,6}})\s*[)）-]?",
    re.IGNORECASE,
)
DOTS = re.compile(r"[.．·•…‥・⋯]{3,}|[…‥⋯]|(?:[.．·]\s){3,}")
NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十\d]+[部章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|附[件表])"
)
TRAILING_PAGE = re.compile(r"[\s.．·•…‥・⋯_-]*\d{1,4}$")
SENTENCE_END = tuple("。；;！!？?，,")
LONGEST_ENTRY = 60
LONGEST_LED = 240
"""Characters of an entry with its leader."""
FEWEST_ENTRIES = 3
BRIDGE = 2
"""Entries that stand nowhere else in the report are believed when one that does follows so soon."""


def contents_lines(texts: Sequence[str | None]) -> frozenset[int]:
    """The indices of `texts` that belong to a table of contents.

    `texts` are the paragraphs in reading order; `None` stands for what is not text (a table) and
    ends a table of contents. Entries are known by a leader and a page number, by a page reference
    left by a word processor, or by following a title 目录 and being repeated further down.
    """
    lines = [_line(text) for text in texts]
    last = _last_positions(lines)
    found = {i for i, line in enumerate(lines) if line.referenced}
    found |= _led(lines) | _announcing(lines, last)
    for i, line in enumerate(lines):
        if line.is_title:
            found |= {i, *_run_after(i, lines, last, found)}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph, looked at as a possible entry. `key` is its title without page and blanks."""

    key: str
    is_title: bool = False
    led: bool = False
    dotted: bool = False
    referenced: bool = False
    possible: bool = False
    barrier: bool = False


def _line(text: str | None) -> _Line:
    if text is None:
        return _Line("", barrier=True)
    bare = text.strip()
    ruled_out = len(bare) > LONGEST_LED or bare.endswith(SENTENCE_END)
    entry = None if ruled_out else ENTRY.fullmatch(bare)
    referenced = PAGE_REFERENCE.search(bare) is not None
    title = entry["title"] if entry else PAGE_REFERENCE.split(bare)[0]
    return _Line(
        key="".join(title.split()),
        is_title=TITLE.fullmatch(bare) is not None,
        led=entry is not None,
        dotted=entry is not None and DOTS.search(bare[len(title) :]) is not None,
        referenced=referenced,
        possible=0 < len(bare) <= LONGEST_ENTRY and not bare.endswith(SENTENCE_END),
    )


def _led(lines: Sequence[_Line]) -> set[int]:
    """Entries with dots and a page number; one alone counts only when it is numbered."""
    dotted = [i for i, line in enumerate(lines) if line.dotted]
    several = len(dotted) > 1
    return {i for i in dotted if several or NUMBERED.match(lines[i].key)}


def _announcing(lines: Sequence[_Line], last: dict[str, int]) -> set[int]:
    """Several numbered entries in a row, each with a page number and each found further down."""
    found: set[int] = set()
    run: list[int] = []
    for i, line in enumerate(lines):
        if line.led and NUMBERED.match(line.key) and last.get(line.key, -1) > i:
            run.append(i)
        elif line.key or line.barrier:
            found |= set(run) if len(run) >= FEWEST_ENTRIES else set()
            run = []
    return found | (set(run) if len(run) >= FEWEST_ENTRIES else set())


def _last_positions(lines: Sequence[_Line]) -> dict[str, int]:
    """Where each title stands last, entries with a page number left out."""
    return {line.key: i for i, line in enumerate(lines) if line.key and not line.led}


def _run_after(
    title: int, lines: Sequence[_Line], last: dict[str, int], found: set[int]
) -> list[int]:
    """The entries that follow the title of a table of contents."""
    run: list[int] = []
    doubtful: list[int] = []
    first: str | None = None
    for i in range(title + 1, len(lines)):
        line = lines[i]
        if not line.key and not line.barrier:
            continue
        key = _bare_key(line.key, last)
        if line.barrier or not line.possible or key == first:
            break
        first = first or key
        if i in found or line.led or last.get(key, -1) > i:
            run += [*doubtful, i]
            doubtful = []
        elif len(doubtful) < BRIDGE:
            doubtful.append(i)
        else:
            break
    return run


def _bare_key(key: str, last: dict[str, int]) -> str:
    """The title without a page number glued to it, when only then it stands elsewhere."""
    bare = TRAILING_PAGE.sub("", key)
    return bare if bare and bare in last else key
