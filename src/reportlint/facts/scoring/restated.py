"""The grade of a report wherever it is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.document import block_text
from reportlint.facts.fields.sections import part_of
from reportlint.facts.grading import allowed_somewhere
from reportlint.facts.model import Facts, Figure
from reportlint.facts.scoring.finals import item_of, opening, shares_item
from reportlint.lexicon.grades import known_scales
from reportlint.lexicon.scoring import scoring_words

REACH = 40
"""So many characters before a grade tell whose it is."""


def conflicting_grades(facts: Facts) -> Iterator[tuple[Figure, Figure]]:
    """For each part with two grades for one thing, the first and the first that differs.

    A grade that its own score contradicts is a matter of that score, not of the restatement.
    """
    grades = list(_own_grades(facts))
    for index in sorted({part for part, _ in grades}):
        own = [f for part, f in grades if part == index]
        words = {_rank(f) for f in own}
        if len(words) == 2 and None not in words and _of_one(facts, own):
            yield own[0], next(f for f in own if _rank(f) != _rank(own[0]))


def _own_grades(facts: Facts) -> Iterator[tuple[int, Figure]]:
    """Grades of the report itself, each beside a score that it fits, with their part."""
    for claim in facts.claims:
        result = claim.relation.result
        if claim.kind is not RelationKind.GRADE or result is None:
            continue
        grade = facts.figures[result]
        scores = [facts.figures[t.figure] for t in claim.relation.terms if t.role is Role.ACTUAL]
        fitting = all(
            s.value is not None and allowed_somewhere(_word(grade), s.value) for s in scores
        )
        if fitting and not _of_others(facts, grade):
            yield (part_of(facts, grade.block) if facts.parts else 0), grade


def _of_others(facts: Facts, grade: Figure) -> bool:
    return scoring_words().has("others", _before(facts, grade))


def _before(facts: Facts, grade: Figure) -> str:
    text = block_text(facts.document.blocks[grade.block], grade.cell)
    return text[max(0, grade.start - REACH) : grade.start]


def _of_one(facts: Facts, grades: Sequence[Figure]) -> bool:
    ordinals = {opening(block_text(facts.document.blocks[g.block], g.cell)) for g in grades} - {""}
    items = [item_of(_before(facts, g), facts.outline.where(g.block)) for g in grades]
    reviews = {bool(scoring_words().finals["review"].search(_before(facts, g))) for g in grades}
    return (
        len(reviews) == 1
        and len(ordinals) <= 1
        and all(shares_item(a, b) for a in items for b in items)
    )


def _word(grade: Figure) -> str:
    return grade.numeral.text.strip("“”\"' ")


def _rank(grade: Figure) -> int | None:
    """Its place on the common scale, whatever the word."""
    bands = enumerate(known_scales()[0])
    return next((n for n, band in bands if _word(grade) in band.words), None)
