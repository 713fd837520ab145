"""One item against what the program says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reportlint.config import Config
from reportlint.engine import check_document
from reportlint.evaluation.injection.drafting import Slot
from reportlint.evaluation.injection.items import Injection, Item
from reportlint.evaluation.injection.printing import UNITS
from reportlint.readers import read_bytes
from reportlint.result import Anchor, Flag, Severity, Status

_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")
_WORDS_ONLY = ("points", "turn", "grade")
"""Slips in words: a warning about them counts as well."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one injection fared.

    `shown`: the spoilt figure is the anchor or a candidate of a flag. `named`: the only flag names
    it and nothing else. `corrected`: the value it gives is the one that stood there.
    """

    item: Item
    injection: Injection
    detected: bool
    shown: bool = False
    named: bool = False
    corrected: bool = False
    flags: tuple[Flag, ...] = ()


def flags_of(item: Item, config: Config) -> tuple[Flag, ...]:
    """What the program says of the item's text.

    Raises `ValueError` where it could not check all of it: silence would look like a clean report.
    """
    data = item.text.encode()
    document = read_bytes(data, Path(f"{item.id}.md"), config.limits)
    result = check_document(document, config)
    if result.status is not Status.CHECKED:
        raise ValueError(f"{item.id} was not checked: {result.flags[0].message.en}")
    return result.flags


def score(item: Item, config: Config) -> list[Score]:
    """A score for every injection of the item."""
    flags = flags_of(item, config)
    return [_score(item, injection, flags) for injection in item.injections]


def errors(flags: Sequence[Flag]) -> list[Flag]:
    """The flags of severity error."""
    return [f for f in flags if f.severity is Severity.ERROR]


def _score(item: Item, injection: Injection, flags: Sequence[Flag]) -> Score:
    spans = [_lines(item, start, end) for start, end in _places(item, injection)]
    wrong = errors(flags)
    if injection.kind in _WORDS_ONLY:
        wrong += [f for f in flags if f.severity is Severity.WARNING and _touches(f, spans)]
    if len(item.injections) == 1:
        about = wrong
    else:
        about = [f for f in wrong if _touches(f, spans) or _rests(f, spans)]
    guilty = [f for f in about if _touches(f, spans)]
    named = bool(guilty) and len(about) == 1 and _only(guilty[0], spans)
    right = named and _corrected(item, injection, guilty[0])
    return Score(item, injection, bool(about), bool(guilty), named, right, tuple(wrong))


Place = tuple[int, int, int]
"""Line and columns (1-based, end exclusive) in the text."""


def _places(item: Item, injection: Injection) -> list[tuple[int, int]]:
    """What counts as naming the slip: the spoilt figures with their words, or the edited words."""
    slots = [item.report.slots[i] for i in injection.figures]
    spans = [(s.turns[0] if s.turns else s.start, s.end) for s in slots]
    return [item.span(*span) for span in spans or [(e.start, e.end) for e in injection.edits]]


def _lines(item: Item, start: int, end: int) -> Place:
    text = item.text
    line = text.count("\n", 0, start)
    begin = text.rfind("\n", 0, start) + 1
    return line + 1, start - begin + 1, end - begin + 1


def _touches(flag: Flag, spans: Sequence[Place]) -> bool:
    return any(_meets(a, s) for a in _suspects(flag) for s in spans)


def _rests(flag: Flag, spans: Sequence[Place]) -> bool:
    return any(_meets(e.anchor, s) for e in flag.evidence for s in spans)


def _only(flag: Flag, spans: Sequence[Place]) -> bool:
    return all(any(_meets(a, s) for s in spans) for a in _suspects(flag))


def _suspects(flag: Flag) -> tuple[Anchor, ...]:
    return flag.candidates or (flag.anchor,)


def _meets(anchor: Anchor, span: Place) -> bool:
    part = anchor.place.part or {}
    line, start = part.get("line"), part.get("column")
    if line != span[0] or not isinstance(start, int):
        return False
    return start < span[2] and span[1] < start + (anchor.end - anchor.start)


def _corrected(item: Item, injection: Injection, flag: Flag) -> bool:
    """Whether the value given is the one that stood there, as far as the others can tell.

    Figures rounded one by one fix a sum to within its last digit and no closer. Two figures
    that a flag names together are told to be changed round: that is their correction.
    """
    if injection.kind == "swap":
        return len(flag.candidates) > 1
    if not injection.figures:
        return False
    slot = item.report.slots[injection.figures[0]]
    value = meant(flag.expected, slot)
    return value is not None and abs(value - abs(slot.quantity.value)) <= slot.shape.place


def meant(expected: str | None, slot: Slot) -> Fraction | None:
    """The size of a proposed value in base units; None where none, or a range, is proposed."""
    if expected is None or len(found := _NUMBER.findall(expected)) != 1:
        return None
    unit = next((u for u in sorted(UNITS, key=len, reverse=True) if expected.endswith(u)), None)
    scale = UNITS[unit] if unit else slot.shape.scale
    return abs(Fraction(found[0].replace(",", ""))) * scale
