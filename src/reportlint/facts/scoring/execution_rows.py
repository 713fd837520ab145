"""Marks for budget execution in the rows of forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reportlint.document import Document, block_text
from reportlint.facts.model import Figure, FigureKind, ScoreRow, TableFacts
from reportlint.facts.scoring.execution_rule import (
    USUAL,
    Execution,
    due_of,
    is_generous,
    is_rounded,
)
from reportlint.lexicon.scoring import scoring_words

Figures = Mapping[str, Figure]
Found = tuple[TableFacts, ScoreRow, Figure]


def execution_rows(tables: Sequence[TableFacts], figures: Figures) -> list[Found]:
    """The rows that give one mark beside an execution rate."""
    rows = [(t, r) for t in tables for r in t.score_rows if not r.total and r.weight]
    return [(t, r, rate) for t, r in rows if len(r.scores) == 1 and (rate := _rate(t, r, figures))]


def _rate(table: TableFacts, row: ScoreRow, figures: Figures) -> Figure | None:
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


def judged_rows(
    document: Document, found: Sequence[Found], figures: Figures, *, formula: bool
) -> Iterator[Execution]:
    """Those whose mark is off. `formula`: the report prints the usual rule."""
    for table, row, rate in found:
        score, weight = figures[row.scores[0]], figures[row.weight or ""]
        due = due_of(score, weight, rate)
        if due is None:
            continue
        rounded = is_rounded(score, weight, rate, due)
        if rounded and not _too_coarse(table, score, due, figures):
            continue
        explained = _says(document, table, row.reason) or _says(document, table, row.rule)
        usual = row.fund and weight.value in USUAL and not is_generous(score, weight, rate)
        certain = (formula or usual) and not explained and not rounded
        yield Execution(score, weight, rate, due, certain)


def _too_coarse(table: TableFacts, score: Figure, due: Fraction, figures: Figures) -> bool:
    """A whole number far from what is due, in a form that gives other marks with decimals."""
    marks = [figures[s] for r in table.score_rows if not r.total for s in r.scores]
    finer = not score.numeral.decimals and any(m.numeral.decimals for m in marks)
    return finer and abs((score.value or 0) - due) > Fraction(1, 2)


def _says(document: Document, table: TableFacts, cell: tuple[int, int] | None) -> bool:
    """Whether a cell of reasons or rules holds more than a dash or 无."""
    if cell is None:
        return False
    return bool(block_text(document.blocks[table.block], cell).strip(" 　-—/无"))
