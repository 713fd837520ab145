"""The operands of a named rate: which levels are its numerator and its denominators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import FigureKind, Indicator
from reportlint.lexicon.formulas import Formula, Operand


@dataclass(frozen=True, slots=True)
class Pair:
    """A numerator with the denominators of its item, those meant first standing first."""

    numerator: Mention
    denominators: tuple[Mention, ...]


def find_pair(
    passage: Passage, book: Book, mention: Mention, formula: Formula, scope: Indicator
) -> Pair | None:
    """The operands: of the rate's own part, then its sentence, then the sentences before it."""
    own = _own(passage, mention, formula)
    for near in _ranges(passage, mention):
        pairs = [p for p in _pairs(near, mention, formula, scope) if _touches(p, own)]
        if pairs:
            return _choose(pairs, near)
    far = _far(book, passage, mention, formula, scope)
    return far if far and _touches(far, own) else None


def _own(passage: Passage, mention: Mention, formula: Formula) -> list[Mention]:
    """The levels of the rate's own part; where it is one of money, those of money."""
    of_money = not any(o.words for o in formula.numerator)
    return [
        m
        for m in passage.before(mention.index)
        if m.part == mention.part and m.is_level and (m.kind is FigureKind.AMOUNT or not of_money)
    ]


def _touches(pair: Pair, own: Sequence[Mention]) -> bool:
    """A rate beside figures of its own is no rate of two figures before the ；."""
    return not own or any(m in own for m in (pair.numerator, *pair.denominators))


def _ranges(passage: Passage, mention: Mention) -> Iterator[list[Mention]]:
    before = [m for m in passage.before(mention.index) if _speaks(m, mention)]
    yield [m for m in before if m.part == mention.part]
    yield [m for m in before if m.sentence == mention.sentence]
    yield [m for m in before if mention.sentence - m.sentence <= 1]
    yield before
    after = [m for m in passage.after(mention.index) if _speaks(m, mention)]
    yield before + [m for m in after if m.sentence == mention.sentence]


def _speaks(level: Mention, mention: Mention) -> bool:
    same_bracket = level.group in (0, mention.group)
    return level.is_level and not level.cause and same_bracket and not names_occasion(level)


def names_occasion(level: Mention) -> bool:
    """一次 in 一次验收合格率 counts nothing."""
    return level.kind is FigureKind.COUNT and level.figure.numeral.text[:1] == "一"


def _pairs(
    levels: Sequence[Mention], mention: Mention, formula: Formula, scope: Indicator
) -> list[Pair]:
    tops = [m for m in levels if _fits(m, formula.numerator)]
    one_item = _one_item(levels, mention)
    found = []
    for top in tops:
        if _scoped(top, mention, scope):
            bottoms = _ranked(levels, formula.denominator, top, one_item)
            if bottoms:
                found.append(Pair(top, bottoms))
    best = min((rank(p.numerator, formula.numerator) for p in found), default=0)
    return [p for p in found if rank(p.numerator, formula.numerator) == best]


def _one_item(levels: Sequence[Mention], mention: Mention) -> bool:
    """Whether the rate's part speaks of one item only, however its figures are named."""
    if any(m.part != mention.part or m.opens for m in levels):
        return False
    named = {item_of(m.indicator) for m in levels} - {(frozenset(), "")}
    return len(named) <= 1


def _scoped(top: Mention, mention: Mention, scope: Indicator) -> bool:
    if top.figure.scope != mention.figure.scope:
        return False
    nature, rest = item_of(scope)
    if not nature and not rest:
        return top.figure.period == mention.figure.period
    own_nature, own_rest = item_of(top.indicator)
    named = nature <= own_nature and (not rest or rest == own_rest or own_rest.endswith(rest))
    return named and top.figure.period == mention.figure.period


def _fits(mention: Mention, operands: Sequence[Operand]) -> bool:
    return rank(mention, operands) < len(operands)


def rank(mention: Mention, operands: Sequence[Operand]) -> int:
    """The first of the operand's readings that a level answers to; their number if none."""
    indicator, words = mention.indicator, mention.indicator.text + mention.name.text
    for place, operand in enumerate(operands):
        if (
            operand.needs <= indicator.facets
            and not operand.forbids & indicator.facets
            and all(_said(w, words) for w in operand.words)
        ):
            return place
    return len(operands)


