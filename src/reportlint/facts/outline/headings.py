"""Which paragraphs are headings: judged by their form, since few files mark them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import regex

from reportlint.document import Heading, Paragraph
from reportlint.facts.outline.numbering import Label, read_label

LINE_LIMIT = 45
"""A heading on a line of its own is at most this long, label included."""
RUN_IN_LIMIT = 18
"""A title that runs into its text is at most this long, unless it is a known one."""
KNOWN_LIMIT = 32

_INNER = regex.compile(r"[；;！!？?]|。(?=.)|[，,].*[，,].*[，,]")
_RUN_IN = regex.compile(
    rf"(?P<title>(?:20\d\d年度?)?[^，,；;。：:！？\d%％]{{2,{KNOWN_LIMIT}}})[。：:](?=\s*\S)"
)
_UNNUMBERED_STYLE_RANK = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may be a heading. `closed`: its line ends like a sentence."""

    block: int
    rank: int
    label: str
    start: int
    end: int
    body_start: int | None
    marked: bool
    closed: bool


def heading_candidate(block: int, paragraph: Paragraph, known: Collection[str]) -> Candidate | None:
    """The heading that this paragraph may be. `known` are section titles of all profiles."""
    text = paragraph.text
    label = read_label(text)
    if isinstance(paragraph, Heading):
        return _marked(block, paragraph, label)
    if label is None:
        return _unnumbered(block, text, known)
    return _run_in(block, text, label, known) or _on_own_line(block, text, label)


def _marked(block: int, heading: Heading, label: Label | None) -> Candidate:
    text = heading.text
    start = label.end if label else len(text) - len(text.lstrip())
    rank = label.rank if label else _UNNUMBERED_STYLE_RANK + heading.level - 1
    return _candidate(block, text, rank, label, start, len(text.rstrip()), marked=True)


def _unnumbered(block: int, text: str, known: Collection[str]) -> Candidate | None:
    bare = text.strip().rstrip("：:。")
    if bare not in known:
        return None
    start = len(text) - len(text.lstrip())
    return _candidate(block, text, 2, None, start, start + len(bare), marked=True)


def _on_own_line(block: int, text: str, label: Label) -> Candidate | None:
    title = text[label.end :].rstrip()
    if not title or len(text.strip()) > LINE_LIMIT or _INNER.search(title):
        return None
    return _candidate(block, text, label.rank, label, label.end, len(text.rstrip()))


def _run_in(block: int, text: str, label: Label, known: Collection[str]) -> Candidate | None:
    match = _RUN_IN.match(text, label.end)
    if match is None or (len(match["title"]) > RUN_IN_LIMIT and match["title"] not in known):
        return None
    found = _candidate(block, text, label.rank, label, label.end, match.end("title"))
    return Candidate(
        found.block, found.rank, found.label, found.start, found.end, match.end(), False, False
    )


def _candidate(
    block: int,
    text: str,
    rank: int,
    label: Label | None,
    start: int,
    end: int,
    marked: bool = False,
) -> Candidate:
    closed = text.rstrip().endswith(("。", "；", ";"))
    while end > start and text[end - 1] in "。：:；; \t":
        end -= 1
    return Candidate(block, rank, label.text if label else "", start, end, None, marked, closed)
