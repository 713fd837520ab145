"""The usual rule for execution: full mark × execution rate, unless the form says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reportlint.document import Document
from reportlint.facts.model import Figure
from reportlint.facts.passages import passages
from reportlint.lexicon.scoring import scoring_words

USUAL = (10, 20)
"""What the forms in use give for execution."""

MILD = Fraction(90)
"""From this rate on some authorities give full marks."""


@dataclass(frozen=True, slots=True)
class Execution:
    """A mark that is not weight × rate. `certain`: no other rule may explain it."""

    score: Figure
    weight: Figure
    rate: Figure
    expected: Fraction
    certain: bool


def printed_rule(document: Document) -> str:
    """Which rule for execution the report itself prints: formula, bands, or "" for none."""
    words = scoring_words()
    texts = [p.text for p in passages(document)]
    if any(words.has("execution_formula", t) for t in texts):
        return "formula"
    bands = any(words.has("execution", t) and words.has("execution_bands", t) for t in texts)
    return "bands" if bands else ""


def due_of(score: Figure, weight: Figure, rate: Figure) -> Fraction | None:
    """Weight × rate; None where a mark, or a rate beyond 100 %, makes it no matter of the rule."""
    percent, full, mark = rate.value, weight.value, score.value
    if percent is None or full is None or mark is None or mark > full:
        return None
    return full * percent / 100 if 0 <= percent <= 100 else None


def is_rounded(score: Figure, weight: Figure, rate: Figure, due: Fraction) -> bool:
    """Whether rounding or truncation, of mark and rate, explains the difference."""
    step = Fraction(1, 10**score.numeral.decimals) + (weight.value or 0) * rate.place / 200
    return abs((score.value or 0) - due) < step


def is_generous(score: Figure, weight: Figure, rate: Figure) -> bool:
    """Full marks for a rate that some authorities take as full."""
    return score.value == weight.value and (rate.value or 0) >= MILD
