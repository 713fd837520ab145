"""Marks for budget execution: full mark × execution rate, unless the form says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.document import Document, block_text
from reportlint.facts.model import (
    Claim,
    ClaimSource,
    Figure,
    FigureKind,
    ScoreRow,
    Span,
    TableFacts,
)
from reportlint.facts.passages import passages
from reportlint.lexicon.scoring import scoring_words

FORMULA = "execution_score"
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


def misjudged(
    document: Document, tables: Sequence[TableFacts], figures: Mapping[str, Figure]
) -> Iterator[Execution]:
    """The execution rows whose mark no rounding explains."""
    rows = [(t, r) for t in tables for r in t.score_rows if not r.total]
    found = [(t, r, rate) for t, r in rows if (rate := _rate(t, r, figures))]
    printed = _printed(document) if found else None
    for table, row, rate in found:
        if printed != "bands" and row.weight and len(row.scores) == 1:
            yield from _judged(document, table, row, rate, figures, printed == "formula")


def _printed(document: Document) -> str:
    """Which rule for execution the report itself prints: formula, bands, or none."""
    words = scoring_words()
    texts = [p.text for p in passages(document)]
    if any(words.has("execution_formula", t) for t in texts):
        return "formula"
    bands = any(words.has("execution", t) and words.has("execution_bands", t) for t in texts)
    return "bands" if bands else ""


def _rate(table: TableFacts, row: ScoreRow, figures: Mapping[str, Figure]) -> Figure | None:
    """The rate beside the mark: in its own column, or as the result of such an indicator."""
    if row.rate:
        return figures[row.rate] if row.fund or _is_execution(row.name) else None
    if not _is_execution(row.name) or row.actual is None:
        return None
    id = table.figures.get(row.actual)
    found = figures[id] if id else None
    return found if found and found.numeral.kind is FigureKind.PERCENT else None


def _is_execution(name: str) -> bool:
    return scoring_words().is_("execution", name.split("(")[0])


def _judged(
    document: Document,
    table: TableFacts,
    row: ScoreRow,
    rate: Figure,
    figures: Mapping[str, Figure],
    formula: bool,
) -> Iterator[Execution]:
    score, weight = figures[row.scores[0]], figures[row.weight or ""]
    percent, full, mark = rate.value, weight.value, score.value
    if percent is None or full is None or mark is None or not 0 <= percent <= 100 or mark > full:
        return
    due = full * percent / 100
    step = Fraction(1, 10**score.numeral.decimals) + full * rate.place / 200
    if abs(mark - due) < step and not _too_coarse(table, score, mark - due, figures):
        return
    explained = bool(_text(document, table, row.reason)) or bool(_text(document, table, row.rule))
    generous = mark == full and percent >= MILD
    usual = row.fund and full in USUAL
    certain = (formula or usual) and not explained and (formula or not generous)
    certain = certain and abs(mark - due) >= step
    yield Execution(score, weight, rate, due, certain)


def _too_coarse(
    table: TableFacts, score: Figure, off: Fraction, figures: Mapping[str, Figure]
) -> bool:
    """A whole number far from what is due, in a form that gives other marks with decimals."""
    finest = max(
        (figures[s].numeral.decimals for r in table.score_rows if not r.total for s in r.scores),
        default=0,
    )
    return score.numeral.decimals == 0 < finest and abs(off) > Fraction(1, 2)


def _text(document: Document, table: TableFacts, cell: tuple[int, int] | None) -> str:
    if cell is None:
        return ""
    return block_text(document.blocks[table.block], cell).strip(" 　-—/无")


def execution_claims(
    document: Document, tables: Sequence[TableFacts], figures: Mapping[str, Figure]
) -> Iterator[Claim]:
    """A claim `rate = score ÷ weight` for every mark that is certainly wrong."""
    for found in misjudged(document, tables, figures):
        if found.certain:
            name = f"{found.score.id}%"
            terms = (
                Term(found.score.id, Role.NUMERATOR),
                Term(found.weight.id, Role.DENOMINATOR),
            )
            relation = Relation(name, RelationKind.RATIO, found.rate.id, terms)
            score = found.score
            words = Span(score.block, score.start, score.end, score.cell)
            yield Claim(name, relation, ClaimSource.TABLE, words, FORMULA, "得分")
