"""Arithmetic written out: 48÷50×100%=96%, 589.2+30.8=620."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.arithmetic.model import RelationKind, Role, Term
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Mention, Passage
from reportlint.facts.claims.wording import RATES
from reportlint.facts.model import Claim, FigureKind

_NAME = r"[^，。；：=＝+＋÷/／×*\d]{0,20}"
_DIVIDED = re.compile(rf"\s*[÷/／]{_NAME}")
_HUNDRED = re.compile(r"\s*[×*xX]\s*")
_EQUALS = re.compile(rf"\s*[=＝]{_NAME}")
_PLUS = re.compile(rf"\s*[+＋]{_NAME}")


def expression_claims(passage: Passage) -> Iterator[Claim]:
    """Quotients and sums that are printed as formulas."""
    mentions = passage.mentions
    for index in range(1, len(mentions)):
        if _gap(passage, index, _DIVIDED):
            claim = _quotient(passage, mentions[index - 1], mentions[index])
        elif _gap(passage, index, _PLUS) and not _gap(passage, index - 1, _PLUS):
            claim = _sum(passage, index - 1)
        else:
            continue
        if claim:
            yield claim


def _gap(passage: Passage, index: int, pattern: re.Pattern[str]) -> bool:
    """Whether the words between a figure and the one before it are an operator (and a name)."""
    if not 0 < index < len(passage.mentions):
        return False
    start = passage.mentions[index - 1].figure.end
    words = passage.text[start : passage.mentions[index].figure.start]
    return pattern.fullmatch(words) is not None


def _quotient(passage: Passage, top: Mention, bottom: Mention) -> Claim | None:
    result = _result(passage, bottom) or _heading(passage, top)
    if result is None:
        return None
    if result.kind in RATES and top.comparable(bottom):
        kind, roles = RelationKind.RATIO, (Role.NUMERATOR, Role.DENOMINATOR)
    elif result.kind is FigureKind.AMOUNT and bottom.kind is FigureKind.COUNT:
        kind, roles = RelationKind.AVERAGE, (Role.TOTAL, Role.FACTOR)
    else:
        return None
    terms = (term(top, roles[0]), term(bottom, roles[1]))
    return stated(passage, [Reading(kind, result.id, terms)], words_of(result, top, bottom))


def _result(passage: Passage, last: Mention) -> Mention | None:
    """What stands after the equals sign, ×100% left out."""
    index = last.index + 1
    if _gap(passage, index, _HUNDRED):
        index += 1
    return passage.mentions[index] if _gap(passage, index, _EQUALS) else None


def _heading(passage: Passage, top: Mention) -> Mention | None:
    """执行率95%（95÷100）: the figure before the bracket of the formula."""
    if not top.group or not top.index:
        return None
    before = passage.mentions[top.index - 1]
    start = passage.layout.groups[top.group - 1][0]
    gap = passage.text[before.figure.end : start]
    return before if re.fullmatch(r"\s*[（(]", gap) else None


def _sum(passage: Passage, first: int) -> Claim | None:
    last = first + 1
    while _gap(passage, last + 1, _PLUS):
        last += 1
    parts = passage.mentions[first : last + 1]
    result = _result(passage, parts[-1])
    if result is None and _gap(passage, first, _EQUALS):
        result = passage.mentions[first - 1]
    if result is None or not all(m.comparable(result) for m in parts):
        return None
    terms = tuple(Term(m.id, Role.ADDEND) for m in parts)
    reading = Reading(RelationKind.SUM, result.id, terms)
    return stated(passage, [reading], words_of(result, *parts))
