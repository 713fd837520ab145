"""What is taken out of a store."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportlint.result.contract import Json


class Verdict(StrEnum):
    """What a reviewer says of a flag. `OPEN` is said by taking a verdict back."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with who gave it, when (ISO 8601, UTC) and why; `action` groups a bulk verdict."""

    verdict: Verdict
    reason: str
    who: str
    at: str
    action: str


@dataclass(frozen=True, slots=True)
class Key:
    """Names one flag of a document across checks: equal fingerprints are told by their order."""

    fingerprint: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class StoredFlag:
    """A flag as checked, what the author says to it, and the reviewer's last word."""

    number: int
    key: Key
    code: str
    severity: str
    data: Json
    answer: str
    decision: Decision | None

    @property
    def verdict(self) -> Verdict:
        """The verdict in force."""
        return self.decision.verdict if self.decision else Verdict.OPEN


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the store. `open_weight`: what its undecided flags weigh together."""

    id: int
    location: str
    path: str
    sha256: str | None
    version: str
    config: str
    status: str
    profile: str | None
    organization: str | None
    year: int | None
    figures: int
    checked: int
    errors: int
    warnings: int
    infos: int
    open_flags: int
    open_weight: int
    details: Json
    checked_at: str

    @property
    def total(self) -> int:
        """How many flags it has."""
        return self.errors + self.warnings + self.infos


@dataclass(frozen=True, slots=True)
class Filter:
    """Which flags of a document: empty means any; `section` and `numbers` None mean any."""

    severities: frozenset[str] = frozenset()
    family: str = ""
    section: str | None = None
    verdict: Verdict | None = None
    numbers: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """How reviewers judged one rule's flags, over all documents."""

    code: str
    flags: int
    confirmed: int
    dismissed: int
    explained: int

    @property
    def decided(self) -> int:
        """Flags with a verdict."""
        return self.confirmed + self.dismissed + self.explained
