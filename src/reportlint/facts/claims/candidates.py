"""The figures that may be operands of a rate, from its own clause outward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from reportlint.facts.claims.asking import Asked
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.scenes import Scene, about
from reportlint.facts.claims.suitability import Candidate, Ground, called_for
from reportlint.facts.model import Figure, FigureKind

_TOPS = 8
"""So many figures back the numerator is looked for."""
_NEAR = 40
_MEASURED = frozenset(
    {FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AREA, FigureKind.LENGTH, FigureKind.OTHER}
)


def tops_for(ground: Ground, asked: Asked) -> list[Candidate]:
    """Levels of the rate's own sentence or the one before; the figure in front of a bracket."""
    passage, result = ground.passage, asked.result
    each = ground.scene.each
    before = [m for m in reversed(passage.before(result.index)) if _usable(m)]
    before = [m for m in before if m.index not in each]
    found = [_candidate(ground.scene, m, result) for m in before[:_TOPS]]
    behind = [m for m in passage.after(result.index)[:_TOPS] if _usable(m)]
    same = [m for m in behind if m.sentence == result.sentence]
    near = [c for c in found if c.ring <= 2]
    if asked.of_whole or asked.completes or any(c.ring == 0 for c in near):
        return near
    return near + [_candidate(ground.scene, m, result) for m in same]


def bottoms_near(ground: Ground, asked: Asked) -> list[Candidate]:
    """Levels of the rate's own paragraph."""
    return [_candidate(ground.scene, m, asked.result) for m in _here(ground, asked)]


def bottoms_for(
    ground: Ground, book: Book, asked: Asked, tops: Sequence[Candidate]
) -> list[Candidate]:
    """Levels of the paragraph, and those of others that the words or the numerator call for."""
    known = _Known(book, asked, tops)
    here = _here(ground, asked)
    near = [_candidate(ground.scene, m, asked.result, known.only(m)) for m in here]
    return near + list(_far(book, ground.passage, asked, tops, known))


def _here(ground: Ground, asked: Asked) -> list[Mention]:
    passage, result, each = ground.passage, asked.result, ground.scene.each
    here = passage.before(result.index)[-_NEAR:]
    after = [m for m in passage.after(result.index)[:_TOPS] if m.sentence == result.sentence]
    return [m for m in (*here, *after) if _usable(m) and m.index not in each]


def _usable(mention: Mention) -> bool:
    usable = mention.is_level and mention.act is not Act.REACHED and not mention.cause
    return usable and not mention.aside and mention.kind in _MEASURED and _counts(mention)


def _counts(mention: Mention) -> bool:
    """一次验收合格率: 一次 counts nothing."""
    return bool(mention.figure.value) and mention.figure.numeral.text[:1] != "一"


def _candidate(scene: Scene, level: Mention, result: Mention, only: bool = False) -> Candidate:
    ring = _ring(level, result)
    return Candidate(level, ring, scene.words(level), scene.stance(level), only)


def _ring(level: Mention, result: Mention) -> int:
    if level.part == result.part:
        return 0
    if level.sentence == result.sentence:
        return 1
    return 2 if abs(level.sentence - result.sentence) == 1 else 3


_Quantity = tuple[tuple[frozenset[str], str], str | None, str, str, FigureKind]


class _Known:
    """The quantities of the report so far, and which of them have one value."""

    def __init__(self, book: Book, asked: Asked, tops: Sequence[Candidate]) -> None:
        self.levels = [m for m in islice(book.before(asked.result), 2 * _NEAR) if _usable(m)]
        self.by_base = bool(asked.base)
        self.items = {item_of(t.level.indicator) for t in tops[:2]}
        self.told = {about(t.level) for t in tops[:2]} - {frozenset()}
        self.values: dict[_Quantity, set[Fraction | None]] = {}
        for level in self.levels:
            self.values.setdefault(_quantity(level), set()).add(level.figure.value)

    def only(self, level: Mention) -> bool:
        """Whether a level is of the rate's item, and the one value its quantity has."""
        alike = item_of(level.indicator) in self.items or about(level) in self.told
        of_item = self.by_base or alike
        return of_item and len(self.values.get(_quantity(level), ())) == 1


def _quantity(level: Mention) -> _Quantity:
    item, stage = item_of(level.indicator), stage_of(level.indicator)
    return item, stage, level.figure.period[:4], level.figure.scope, level.kind


def _far(
    book: Book, passage: Passage, asked: Asked, tops: Sequence[Candidate], known: _Known
) -> Iterator[Candidate]:
    """Figures of other paragraphs and tables named like the numerator or like the base."""
    if not tops:
        return
    wanted = frozenset[str]().union(*(about(t.level) for t in tops[:2]))
    for level in known.levels:
        other = book.passage_of(level)
        if other is passage:
            continue
        scene = book.scene(other)
        ring = 4 if other.where == passage.where else 5
        words, stance = scene.words(level), scene.stance(level)
        found = Candidate(level, ring, words, stance, known.only(level))
        if about(level) & wanted or called_for(asked, found):
            yield found
    for cell in book.cells_like(tops[0].level):
        yield Candidate(_of_table(cell), 5, cell.indicator.text, None)


def _of_table(cell: Figure) -> Mention:
    return Mention(-1, cell, Act.LEVEL, cell.indicator, -9, -9, 0, 0)
