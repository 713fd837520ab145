"""The outcome of checking one file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from reportlint.result.contract import document, envelope
from reportlint.result.model import (
    EMPTY,
    FigureEntry,
    Flag,
    Ledger,
    Money,
    PartSummary,
    Status,
    Text,
)


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of checking one file.

    `figures` lists them in document order, for outputs that show them; `notes` is what is to be
    said beside the flags: suppressions that met none.
    """

    path: str
    sha256: str | None
    status: Status
    flags: tuple[Flag, ...]
    ledger: Ledger = field(default_factory=Ledger)
    profile: str | None = None
    profile_reason: Text = EMPTY
    organization: str | None = None
    year: int | None = None
    parts: tuple[PartSummary, ...] = ()
    lang: str = "zh"
    money: Money | None = None
    figures: tuple[FigureEntry, ...] = ()
    notes: tuple[Text, ...] = ()

    def to_json(self) -> str:
        """This result as a `reportlint/1` envelope holding one document."""
        return json.dumps(envelope([document(self)]), ensure_ascii=False)
