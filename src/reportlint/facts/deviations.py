"""Rows of forms that fall short (or far exceed) and leave the column of reasons empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import regex

from reportlint.document import Cell, Table
from reportlint.facts.emptiness import Emptiness, judge
from reportlint.facts.model import Facts, Figure, ScoreRow, Span, TableFacts
from reportlint.facts.passages import passages
from reportlint.facts.scoring.completion import Completion, completions
from reportlint.lexicon.reasons import far_ratio, reason_words

NEARLY = Fraction(98, 100)
NAME = 4
"""A name so long is looked for in the prose."""
# Less than a ceiling is no excess; a share is bounded anyway.
_CEILING = regex.compile(r"[≤≦<＜%％]|不超|不高|不大|不多|以内|以下|低于|少于|小于|至多|最多")
_EMPTY = frozenset({Emptiness.BLANK, Emptiness.SYMBOL, Emptiness.NONE})


class Kind(StrEnum):
    """What calls for a reason."""

    DEDUCTED = "deducted"
    MISSED = "missed"
    EXCEEDED = "exceeded"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A row without a reason. `at` is the empty cell's content or, where blank, the row's label.

    `figures` are score and weight; `completion` the numbers of target and result, if they compare.
    """

    kind: Kind
    row: ScoreRow
    at: Span
    said: str
    figures: tuple[Figure, ...]
    completion: Completion | None


def unexplained(facts: Facts) -> Iterator[Deviation]:
    """Every such row, from top to bottom, unless the form or the text explains it elsewhere."""
    for table in facts.tables:
        block = facts.document.blocks[table.block]
        if not isinstance(block, Table) or _explained_below(block):
            continue
        done = {c.row.row: c for c in completions(facts.document, table, facts.figures)}
        for row in table.score_rows:
            found = _deviation(facts, table, block, row, done.get(row.row))
            if found and not _explained_in_prose(facts, row):
                yield found


def _deviation(
    facts: Facts, table: TableFacts, block: Table, row: ScoreRow, done: Completion | None
) -> Deviation | None:
    if row.reason is None or row.total or row.fund or not _asks(table, block, row.reason):
        return None
    text = block.rows[row.reason[0]][row.reason[1]].text
    if judge(text).state not in _EMPTY and text.strip() not in ("0", "0.0"):
        return None
    figures = _figures(facts, row)
    if (kind := _kind(row, figures, done)) is None:
        return None
    at = _place(table, block, row, text)
    return Deviation(kind, row, at, text.strip(), figures, done)


def _asks(table: TableFacts, block: Table, cell: tuple[int, int]) -> bool:
    """Whether the column is one of reasons, not of remarks."""
    header = "".join(table.column_labels[cell[1]]) if cell[1] < len(table.column_labels) else ""
    above = "".join(block.rows[r][cell[1]].text for r in range(cell[0]))
    return bool(reason_words("asked").search(regex.sub(r"\s", "", header + above)))


def _figures(facts: Facts, row: ScoreRow) -> tuple[Figure, ...]:
    if row.weight is None or len(row.scores) != 1:
        return ()
    return (facts.figures[row.scores[0]], facts.figures[row.weight])


def _kind(row: ScoreRow, figures: tuple[Figure, ...], done: Completion | None) -> Kind | None:
    judged = row.target or row.actual or row.rule
    if judged and figures:
        score, weight = (f.value for f in figures)
        if score is not None and weight is not None and score < weight:
            return Kind.DEDUCTED
    if done is None:
        return None
    if done.ratio < (1 if done.signed else NEARLY):
        return Kind.MISSED
    far = done.ratio > far_ratio() and not _CEILING.search(done.target)
    return Kind.EXCEEDED if far else None


def _place(table: TableFacts, block: Table, row: ScoreRow, text: str) -> Span:
    if text.strip() and row.reason:
        lead = len(text) - len(text.lstrip())
        return Span(table.block, lead, len(text.rstrip()), row.reason)
    label = _label(block, row)
    return Span(table.block, 0, len(label.text), (label.row, label.column))


def _label(block: Table, row: ScoreRow) -> Cell:
    """The cell that names the row: the last label before its numbers."""
    cells = [c for c in block.rows[row.row] if c.text.strip()]
    named = [c for c in cells if regex.sub(r"\s", "", c.text) == regex.sub(r"\s", "", row.name)]
    return (named or cells)[0]


def _explained_below(block: Table) -> bool:
    """Whether the form has a row of its own for the reasons, and something stands in it."""
    for cells in block.rows:
        row = list({(c.row, c.column): c for c in cells}.values())
        said = [c for c in row if c.text.strip()]
        if len(row) <= 2 and len(said) == 2 and reason_words("asked").search(said[0].text):
            return judge(said[1].text).state is Emptiness.SAID
    return False


def _explained_in_prose(facts: Facts, row: ScoreRow) -> bool:
    name = regex.sub(r"\s|[（(].*?[）)]", "", row.name)
    if len(name) < NAME:
        return False
    cause = reason_words("cause", "circumstance")
    return any(
        name in regex.sub(r"\s", "", p.text) and cause.search(p.text)
        for p in passages(facts.document)
        if p.cell is None
    )
