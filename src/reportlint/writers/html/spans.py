"""The words of a text cut into pieces, each of which knows the flags it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlint.result.contract import Json
from reportlint.result.visible import visible

RANKS = ("error", "warning", "info")
"""Severities, the gravest first."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) that belong to a flag.

    `token` names the mark: `3` for the words flag 3 is about, `3.1` for its first evidence.
    `severity` is "" for evidence.
    """

    start: int
    end: int
    token: str
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters with the marks on them. `ends`: flags whose words end here."""

    text: str
    tokens: tuple[str, ...] = ()
    severity: str = ""
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """An anchor of a flag or of its evidence, as in the JSON contract."""

    token: str
    severity: str
    anchor: Json

    @property
    def home(self) -> tuple[int | None, tuple[int, int] | None]:
        """Block and cell in which it stands."""
        cell = self.anchor.get("cell")
        return self.anchor["block"], (cell["row"], cell["column"]) if cell else None


def marks(flags: Iterable[tuple[int, Json]]) -> list[Mark]:
    """Every anchor of the numbered flags: their words, evidence and candidates."""
    found = []
    for number, flag in flags:
        found.append(Mark(str(number), flag["severity"], flag["anchor"]))
        others = related(flag)
        found += [Mark(f"{number}.{i}", "", anchor) for i, anchor in enumerate(others, 1)]
    return found


def related(flag: Json) -> list[Json]:
    """Evidence, then candidates that are neither evidence nor the flag's own words."""
    known = [flag["anchor"], *flag["evidence"]]
    candidates = flag.get("candidates", ())
    return [*flag["evidence"], *(c for c in candidates if not any(_same(c, k) for k in known))]


def _same(one: Json, other: Json) -> bool:
    keys = ("block", "cell", "start", "end")
    return all(one.get(key) == other.get(key) for key in keys)


def pieces(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """`text` cut wherever a span begins or ends."""
    kept = [_within(span, len(text)) for span in spans]
    edges = sorted({0, len(text), *(s.start for s in kept), *(s.end for s in kept)})
    found = []
    for start, end in pairwise(edges):
        over = [s for s in kept if s.start < end and start < s.end]
        ends = tuple(s.token for s in over if s.end == end and s.severity)
        tokens = tuple(s.token for s in over)
        found.append(Piece(shown(text[start:end]), tokens, gravest(over), ends))
    return tuple(found)


def gravest(spans: Iterable[Span]) -> str:
    """The gravest severity among `spans`, "" if all are evidence."""
    present = {span.severity for span in spans}
    return next((rank for rank in RANKS if rank in present), "")


def shown(text: str) -> str:
    """Text of a report with controls and direction marks spelled out, line breaks kept."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _within(span: Span, length: int) -> Span:
    """The span inside the text; an empty one means all of it."""
    start, end = max(0, min(span.start, length)), max(0, min(span.end, length))
    if start >= end:
        start, end = 0, length
    return Span(start, end, span.token, span.severity)
