"""Totals that stand after their parts: A万元；B万元；共计C万元, 以上三项合计C万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.bases import is_deduction, is_full_mark
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.completeness import adds_up, number, one_slip
from reportlint.facts.claims.context import stage_of
from reportlint.facts.claims.lists import Composition
from reportlint.facts.claims.making import Reading, addends, stated, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim, FigureKind
from reportlint.lexicon.cues import any_of, splits

_TOTAL_NAME = re.compile(r"^总|总[额计数]|合计|共计|总(?:收入|支出|投资|分|得分)")
_RUNNING = re.compile(r"累计")
_FEW = 10
_WINDOW = 40
_FARTHEST = Fraction(1, 3)
_DONE = frozenset({"final", "executed"})
_PLANNED = frozenset({"initial", "full", "budget"})
_SUMMED = frozenset({FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AREA, FigureKind.LENGTH})


def closing_claims(passage: Passage, lists: Sequence[Composition], book: Book) -> Iterator[Claim]:
    """A claim for each total that its parts stand before."""
    used = {m.index for c in lists for m in (c.head, *c.items)}
    for total in passage.mentions:
        if total.act is not Act.LEVEL or total.group or total.index in used:
            continue
        if total.total or _TOTAL_NAME.search(total.name.text):
            here = list(_closed_by(passage, total, used))
            yield from here or _summed_up(passage, total, book)
            yield from _points_behind(passage, total)


def _closed_by(passage: Passage, total: Mention, used: set[int]) -> Iterator[Claim]:
    parts = _adding(total, _smaller(total, _before(passage, total)))
    if parts and _goes_on(passage, parts[0]):
        parts = _with_what_went_before(passage, total, parts)
    if len(parts) < 2:
        return
    adds = adds_up(total, parts)
    rest = re.search(any_of("residual", "left_over"), _clause(passage, total)) is not None
    free = not rest and not any(m.index in used for m in parts)
    if adds or (free and _ranked(passage, parts, total) and not _of_some(total, parts)):
        yield _closed(passage, total, parts, adds or total.kind is not FigureKind.SCORE)
    elif free and not _of_some(total, parts) and one_slip(total, parts):
        yield _suspected(passage, total, parts)


def _smaller(total: Mention, parts: list[Mention]) -> list[Mention]:
    """The parts after the last that is larger than the total: that was a whole of its own."""
    whole = total.figure.value or Fraction(0)
    larger = [n for n, m in enumerate(parts) if (m.figure.value or Fraction(0)) > whole]
    last = larger[-1] + 1 if larger else 0
    return parts[last:] if len(parts) - last > 1 else parts


def _ranked(passage: Passage, parts: Sequence[Mention], total: Mention) -> bool:
    """Whether the parts are all that the total sums up, whatever their sum."""
    if _makes_up(parts, total) or (total.total and _one_rank(parts)):
        return True
    if not _near(total, parts) or _RUNNING.search(_words(passage, total)):
        return False
    if _composes(passage, parts, total) or said_number(passage, total) == len(parts):
        return True
    if not _at_once(passage, parts, total):
        return False
    return _sums_up(passage, total, parts) and (_of_a_row(parts) or _alike(parts))


def _sums_up(passage: Passage, total: Mention, parts: Sequence[Mention]) -> bool:
    """合计, or 合计清淤 where every part is one of 清淤."""
    if total.total:
        return True
    found = re.match(rf"(?:[各两三四五六]?\S)?{any_of('totals')}(?P<noun>.*)$", total.name.text)
    return found is not None and all(found["noun"] in m.name.text for m in parts)


def _words(passage: Passage, mention: Mention) -> str:
    return passage.text[mention.start : mention.figure.start]


def _clause(passage: Passage, mention: Mention) -> str:
    """The words of its clause left of a figure, other figures (以上三项) among them."""
    sentence = passage.layout.sentences[mention.sentence]
    before = passage.text[max(sentence, mention.figure.start - _WINDOW) : mention.figure.start]
    return re.split(r"[，,；;。：:\n]", before)[-1]


def _near(total: Mention, parts: Sequence[Mention]) -> bool:
    whole = total.figure.value or Fraction(0)
    gap = whole - sum((m.figure.value or Fraction(0) for m in parts), Fraction(0))
    return abs(gap) <= whole * _FARTHEST


_ENDS = re.compile(r"\s*(?:[，,。；;）)\n]|$)")


def _at_once(passage: Passage, parts: Sequence[Mention], total: Mention) -> bool:
    """Whether nothing but 共, 合计 stands between list and total, and that ends a clause."""
    listed = all(b.index - a.index == 1 for a, b in pairwise(parts))
    between = passage.mentions[parts[-1].index + 1 : total.index]
    counted = not between or said_number(passage, total) is not None
    clause = _clause(passage, total)
    counted = counted and all(m.figure.numeral.text in clause for m in between)
    return listed and counted and _ENDS.match(passage.text, total.figure.end) is not None


def _of_a_row(parts: Sequence[Mention]) -> bool:
    """分别为A、B、C, and nothing before."""
    return len({m.row for m in parts}) == 1 and parts[0].row > 0 and parts[0].place == 1


def _alike(parts: Sequence[Mention]) -> bool:
    """Items with names of their own at no different stages, in one unit."""
    if any(m.opens or not m.name.text or m.row for m in parts):
        return False
    stages = {stage_of(m.indicator) for m in parts}
    if stages & _DONE and stages & _PLANNED:
        return False
    names = {(m.name.text, m.figure.period) for m in parts}
    return len(names) == len(parts) and len({m.figure.numeral.unit for m in parts}) == 1


_COMPOSED = re.compile(r"构成|组成")


def _composes(passage: Passage, parts: Sequence[Mention], total: Mention) -> bool:
    """由A、B和C构成，总投资T."""
    opening = re.search(r"(?:^|[，,：:])[^，,]{0,12}由[^，,。]*$", _words(passage, parts[0]))
    between = passage.text[parts[-1].figure.end : total.figure.start]
    return opening is not None and _COMPOSED.search(between) is not None


_NUMBER = re.compile(
    r"^\s*(?:以上|上述|前述|这)?(?P<n>[两三四五六七八九十]|\d{1,2})(?:大|个)?"
    r"(?:项|类|部分|批次?|年|期|笔|种|块|方面|家|县|区|镇|村|科室|单位|来源|渠道|标段|季度)"
)


def said_number(passage: Passage, total: Mention) -> int | None:
    """以上三项合计, 两年共: of how many parts the words call it the total."""
    found = _NUMBER.search(_clause(passage, total))
    return number(found["n"]) if found else None


_ABOVE = re.compile(r"以上|上述|前述|各项")


def _summed_up(passage: Passage, total: Mention, book: Book) -> Iterator[Claim]:
    """以上六项合计: the first figure of each of the sentences or paragraphs before."""
    said = said_number(passage, total)
    above = _ABOVE.search(_clause(passage, total)) is not None
    if not (above or (said and said > 1)) or total.kind not in _SUMMED:
        return
    for firsts in (_of_sentences(passage, total), _of_blocks(total, book)):
        parts = firsts[-said:] if said else _adding(total, firsts)
        if len(parts) < 2 or (said and len(parts) != said):
            continue
        if adds_up(total, parts) or (said and above and _near(total, parts)):
            yield _over(passage, total, parts)
            return
        if one_slip(total, parts):
            yield replace(_over(passage, total, parts), certain=False, suspected=True)
            return


def _of_sentences(passage: Passage, total: Mention) -> list[Mention]:
    """The first level of each sentence (or what ；divides) of the paragraph before the total."""
    found: dict[int, Mention] = {}
    for other in passage.before(total.index):
        apart = other.part != total.part and not other.group and not other.aside
        if other.act is Act.LEVEL and other.comparable(total) and apart:
            found.setdefault(other.part, other)
    return list(found.values())


def _of_blocks(total: Mention, book: Book) -> list[Mention]:
    """The first level of each of the paragraphs before, as long as none is left out."""
    found: dict[int, Mention] = {}
    for other in book.before(total):
        block = other.figure.block
        if block == total.figure.block:
            continue
        if other.act is Act.LEVEL and other.comparable(total) and not (other.group or other.aside):
            found[block] = other
    blocks = sorted(found)
    while len(blocks) > 1 and blocks[-1] - blocks[0] >= len(blocks):
        blocks.pop(0)
    return [found[b] for b in blocks]


def _over(passage: Passage, total: Mention, parts: Sequence[Mention]) -> Claim:
    """A claim whose parts may stand in other paragraphs."""
    reading = Reading(RelationKind.SUM, total.id, addends(parts))
    return stated(passage, [reading], words_of(total), measured="合计")


def _of_some(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether some of the parts, not all, make up the total: it is a total of those alone."""
    if len(parts) > _FEW:
        return False
    some = (c for n in range(2, len(parts)) for c in combinations(parts, n))
    return any(adds_up(total, c) for c in some)


