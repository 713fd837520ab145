"""Shares that make up a whole though no amounts are printed: 分三类：A占60%，B占30%，C占10%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind
from reportlint.facts.claims.completeness import number, opposites
from reportlint.facts.claims.making import Reading, addends, stated, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim, FigureKind
from reportlint.lexicon.closed_sets import divides
from reportlint.lexicon.cues import any_of, splits

_WHOLE = 100
_ROOM = Fraction(25)
"""Shares that miss the whole by more were never meant to make it up."""
_KINDS = re.compile(
    r"(?:分(?:为|成)?|共|这|上述|以上|的)?(?P<n>[两二三四五六七八九十]|\d)(?:个|大)?"
    r"(?:类|级|部分|方|块|档|种|批|渠道|来源|项|层次|等次|选项|等级|挡|期|家|者)"
)
_ALL = re.compile(
    r"构成|组成|涵盖全部|全部|没有其他|没有别的|再没有|之外无|齐了|四者|三者|两者|均为"
)
_NEAR = 40


def proportion_claims(passage: Passage, known: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each row of shares that the words call all there is."""
    taken = {
        t.figure
        for c in known
        if c.kind is RelationKind.SUM and not c.relation.result
        for t in c.relation.terms
    }
    for run in _runs(passage):
        if len(run) > 1 and not any(m.id in taken for m in run) and _all_there_is(passage, run):
            reading = Reading(RelationKind.SUM, None, addends(run))
            words = words_of(*run)
            yield stated(passage, [reading], words, formula="share", measured="占比")


def _runs(passage: Passage) -> Iterator[list[Mention]]:
    """Shares of one sentence, bracket and base that follow each other with no amount between."""
    run: list[Mention] = []
    for mention in passage.mentions:
        if run and not _goes_on(run[-1], mention):
            yield run
            run = []
        if _is_share(mention):
            run.append(mention)
    yield run


def _is_share(mention: Mention) -> bool:
    plain = mention.figure.value is not None and mention.figure.numeral.hedge is None
    return mention.kind is FigureKind.PERCENT and mention.act in (Act.SHARE, Act.LEVEL) and plain


def _goes_on(last: Mention, mention: Mention) -> bool:
    if not _is_share(mention) or mention.sentence != last.sentence:
        return False
    if mention.index != last.index + 1 or mention.group != last.group:
        return False
    base = mention.base.text if mention.base else ""
    return not base or not last.base or not last.base.text or base == last.base.text


def _all_there_is(passage: Passage, run: Sequence[Mention]) -> bool:
    """Whether the shares are of all the kinds: by nature, by number, by words."""
    total = sum((m.figure.value or Fraction(0) for m in run), Fraction(0))
    if abs(total - _WHOLE) > _ROOM or any(m.sample for m in run):
        return False
    if not any(m.act is Act.SHARE for m in run):
        return False
    names = [re.sub(r"[“”\"‘’\s]|占$", "", m.name.text) for m in run]
    if divides(names, sure=True) or opposites(names) or _split(run):
        return True
    if all(names) and re.match(any_of("residual"), names[-1]) and len(run) > 1:
        return True
    around = _around(passage, run)
    counted = any(number(m["n"]) == len(run) for m in _KINDS.finditer(around))
    return counted or (len(run) > 1 and _ALL.search(around) is not None and _level(run))


def _level(run: Sequence[Mention]) -> bool:
    return all(m.act is Act.SHARE for m in run)


def _split(run: Sequence[Mention]) -> bool:
    facets = [m.name.facets for m in run]
    return any(
        len(run) == len(split) and {f for fs in facets for f in fs & split} == split
        for split in splits()
    )


def _around(passage: Passage, run: Sequence[Mention]) -> str:
    """The words of the sentence before the first share, and those right behind the last."""
    start = max(passage.layout.sentences[run[0].sentence], run[0].figure.start - _NEAR)
    after = passage.text[run[-1].figure.end : run[-1].figure.end + _NEAR]
    return passage.text[start : run[0].figure.start] + "…" + re.split("[。\n]", after)[0]
