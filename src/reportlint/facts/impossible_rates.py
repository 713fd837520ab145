"""Rates that no part of a whole can have: a satisfaction of 102 %, an execution below zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from reportlint.document import Table, block_text
from reportlint.facts.model import Facts, Figure, FigureKind, TableFacts
from reportlint.lexicon.bounded_rates import BoundedRate, bounded_rates, explanation

REACH = 24
"""Characters before a figure in which its name stands."""

_VALUE = regex.compile(
    r"(?:指标|目标|完成|实际|实现|年度|全年|计划|本年|数)*值$|完成情况$|实际完成$"
)
_MARKS = regex.compile(r"[（(](?:单位[:：])?[%％][)）]$")


@dataclass(frozen=True, slots=True)
class ImpossibleRate:
    """A figure outside the range of the rate that its words name."""

    figure: Figure
    bound: BoundedRate


def impossible_rates(facts: Facts) -> Iterator[ImpossibleRate]:
    """Every percentage outside the range of its kind of rate, in document order.

    A figure already found wrong by recomputation is left to that. A rate that is merely odd above
    its range is let pass where its passage explains it.
    """
    tables = {t.block: t for t in facts.tables}
    known = {d.suspects[0] for d in facts.diagnoses if d.suspects}
    for figure in facts.figures.values():
        if figure.numeral.kind is not FigureKind.PERCENT or figure.value is None:
            continue
        if figure.numeral.hedge is not None or figure.id in known:
            continue
        bound = _bound(facts, figure, tables)
        if bound is None or bound.low <= figure.value <= bound.high:
            continue
        if bound.severity == "error" or not _explained(facts, figure):
            yield ImpossibleRate(figure, bound)


def _bound(facts: Facts, figure: Figure, tables: Mapping[int, TableFacts]) -> BoundedRate | None:
    texts = _names(facts, figure, tables)
    return next((b for b in bounded_rates() if any(b.names(t) for t in texts)), None)


def _names(facts: Facts, figure: Figure, tables: Mapping[int, TableFacts]) -> list[str]:
    """The words that may name a figure: those before it, or the labels of its cell."""
    if figure.cell is None or figure.start > 0:
        text = block_text(facts.document.blocks[figure.block], figure.cell)
        before = regex.split(r"[，。；;、\n（(]", text[: figure.start])[-1]
        return [before[-REACH:]]
    table = tables.get(figure.block)
    if table is None:
        return []
    row, column = figure.cell
    labels = table.row_labels[row] if row < len(table.row_labels) else ()
    heads = table.column_labels[column] if column < len(table.column_labels) else ()
    head = _MARKS.sub("", heads[-1]) if heads else ""
    label = _MARKS.sub("", labels[-1]) if labels else ""
    return [label] if _VALUE.search(head) else [head]


def _explained(facts: Facts, figure: Figure) -> bool:
    """Whether the passage gives a reason: its paragraph and the next, or its row."""
    found = explanation()
    block = facts.document.blocks[figure.block]
    if isinstance(block, Table) and figure.cell is not None:
        row = figure.cell[0]
        own = (c.text for c in block.cells() if c.row <= row < c.row + c.row_span)
        return any(found.search(text) for text in own)
    texts = (block_text(b) for b in facts.document.blocks[figure.block : figure.block + 2])
    return any(found.search(text) for text in texts)