def _goes_on(passage: Passage, first: Mention) -> bool:
    """加上B万元、C万元: the first addend stands before these words."""
    words = passage.text[first.start : first.figure.start]
    return re.search(any_of("additions"), words) is not None


def _with_what_went_before(passage: Passage, total: Mention, parts: list[Mention]) -> list[Mention]:
    """The parts with the one level before them that makes up the total; else none."""
    earlier = [
        m
        for m in passage.before(parts[0].index)
        if m.act is Act.LEVEL and m.comparable(total) and not m.group
    ]
    return next(([m, *parts] for m in reversed(earlier) if adds_up(total, [m, *parts])), [])


def _points_behind(passage: Passage, total: Mention) -> Iterator[Claim]:
    """A分，得a分；B分，得b分；合计C分，得c分: the points had, beside those to be had."""
    following = passage.after(total.index)[:1]
    if not is_full_mark(passage, total) or not following or following[0].kind is not total.kind:
        return
    scores = [m for m in _addable(passage, total) if not is_full_mark(passage, m)]
    weights = [m for m in _addable(passage, total) if is_full_mark(passage, m)]
    if len(scores) == len(weights) > 1:
        yield _closed(passage, following[0], scores, True)


def _adding(total: Mention, parts: list[Mention]) -> list[Mention]:
    """The last of the parts that add up to the total; all of them if none do."""
    for start in range(len(parts) - 1):
        if adds_up(total, parts[start:]):
            return parts[start:]
    return parts


