"""How far the result of a quantitative indicator meets its target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

import regex

from reportlint.document import Document, Table, block_text
from reportlint.facts.model import Figure, FigureKind, Hedge, Numeral, ScoreRow, TableFacts
from reportlint.facts.numerals.cells import read_cell
from reportlint.lexicon.scoring import scoring_words

_LESS = frozenset(["≤", "＜", "<", "≦", "<=", "反向", "负向", "反向指标", "小于等于", "小于"])
_SIGN = regex.compile(r"^[=＝]")
_UPWARD = frozenset({Hedge.AT_LEAST, Hedge.GREATER, Hedge.OVER})
_DOWNWARD = frozenset({Hedge.AT_MOST, Hedge.LESS})
_ACTUAL = frozenset({None, Hedge.ABOUT})


@dataclass(frozen=True, slots=True)
class Completion:
    """A scored row with its numbers. `ratio` is done ÷ target, inverted where less is better.

    `cells` are the texts of target and result. A plain target may be meant either way where
    `signed` is false.
    """

    row: ScoreRow
    table: TableFacts
    score: Figure
    weight: Figure
    ratio: Fraction
    signed: bool
    target: str
    actual: str
    reason: str

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.ratio >= 1

    @property
    def full(self) -> bool:
        """Whether full marks were given."""
        return self.score.value == self.weight.value


def completions(
    document: Document, table: TableFacts, figures: Mapping[str, Figure]
) -> Iterator[Completion]:
    """The rows of a table whose target and result are numbers of one kind."""
    for row in table.score_rows:
        if row.total or not row.weight or len(row.scores) != 1:
            continue
        if row.target is None or row.actual is None or row.target == row.actual:
            continue
        target = block_text(document.blocks[table.block], row.target).strip()
        actual = block_text(document.blocks[table.block], row.actual).strip()
        score, weight = figures[row.scores[0]], figures[row.weight]
        found = None if _inverse(document, table, row) else _ratio(target, actual)
        if found is None or not score.value or not weight.value or score.value > weight.value:
            continue
        ratio, signed = found
        if not signed and scoring_words().has("lower_better", row.words + target):
            continue
        reason = block_text(document.blocks[table.block], row.reason) if row.reason else ""
        yield Completion(
            row, table, score, weight, ratio, signed, target, actual, reason.strip(" 　-—/无")
        )


def _inverse(document: Document, table: TableFacts, row: ScoreRow) -> bool:
    """Whether a cell of the row says that less is better: ≤ in a column of its own."""
    block = document.blocks[table.block]
    cells = block.rows[row.row] if isinstance(block, Table) else ()
    return any(cell.text.strip() in _LESS for cell in cells)


def number_in(text: str) -> Numeral | None:
    """The number that fills a cell, bounds included; None for words, dates and periods."""
    return _number(text.strip())


def _ratio(target: str, actual: str) -> tuple[Fraction, bool] | None:
    """Done ÷ target and whether a sign fixes the direction; None where they do not compare."""
    plan, done = _number(target), _number(actual)
    if plan is None or done is None or done.hedge not in _ACTUAL or not _alike(plan, done):
        return None
    bare = bool(plan.unit) is not bool(done.unit)
    a, b = _value(plan, bare=bare), _value(done, bare=bare)
    if not a or not b:
        return None
    if plan.hedge in _DOWNWARD:
        return a / b, True
    if plan.hedge in _UPWARD:
        return b / a, True
    if plan.hedge is not None or _SIGN.match(target):
        return None
    return b / a, False


def _number(text: str) -> Numeral | None:
    found = read_cell(text) if text and len(text) <= _LONGEST else None
    if found is None or found.kind in (FigureKind.DATE, FigureKind.PERIOD):
        return None
    whole = text[found.start : found.end].strip() == text.strip(" 。.")
    return found if whole else None


_LONGEST = 20


def _value(numeral: Numeral, *, bare: bool) -> Fraction | None:
    """In base units; as printed where only one of the two numbers has a unit."""
    if numeral.value is None:
        return None
    return numeral.value if bare else numeral.value * numeral.scale


def _alike(a: Numeral, b: Numeral) -> bool:
    """One unit, or one of the two without any."""
    return a.unit == b.unit or (a.kind is b.kind and a.scale != b.scale) or not (a.unit and b.unit)
