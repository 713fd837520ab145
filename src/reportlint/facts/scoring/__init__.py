"""Points: which figures are full marks and which are marks, and what they add up to."""

from __future__ import annotations

from reportlint.facts.scoring.claims import with_scores
from reportlint.facts.scoring.weights import are_weights, as_awarded, is_weight

__all__ = ["are_weights", "as_awarded", "is_weight", "with_scores"]
