"""What is left or lacking between two figures, and stocks carried from opening to closing.

Whatever the figures are called: a difference that one slip of the pen keeps from being that of
the only two figures before it is one, and wrong; any other mismatch proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role, Term
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.slips import ANY, mended
from reportlint.facts.model import Claim, Figure, FigureKind
from reportlint.lexicon.remainders import remainder_words

_CUT = re.compile(r"[，,；;：:。（()）\n]")
_LEVELS = frozenset({Act.LEVEL, Act.REACHED, Act.BASE, Act.FROM})
_RESULTS = frozenset({Act.LEVEL, Act.CHANGE, Act.DIFFERENCE})
_PLAIN = frozenset({FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AREA, FigureKind.LENGTH})


def remainder_claims(passage: Passage, known: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each difference or closing balance that nothing in `known` makes."""
    made = {c.relation.result for c in known if c.certain}
    tied = {frozenset(c.relation.figures) for c in known}
    for result in passage.mentions:
        if result.kind not in _PLAIN or result.act not in _RESULTS or result.id in made:
            continue
        if result.act is Act.CHANGE and result.base is not None:
            continue
        claim = _balance(passage, result) or _difference(passage, result)
        if claim and (claim.certain or frozenset(claim.relation.figures) not in tied):
            yield claim


def _before(passage: Passage, result: Mention) -> list[Mention]:
    """The levels of the sentence before a figure that it can be made of."""
    return [
        m
        for m in passage.before(result.index)
        if m.sentence == result.sentence
        and m.act in _LEVELS
        and m.comparable(result)
        and not (m.aside or m.cause)
        and m.group in (0, result.group)
        and m.figure.value is not None
        and m.figure.numeral.hedge is None
    ]


def _clause(passage: Passage, mention: Mention) -> str:
    return _CUT.split(passage.text[mention.start : mention.figure.start])[-1]


def _holds(result: Figure, parts: Sequence[Figure], signs: Sequence[int]) -> bool:
    total = sum((s * _value(p) for s, p in zip(signs, parts, strict=True)), Fraction(0))
    slack = sum((f.place for f in (result, *parts)), Fraction(0)) / 2
    return abs(total - _value(result)) <= slack


def _value(figure: Figure) -> Fraction:
    return figure.value or Fraction(0)


def _difference(passage: Passage, result: Mention) -> Claim | None:
    """合同总价276万元，已支付220.8万元，尚未支付55.2万元."""
    words = _clause(passage, result)
    levels = _before(passage, result)
    found = remainder_words().remainder.search(words)
    if found is None or len(levels) != 2 or len({m.figure.scope for m in levels}) > 1:
        return None
    larger, smaller = sorted(levels, key=lambda m: -_value(m.figure))
    figures = [larger.figure, smaller.figure]
    fits = _holds(result.figure, figures, (1, -1))
    near = fits or any(mended(result.figure, figures, (1, -1), ANY))
    if not near or (result.direction and not fits and _value(result.figure) == 0):
        return None
    plain = _undisturbed(passage, levels[0], result) and levels[-1].index == result.index - 1
    terms = (term(larger, Role.MINUEND), term(smaller, Role.SUBTRAHEND))
    reading = Reading(RelationKind.DIFFERENCE, result.id, terms, 0)
    return stated(
        passage, [reading], words_of(*levels, result), measured=found["word"], certain=plain
    )


def _undisturbed(passage: Passage, first: Mention, result: Mention) -> bool:
    between = passage.text[first.start : result.figure.start]
    return remainder_words().disturbing.search(between) is None


def _balance(passage: Passage, result: Mention) -> Claim | None:
    """年初38.6亿元，新增5.2亿元，偿还2.4亿元，年末41.4亿元."""
    words = remainder_words()
    levels = _before(passage, result)
    clauses = [_clause(passage, m) for m in levels]
    starts = [n for n, clause in enumerate(clauses) if words.opening.search(clause)]
    if not starts or not words.closing.search(_clause(passage, result)):
        return None
    first = starts[-1]
    flows, told = levels[first + 1 :], clauses[first + 1 :]
    signs = [_sign(clause) for clause in told]
    if not flows or 0 in signs or len(set(signs)) == 1 == len(flows):
        return None
    figures = [levels[first].figure, *(m.figure for m in flows)]
    fits = _holds(result.figure, figures, (1, *signs))
    if not fits and not any(mended(result.figure, figures, (1, *signs), ANY)):
        return None
    terms = [
        Term(m.id, Role.ADDEND, sign)
        for m, sign in zip((levels[first], *flows), (1, *signs), strict=True)
    ]
    reading = Reading(RelationKind.SUM, result.id, tuple(terms))
    return stated(passage, [reading], words_of(levels[first], *flows, result), measured="余额")


def _sign(clause: str) -> int:
    """Whether the words of a flow let it in or out; the last word counts; 0 where none does."""
    words = remainder_words()
    found = [(m.end(), 1) for m in words.inflow.finditer(clause)]
    found += [(m.end(), -1) for m in words.outflow.finditer(clause)]
    return max(found, default=(0, 0))[1]
