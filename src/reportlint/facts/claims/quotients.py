"""Rates that no fixed wording gave operands: found among all figures at hand.

Words, stance, distance and order rank the pairs of figures (`suitability`). Where one pair stands
out, the words mean it. Where none does, the pair that makes the printed rate is taken, if that can
hardly be chance; such a claim confirms figures and never accuses one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.asking import Asked, asked
from reportlint.facts.claims.bases import is_gap
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.candidates import bottoms_for, bottoms_near, tops_for
from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.lists import Composition
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Passage
from reportlint.facts.claims.subjects import detour
from reportlint.facts.claims.suitability import Candidate, Ground, Scored, identified, scored
from reportlint.facts.model import Claim
from reportlint.lexicon.comparing import together

SURE = 16
"""Points of a pair that words and order single out."""
_AHEAD = 10
"""Points by which the best pair has to lead where it is to be called the one that is meant."""
_FLOOR = -12
"""A pair with fewer points is no reading of the words, whatever it comes to."""
_NEAR = 1
_CROWDED = 5
"""Rates crowd near the top of the scale: a chance fit is likelier by this factor."""

_COMMON = (0, 100)
_OFTEN = Fraction(1, 5)
"""Two figures are equal, or one of them nothing, more often than chance would have it."""


def quotient_claims(
    passage: Passage, book: Book, lists: Sequence[Composition], made: Sequence[Claim]
) -> Iterator[Claim]:
    """The claims of rates, shares and completions that `made` leaves without operands."""
    known = {c.relation.result for c in made}
    for mention in passage.mentions:
        if mention.id in known or mention.row:
            continue
        question = asked(passage, mention)
        if question and (claim := _claim(passage, book, lists, made, question)):
            yield claim


def _claim(
    passage: Passage,
    book: Book,
    lists: Sequence[Composition],
    made: Sequence[Claim],
    question: Asked,
) -> Claim | None:
    ground = Ground(passage, book.scene(passage), lists, _numerators(made))
    tops = tops_for(ground, question)
    pairs = scored(ground, question, tops, bottoms_near(ground, question))
    if not pairs or not _settled(question, pairs):
        pairs = scored(ground, question, tops, bottoms_for(ground, book, question, tops))
    pairs = [p for p in pairs if p.points >= _FLOOR]
    if not pairs:
        return None
    best, sure = pairs[0], _stands_out(question, pairs)
    fitting = [p for p in pairs if _makes(question, p)]
    if best not in fitting and fitting:
        best, sure = fitting[0], False
    if not (sure and best.defined) and not (fitting and _hardly_chance(question, pairs, best)):
        return None
    certain = sure and best.defined and _beyond_doubt(passage, question, best, tops)
    return _said(passage, question, best, certain=certain)


def _settled(question: Asked, pairs: Sequence[Scored]) -> bool:
    """Whether the best pair of the paragraph is right, so that nothing need be sought beyond."""
    return pairs[0].defined and _stands_out(question, pairs) and _makes(question, pairs[0])


def _makes(question: Asked, pair: Scored) -> bool:
    """Whether the printed figures make the printed rate, each within half its last digit."""
    result, top, bottom = (m.figure for m in (question.result, pair.top.level, pair.bottom.level))
    if result.value is None or top.value is None or not bottom.value:
        return False
    computed = 100 * top.value / bottom.value
    if question.formula is not None and question.formula.growth:
        computed = abs(100 - computed)
    return abs(computed - abs(result.value)) <= _width(question, pair) / 2


def _width(question: Asked, pair: Scored) -> Fraction:
    result, top, bottom = (m.figure for m in (question.result, pair.top.level, pair.bottom.level))
    if not bottom.value or top.value is None:
        return Fraction(0)
    slope = abs(top.value / bottom.value)
    return result.place + (top.place + bottom.place * slope) * 100 / abs(bottom.value)


def _numerators(made: Sequence[Claim]) -> frozenset[str]:
    return frozenset(
        t.figure
        for c in made
        if c.kind in (RelationKind.RATIO, RelationKind.SHARE)
        for t in c.relation.terms
        if t.role in (Role.NUMERATOR, Role.PART)
    )


def _stands_out(question: Asked, pairs: Sequence[Scored]) -> bool:
    best, formula = pairs[0], question.formula
    of_money = formula is not None and not any(o.words for o in formula.numerator)
    enough = 2 * SURE if of_money else SURE
    rival = next((p for p in pairs if _values(p) != _values(best)), None)
    ahead = rival is None or best.points - rival.points >= _AHEAD
    return best.points >= enough and ahead


def _values(pair: Scored) -> tuple[Fraction | None, Fraction | None]:
    return pair.top.level.figure.value, pair.bottom.level.figure.value


def _hardly_chance(question: Asked, pairs: Sequence[Scored], best: Scored) -> bool:
    """Whether so few of the pairs tried would make the printed rate by accident."""
    tried = sum(1 for p in pairs if p.points >= best.points - _AHEAD)
    odds = _width(question, best) * tried * _CROWDED / 100
    if question.result.figure.value in _COMMON:
        odds = max(odds, _OFTEN)
    return odds <= _allowed(best.points)


def _allowed(points: int) -> Fraction:
    """The better the words suit, the more of a chance a fit may be."""
    if points >= 2 * SURE:
        return Fraction(1)
    if points >= SURE:
        return Fraction(3, 10)
    return Fraction(1, 10) if points >= 0 else Fraction(1, 100)


_ADJUSTED = re.compile(r"追加|调增|调减|调整|调剂|追减|结转|上年|核减|收回")


def _beyond_doubt(
    passage: Passage, question: Asked, best: Scored, tops: Sequence[Candidate]
) -> bool:
    """Both at hand, one of them right before the rate, and no other subject in between.

    A base may stand far off if it is the one figure of the report that goes by its name.
    """
    mention = question.result
    known = identified(question, best.bottom) and not _adjustable(passage, question, best)
    same = best.top.level.figure.value == best.bottom.level.figure.value
    near = not same and best.top.ring <= _NEAR and (best.bottom.ring <= _NEAR or known)
    last = [c.level for c in tops if c.level.index < mention.index][:1]
    touches = any(m in (best.top.level, best.bottom.level) for m in last)
    joint = together().search(passage.text[mention.start : mention.figure.start])
    clear = not joint and not is_gap(passage, best.top.level, best.bottom.level)
    return near and touches and clear and not detour(passage, mention)


def _adjustable(passage: Passage, question: Asked, best: Scored) -> bool:
    """An initial budget, or one of which the report says that it was changed."""
    stage = stage_of(best.bottom.level.indicator)
    if question.formula is None or stage in ("full", "planned"):
        return False
    return stage == "initial" or _ADJUSTED.search(passage.text) is not None


def _reading(question: Asked, pair: Scored) -> Reading:
    top, bottom, name = pair.top.level, pair.bottom.level, question.result.id
    if question.formula is not None and question.formula.growth:
        terms = term(top, Role.CURRENT), term(bottom, Role.PREVIOUS)
        return Reading(RelationKind.GROWTH, name, terms, 0 if question.formula.sign > 0 else -1)
    if question.of_whole:
        terms = term(top, Role.PART), term(bottom, Role.WHOLE)
        return Reading(RelationKind.SHARE, name, terms)
    return Reading(
        RelationKind.RATIO, name, (term(top, Role.NUMERATOR), term(bottom, Role.DENOMINATOR))
    )


def _said(passage: Passage, question: Asked, pair: Scored, *, certain: bool) -> Claim:
    mention = question.result
    formula = question.formula.id if question.formula else _FORMULAS.get(mention.act)
    measured = "占比" if question.of_whole else mention.name.text or mention.indicator.text
    reading = _reading(question, pair)
    words = words_of(mention)
    return stated(passage, [reading], words, formula=formula, measured=measured, certain=certain)


_FORMULAS = {Act.SHARE: "share", Act.COMPLETION: "completion_rate"}
