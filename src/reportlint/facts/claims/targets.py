"""A standard that is printed first and only named later: 目标≥80%，实际78%，未达到目标."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.making import Reading, stated, term
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim, FigureKind, Hedge
from reportlint.lexicon.orders import order_words

_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})
_OF_WORDS = frozenset({Act.LEVEL, Act.RATE, Act.REACHED, Act.SHARE, Act.COMPLETION})
_STANDARD = re.compile(
    r"目标|计划|任务|标准|要求|控制|限价|限额|预警|警戒|上限|下限|概算|编制|规定|预算"
)
_HALF = 2


def target_claims(passage: Passage) -> Iterator[Claim]:
    """An order for each comparison with a standard whose figure stands before."""
    for match in order_words().unprinted.finditer(passage.text):
        pair = _pair(passage, match)
        if pair is None or _is_the_standard(passage, match, pair[1]):
            continue
        subject, standard = pair
        direction = order_words().direction[match["word"]]
        terms = (term(subject, Role.CURRENT), term(standard, Role.PREVIOUS))
        reading = Reading(RelationKind.ORDER, None, terms, direction)
        span = (min(subject.start, match.start()), match.end())
        sure = match["word"] not in order_words().better and _alone(passage, subject, standard)
        yield stated(passage, [reading], span, measured=match[0], certain=sure)


def _pair(passage: Passage, match: re.Match[str]) -> tuple[Mention, Mention] | None:
    """What is spoken of, and the standard: the last of each before the words."""
    part = passage.layout.part(match.start())
    before = [m for m in passage.until(match.start()) if m.part == part and m.act in _OF_WORDS]
    standards = [m for m in before if _is_standard(passage, m)]
    if not standards:
        return None
    standard = standards[-1]
    others = [m for m in before if m.comparable(standard) and not _is_standard(passage, m)]
    near = [m for m in others if m.group in (0, standard.group) and not m.cause]
    return (near[-1], standard) if near else None


def _is_standard(passage: Passage, mention: Mention) -> bool:
    if mention.figure.value is None or mention.kind is FigureKind.POINTS:
        return False
    words = re.split(r"[，,；;：:。（(]", passage.text[mention.start : mention.figure.start])[-1]
    bounded = mention.figure.numeral.hedge in _BOUNDS
    return bounded or (_STANDARD.search(words) is not None and "完成" not in words)


def _is_the_standard(passage: Passage, match: re.Match[str], standard: Mention) -> bool:
    """Whether the figure right behind the words is the standard itself: 超过目标120场."""
    following = passage.after(standard.index)
    behind = [m for m in following if 0 <= m.figure.start - match.end() <= 1]
    return any(m.comparable(standard) and _size(m) * _HALF >= _size(standard) for m in behind)


def _size(mention: Mention) -> Fraction:
    return abs(mention.figure.value or Fraction(0))


def _alone(passage: Passage, subject: Mention, standard: Mention) -> bool:
    """Whether the two are all that the part could be comparing."""
    first = min(subject.index, standard.index)
    around = (*passage.before(first), *passage.after(first))
    rivals = [m for m in around if m.part == subject.part and m.comparable(standard)]
    return len(rivals) == 1
