"""A figure held against another: 低于95%的目标, 超过上年的438批次, 与上年4辆持平."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.making import Reading, stated, term
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim, FigureKind
from reportlint.lexicon.orders import order_words

_DIGITS = re.compile(r"[\d０-９一二两三四五六七八九十百千万半○〇零]")
_CUT = re.compile(r"[，,；;：:。！？\n（(）)]")
_FOLLOWS = re.compile(
    r"(?P<inside>以内|以下|之内|以上)?[）)]?\s*(?P<of>的)?(?P<noun>[^，,。；;：:（(\d]{0,12})"
)
_SPOKEN_OF = frozenset(
    {Act.LEVEL, Act.RATE, Act.REACHED, Act.SHARE, Act.COMPLETION, Act.MULTIPLE, Act.CHANGE}
)
_LIKE = re.compile(r"(?:与|和|同|跟|比|较)(?P<ref>[^，,。；;：:（(\d]{0,14})$")
_SAME_CLAUSE = 1
_KINDS = frozenset({FigureKind.POINTS, FigureKind.OTHER})


_AMONG = re.compile(r"[^，,。；;]{0,8}的")
_HALF = 2


class Held(NamedTuple):
    """The words that hold something against a figure: which way, how surely, where they begin."""

    direction: int
    sure: bool
    start: int
    agreeing: bool = False
    short: bool = False
    """Whether what follows may just as well be the difference: 超过计划6场."""


def threshold_claims(passage: Passage) -> Iterator[Claim]:
    """An order for each figure that another one is held against."""
    for standard in passage.mentions:
        if standard.kind in _KINDS or standard.figure.value is None:
            continue
        held = _compared(passage, standard) or _alike(passage, standard)
        subject = _subject(passage, standard, held) if held else None
        if held and subject:
            yield _claim(passage, subject, standard, held)


def _claim(passage: Passage, subject: Mention, standard: Mention, held: Held) -> Claim:
    same_year = subject.figure.period == standard.figure.period
    kind = RelationKind.EQUAL if held.agreeing and same_year else RelationKind.ORDER
    roles = (Role.ITEM, Role.ITEM) if kind is RelationKind.EQUAL else (Role.CURRENT, Role.PREVIOUS)
    terms = (term(subject, roles[0]), term(standard, roles[1]))
    reading = Reading(kind, None, terms, held.direction)
    apart = standard.index - subject.index > _SAME_CLAUSE
    sure = held.sure and not apart and _nothing_between(passage, subject, held.start)
    sure = sure and subject.act is not Act.CHANGE
    end = standard.figure.end
    words = passage.text[held.start : end]
    return stated(
        passage, [reading], (min(subject.start, held.start), end), measured=words, certain=sure
    )


def _left(passage: Passage, standard: Mention) -> tuple[str, int]:
    """The words of the clause left of the digits, a word of comparison in the figure included."""
    figure = standard.figure
    digits = _DIGITS.search(passage.text, figure.start, figure.end)
    end = digits.start() if digits else figure.start
    before = passage.mentions[standard.index - 1].figure.end if standard.index else 0
    start = max(passage.layout.sentences[standard.sentence], before)
    cuts = [m.end() for m in _CUT.finditer(passage.text, start, end)]
    if cuts and standard.group and not passage.text[cuts[-1] : end].strip() and cuts[-1] > 1:
        cuts.pop()  # 超出目标值（14平方米）: the bracket prints the standard.
    start = cuts[-1] if cuts else start
    return passage.text[start:end].rstrip("（( "), start


def _compared(passage: Passage, standard: Mention) -> Held | None:
    words = order_words()
    left, start = _left(passage, standard)
    found = list(words.compared.finditer(left))
    follows = _FOLLOWS.match(passage.text, standard.figure.end)
    if not found or follows is None:
        return None
    if len(found) > 1 and found[-1].start() == found[-2].end():
        found.pop(-2 if found[-1][0] in words.passing else -1)  # 未达≥90%
    word, ref = found[-1][0], left[found[-1].end() :].lstrip("≥≤")
    if not _may_hold(passage, standard, word, ref, follows):
        return None
    noun = follows["noun"] or ""
    named = words.reference.search(ref) or words.reference.match(noun)
    named = named or words.reference.search(noun if follows["of"] else "")
    if not named and not _bare(word, ref, left[: found[-1].start()], follows, standard):
        return None
    sure = named is not None and word not in words.better
    short = bool(ref) and not ref.endswith("的") and word not in words.reaching
    return Held(words.direction[word], sure, start + found[-1].start(), short=short)


def _may_hold(
    passage: Passage, standard: Mention, word: str, ref: str, follows: re.Match[str]
) -> bool:
    """Whether the words between 超过 and the figure, and those after it, name a standard."""
    words = order_words()
    counts = standard.kind is FigureKind.COUNT
    if ref == "的" or (counts and ref.endswith("预期")):
        return False
    if counts and word in words.reaching and ref.endswith("的"):
        return False
    if word in words.passing and not words.reference.match(ref):
        return False
    inside = follows["inside"] or standard.figure.numeral.text.endswith(("以内", "以下", "之内"))
    if word.endswith(("在", "到")) and word in _LIMITS and not inside:
        return False
    return _AMONG.match(follows["noun"] or "") is None


_LIMITS = ("控制在", "限制在", "压减到")


def _bare(word: str, ref: str, before: str, follows: re.Match[str], standard: Mention) -> bool:
    """不足七成, and nothing else in the clause."""
    words = order_words()
    if word in words.reaching or standard.act is Act.CHANGE or follows["of"]:
        return False
    return not ref.strip("了为在") and words.adverbs.fullmatch(before) is not None


def _alike(passage: Passage, standard: Mention) -> Held | None:
    """与上年的4辆持平."""
    left, start = _left(passage, standard)
    found = _LIKE.search(left)
    same = order_words().equal.match(passage.text, standard.figure.end)
    if found is None or same is None:
        return None
    agreeing = same["word"] in order_words().agreeing
    return Held(0, same["loosely"] is None, start + found.start(), agreeing)


def _subject(passage: Passage, standard: Mention, held: Held) -> Mention | None:
    """The last figure of the same measure before the words, in their part of the sentence."""
    for other in reversed(passage.before(standard.index)):
        if other.part != standard.part:
            return None
        if other.figure.end > held.start or other.group not in (0, standard.group):
            continue
        change = other.act is Act.CHANGE and other.kind is not FigureKind.PERCENT
        change = change or (other.act is Act.CHANGE and standard.index - other.index > 1)
        if change or other.cause or other.act not in _SPOKEN_OF or not other.comparable(standard):
            continue
        if other.figure.value is None:
            return None
        return None if held.short and _far(other, standard) else other
    return None


def _far(subject: Mention, standard: Mention) -> bool:
    one, other = (abs(m.figure.value or Fraction(0)) for m in (subject, standard))
    return other * _HALF < one


def _nothing_between(passage: Passage, subject: Mention, start: int) -> bool:
    """Whether the words between the figure and those that compare it name nothing else."""
    between = passage.text[subject.figure.end : start]
    return order_words().adverbs.fullmatch(between) is not None
