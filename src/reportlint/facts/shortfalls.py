"""Figures of a report that show points lost or money unspent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import regex

from reportlint.document import block_text
from reportlint.facts.model import Facts, Figure, FigureKind, Part
from reportlint.lexicon.shortfalls import shortfall_names

FULL_MARKS = Fraction(100)
WORDS = 24
"""So many characters before a figure may name it."""

_SCORE_ROW = regex.compile(r"总分|总得分|综合得分|自评得分")
_TOTAL = regex.compile(r"总分|合计|总得分|综合得分|总计|自评得分")


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure that shows something left undone.

    `kind`: score (below full marks), deduction, execution (rate below 100 %), unspent (> 0).
    """

    kind: str
    figure: Figure


def shortfalls(facts: Facts, part: Part | None = None) -> Iterator[Shortfall]:
    """The shortfalls of one report of the file (of all without `part`), in document order."""
    for figure in facts.figures.values():
        inside = part is None or part.start_block <= figure.block < part.end_block
        if not inside or figure.scope or _of_another_year(facts, figure):
            continue
        if kind := _kind(facts, figure):
            yield Shortfall(kind, figure)


def _kind(facts: Facts, figure: Figure) -> str | None:
    value = figure.value
    if value is None:
        return None
    words = named_by(facts, figure)
    names = shortfall_names()
    kind = figure.numeral.kind
    if kind is FigureKind.SCORE or figure.numeral.unit == "分" or _bare_total(figure):
        if names["deduction"].fits(words) and value > 0:
            return "deduction"
        plausible = FULL_MARKS / 2 < value < FULL_MARKS and not _of_one_row(figure)
        return "score" if plausible and names["score"].fits(words) else None
    if kind is FigureKind.PERCENT and 0 <= value < FULL_MARKS:
        return "execution" if names["execution"].fits(words) else None
    if kind is FigureKind.AMOUNT and value > 0:
        return "unspent" if names["unspent"].fits(words) else None
    return None


def _bare_total(figure: Figure) -> bool:
    """A number without a unit in the row of the total score."""
    bare = figure.cell is not None and not figure.numeral.unit and not figure.unit
    return bare and bool(_SCORE_ROW.search("".join(figure.where) + figure.indicator.text))


def _of_one_row(figure: Figure) -> bool:
    """A score in a table that is not the total."""
    in_table = figure.cell is not None
    return in_table and not _TOTAL.search("".join(figure.where) + figure.indicator.text)


def _of_another_year(facts: Facts, figure: Figure) -> bool:
    year = str(facts.year or "")
    return bool(year and figure.period and figure.period[:4].isdigit()) and not (
        figure.period.startswith(year)
    )


def named_by(facts: Facts, figure: Figure) -> str:
    """The words that name a figure: its labels in a table, its clause in prose."""
    text = block_text(facts.document.blocks[figure.block], figure.cell)
    if figure.cell is not None and not regex.search("[，。；]", text):
        return figure.indicator.text or "".join(figure.where[-2:])
    before = text[max(0, figure.start - WORDS) : figure.start]
    clause = regex.split(r"[，,。；;：:（(\s]", before.rstrip("：: "))[-1]
    return regex.sub(r"(?:仅|约|达到?|为|是|共|计)+$", "", clause) or figure.indicator.text
