"""Percentages of answers that no count of answers can give (ALGORITHMS 3.10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.arithmetic import grim
from reportlint.document import block_text
from reportlint.facts.model import Facts, Figure, FigureKind
from reportlint.facts.quantities import quantity_of
from reportlint.lexicon.surveys import survey_words

REACH = 26
"""Characters before a figure in which the words stand that say what it counts."""


@dataclass(frozen=True, slots=True)
class ImpossibleShare:
    """A percentage, and the numbers of answers of which it can be none."""

    percent: Figure
    totals: tuple[Figure, ...]


def impossible_shares(facts: Facts) -> Iterator[ImpossibleShare]:
    """Every percentage of answers that none of the paragraph's numbers of answers allows.

    Percentages that a claim already relates to a count are left to it; so are paragraphs that
    weigh or average, and numbers of answers too large for the test to tell anything.
    """
    related = {f for c in facts.claims for f in c.relation.figures}
    for block, figures in _by_block(facts).items():
        text = block_text(facts.document.blocks[block])
        if survey_words().weighted.search(text):
            continue
        totals = tuple(f for f in figures if _is_total(f, text))
        for figure in figures if totals else ():
            plain = figure.id not in related and figure.numeral.kind is FigureKind.PERCENT
            if plain and _counts_answers(figure, text) and _impossible(figure, totals):
                yield ImpossibleShare(figure, totals)


def _by_block(facts: Facts) -> dict[int, list[Figure]]:
    found: dict[int, list[Figure]] = {}
    for figure in facts.figures.values():
        if figure.cell is None:
            found.setdefault(figure.block, []).append(figure)
    return found


def _is_total(figure: Figure, text: str) -> bool:
    numeral = figure.numeral
    known = numeral.kind is FigureKind.COUNT and numeral.unit in survey_words().units
    if not known or numeral.hedge is not None or numeral.value is None or numeral.scale != 1:
        return False
    return survey_words().asked.search(_before(figure, text)) is not None


def _counts_answers(figure: Figure, text: str) -> bool:
    words = survey_words()
    before = words.counted.search(_before(figure, text)) is not None
    return before or words.followed.match(text, figure.end) is not None


def _before(figure: Figure, text: str) -> str:
    return text[max(0, figure.start - REACH) : figure.start]


def _impossible(percent: Figure, totals: Sequence[Figure]) -> bool:
    quantity = quantity_of(percent)
    counts = [int(t.value or 0) for t in totals]
    if quantity is None or percent.value is None or not 0 < percent.value < 100:
        return False
    return all(grim.worth_testing(quantity, n) and not grim.possible(quantity, n) for n in counts)