def _said(word: str, words: str) -> bool:
    """Whether words hold a word that no 不 or 未 before it turns into its contrary."""
    at = words.find(word)
    while at >= 0:
        if not at or words[at - 1] not in "不未非无":
            return True
        at = words.find(word, at + 1)
    return False


def _ranked(
    levels: Sequence[Mention], operands: Sequence[Operand], top: Mention, one_item: bool = False
) -> tuple[Mention, ...]:
    """The nearest level of each reading, of the numerator's item and dimension."""
    found: list[Mention] = []
    for place in range(len(operands)):
        fitting = [
            m
            for m in levels
            if m is not top
            and m.comparable(top)
            and m.figure.scope == top.figure.scope
            and rank(m, operands) == place
            and (one_item or operands[place].words or _same_item(m, top))
            and _in_order(m, operands[place], top)
            and _unrivalled(m, operands[place], top, levels)
        ]
        if fitting:
            found.append(min(fitting, key=lambda m: abs(m.index - top.index)))
    return tuple(found)


def _in_order(bottom: Mention, operand: Operand, top: Mention) -> bool:
    """专项资金450万元 before what was spent is a base; 中央资金 among the spending is none."""
    loose = bool(operand.words and operand.forbids)
    return not loose or (bottom.index < top.index and not bottom.opens)


def _unrivalled(bottom: Mention, operand: Operand, top: Mention, levels: Sequence[Mention]) -> bool:
    """县级安排500万元，市级补助200万元，支出665万元: neither of the two is the base alone."""
    if bottom.total or not (operand.words and operand.forbids):
        return True
    others = [m for m in levels if m.comparable(top) and m.part == bottom.part]
    rivals = [m for m in others if m not in (bottom, top) and m.index < top.index]
    return not any(
        m.act is Act.LEVEL
        and not m.total
        and m.figure.period == top.figure.period
        and stage_of(m.indicator) not in ("executed", "final")
        for m in rivals
    )


def _same_item(a: Mention, b: Mention) -> bool:
    """Of one item, or one of them not named at all (预算100万元，A项目支出98万元 is no pair)."""
    if a.figure.period != b.figure.period:
        return False
    (one, rest), (two, other) = item_of(a.indicator), item_of(b.indicator)
    return one == two and rest == other


def _choose(pairs: list[Pair], levels: Sequence[Mention]) -> Pair:
    """The pair of the whole where a list of parts stands between, else the nearest."""
    whole = [p for p in pairs if not _listed(p.numerator, levels)]
    return (whole or pairs)[-1]


def _listed(mention: Mention, levels: Sequence[Mention]) -> bool:
    """Whether the level is an item of a list of parts (其中) rather than its head."""
    for other in levels:
        if other.opens and other.sentence == mention.sentence and other.index <= mention.index:
            return other.part == mention.part or bool(item_of(mention.indicator)[0])
    return False


def _far(
    book: Book, passage: Passage, mention: Mention, formula: Formula, scope: Indicator
) -> Pair | None:
    """Operands of earlier paragraphs: only for the whole unit's rate, and only if unmistakable."""
    period = mention.figure.period
    if item_of(scope) != (frozenset(), ""):
        return None
    near = [m for m in book.before(mention) if m.figure.period == period]
    levels = [m for m in near if m.figure.scope == mention.figure.scope]
    whole = [m for m in levels if item_of(m.indicator) == (frozenset(), "") and not m.group]
    tops = [m for m in whole if rank(m, formula.numerator[:2]) < 2]
    if not tops or len({m.figure.value for m in tops}) > 1:
        return None
    bottoms = _ranked(whole[::-1], formula.denominator, tops[0])
    if not bottoms or any(_other_value(b, whole) for b in bottoms[:1]):
        return None
    return Pair(tops[0], bottoms)


def _other_value(mention: Mention, levels: Sequence[Mention]) -> bool:
    stage = stage_of(mention.indicator)
    same = [m for m in levels if stage_of(m.indicator) == stage and m.comparable(mention)]
    return len({m.figure.value for m in same}) > 1
