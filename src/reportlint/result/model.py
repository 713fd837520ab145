"""What a check answers: flags, the ledger, and where in the report each of them points.

Everything here is frozen. The JSON shapes (`schema: "reportlint/1"`) are made from these types
by `reportlint.result.contract`; `Result.to_json` is its public doorway.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

QUOTE_LIMIT = 100
"""A quote holds at most this many characters (DESIGN, JSON contract)."""


class Severity(StrEnum):
    """What a flag means for the report."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Confidence(StrEnum):
    """How sure the tool is of a flag. Low confidence never yields an error."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class BasisStatus(StrEnum):
    """How well the basis of a rule is known."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    ARITHMETIC = "arithmetic"
    OWN_WORDS = "own-words"


class Outcome(StrEnum):
    """What became of one rule on one document."""

    FLAGGED = "flagged"
    CLEAN = "clean"
    NOT_APPLICABLE = "not-applicable"
    FAILED = "failed"


class Status(StrEnum):
    """How far a document could be checked."""

    CHECKED = "checked"
    PARTIAL = "partial"
    UNREADABLE = "unreadable"


class Text(NamedTuple):
    """One sentence for users, in both languages of the program."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        """The sentence in `lang` (`zh` or `en`)."""
        return self.en if lang == "en" else self.zh


EMPTY = Text("", "")

Box = tuple[float, float, float, float]
"""`x0, top, x1, bottom` in points from the top left of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where some characters stand in the original file, as exactly as its format allows.

    `page` is 1-based; `boxes` has one box per printed line; `part` is the format's own address:
    docx `{part, paragraph}`, sheet `{sheet, cell}`, text `{line, column}`.
    """

    page: int | None = None
    boxes: tuple[Box, ...] = ()
    part: Mapping[str, str | int] | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The exact words that a flag points at.

    `block` indexes all blocks of the document; `start`/`end` are code points (end exclusive) in
    the block's text or, with `cell` = (row, column), in that cell's text. `where` is the heading
    path, then for a cell the table's caption, row label and column label.
    """

    quote: str
    before: str
    after: str
    where: tuple[str, ...]
    block: int | None
    cell: tuple[int, int] | None
    start: int
    end: int
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure or passage that a flag rests on, with the part it plays."""

    role: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Basis:
    """The regulation (or arithmetic) a rule rests on."""

    document: str
    clause: str
    status: BasisStatus


@dataclass(frozen=True, slots=True)
class Flag:
    """One fault, with the words it is about and why it is one.

    Rules leave `code`, `name` and `basis` empty: the registry stamps them. `severity` may be left
    `None` to take the rule's own. `expected` is written as the author writes numbers. `answer` is
    what the author says to the flag in the file itself; `suppressed` is why it does not count.
    `occurrence` counts the flags of a report that would else have one fingerprint.
    """

    anchor: Anchor
    message: Text
    advice: Text = EMPTY
    working: str = ""
    working_en: str = ""
    expected: str | None = None
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Anchor, ...] = ()
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    also: tuple[str, ...] = ()
    basis: Basis | None = None
    code: str = ""
    name: str = ""
    suppressed: str | None = None
    answer: str | None = None
    occurrence: int = 0

    def working_in(self, lang: str) -> str:
        """The working in `lang`; the one there is where it reads the same in both."""
        return self.working_en if lang == "en" and self.working_en else self.working

    @property
    def codes(self) -> tuple[str, ...]:
        """The flag's own code, then those of the consequences it explains."""
        return (self.code, *self.also)

    @property
    def fingerprint(self) -> str:
        """Names the fault across versions of a report: code, words and heading, not position.

        What is missing from the outline has no words of its own; there the message names it.
        """
        a = self.anchor
        where = a.where[-1] if a.where else ""
        subject = self.message.zh if self.code.startswith("STR") else ""
        number = str(self.occurrence) if self.occurrence else ""
        parts = (self.code, a.quote, a.before[-12:], a.after[:12], where, subject, number)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One figure and what became of it (`fate`: checked, not-assessable, unrelated).

    `value` is the printed mantissa, `amount` the value in base units, both exact decimal strings
    and None for a range; `kind`, `unit`, `indicator`, `period`, `scope` as in the JSON contract.
    """

    quote: str
    kind: str
    value: str | None
    amount: str | None
    unit: str
    indicator: str
    period: str
    scope: str
    fate: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """One line of the ledger's rule list."""

    code: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Ledger:
    """What happened to every figure and every rule."""

    figures: int = 0
    checked: int = 0
    not_assessable: int = 0
    unrelated: int = 0
    rules: tuple[RuleOutcome, ...] = ()
    rounding: str | None = None


@dataclass(frozen=True, slots=True)
class PartSummary:
    """One report inside the file: its profile, title and blocks (`end_block` exclusive)."""

    profile: str | None
    title: str
    start_block: int
    end_block: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money that a picture shows: the author's words for it, as printed, and in yuan."""

    label: str
    quote: str
    yuan: Fraction


@dataclass(frozen=True, slots=True)
class Money:
    """The money of a report at a glance: budget, spending, carry-over; and the parts of `whole`."""

    bars: tuple[Amount, ...]
    whole: Amount | None = None
    parts: tuple[Amount, ...] = ()
