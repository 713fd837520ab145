"""Points: which figures are full marks and which are marks, and what they add up to."""

from __future__ import annotations

from reportlint.facts.scoring.claims import score_claims
from reportlint.facts.scoring.weights import as_awarded, is_weight

__all__ = ["as_awarded", "is_weight", "score_claims"]
