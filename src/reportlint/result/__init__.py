"""What a check answers: flags, the ledger, and where in the report each of them points."""

from reportlint.result.model import (
    EMPTY,
    QUOTE_LIMIT,
    Anchor,
    Basis,
    BasisStatus,
    Box,
    Confidence,
    Evidence,
    Flag,
    Ledger,
    Outcome,
    PartSummary,
    Place,
    RuleOutcome,
    Severity,
    Status,
    Text,
)
from reportlint.result.outcome import Result

__all__ = [
    "EMPTY",
    "QUOTE_LIMIT",
    "Anchor",
    "Basis",
    "BasisStatus",
    "Box",
    "Confidence",
    "Evidence",
    "Flag",
    "Ledger",
    "Outcome",
    "PartSummary",
    "Place",
    "Result",
    "RuleOutcome",
    "Severity",
    "Status",
    "Text",
]