def _closed(passage: Passage, total: Mention, parts: Sequence[Mention], sure: bool) -> Claim:
    reading = Reading(RelationKind.SUM, total.id, addends(parts))
    words = words_of(*parts, total)
    return stated(passage, [reading], words, measured="合计", certain=sure)


def _suspected(passage: Passage, total: Mention, parts: Sequence[Mention]) -> Claim:
    return replace(_closed(passage, total, parts, False), suspected=True)


def _before(passage: Passage, total: Mention) -> list[Mention]:
    """The levels of the sentence before a total, back to the total before it.

    Full marks are added to full marks, points to points.
    """
    found = _addable(passage, total)
    weighed = is_full_mark(passage, total)
    return [m for m in found if is_full_mark(passage, m) == weighed]


def _addable(passage: Passage, total: Mention) -> list[Mention]:
    parts: list[Mention] = []
    for other in reversed(passage.before(total.index)):
        if other.sentence != total.sentence or other.total:
            break
        alike = other.comparable(total) and other.group == total.group and not other.aside
        alike = alike and not is_deduction(passage, other)
        if other.act is Act.LEVEL and alike:
            parts.insert(0, other)
    return parts


def _makes_up(parts: Sequence[Mention], total: Mention) -> bool:
    """Whether the parts are the kinds of a whole: 货物, 工程, 服务 before 政府采购总额."""
    facets = [m.indicator.facets for m in parts]
    return any(
        len(parts) == len(split) and {f for fs in facets for f in fs & split} == split
        for split in splits()
        if not total.indicator.facets & split
    ) and bool(_TOTAL_NAME.search(total.name.text))


def _one_rank(parts: Sequence[Mention]) -> bool:
    """Whether the parts are of one rank: none opens a list, all are named, at one stage."""
    if any(m.opens or not m.name.text for m in parts):
        return False
    if any(m.kind is FigureKind.COUNT for m in parts):
        return False
    if all(m.kind is FigureKind.SCORE for m in parts):
        return True
    names = {m.indicator.facets | {m.indicator.rest, m.figure.period} for m in parts}
    return len(names) == len(parts) and len({stage_of(m.indicator) for m in parts}) == 1
