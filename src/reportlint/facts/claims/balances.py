"""Differences without a direction: 差额, 剩余, 结余 of what a sentence has just named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import Relation, RelationKind, Role
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim, ClaimSource, Span
from reportlint.lexicon.cues import any_of

_BUDGETS = ("full", "budget", "initial", "arrived")
_SPENT = ("executed", "final")


def balance_claims(passage: Passage) -> Iterator[Claim]:
    """What is left of a budget, and the plain difference of two figures."""
    for mention in passage.mentions:
        read = _READERS.get(mention.act)
        if read and (claim := read(passage, mention)):
            yield claim


def _difference(passage: Passage, mention: Mention) -> Claim | None:
    levels = [
        m
        for m in passage.before(mention.index)
        if m.act is Act.LEVEL and m.sentence == mention.sentence and m.comparable(mention)
    ]
    if len(levels) != 2:
        return None
    terms = (term(levels[0], Role.MINUEND), term(levels[1], Role.SUBTRAHEND))
    reading = Reading(RelationKind.DIFFERENCE, mention.id, terms, 0)
    return stated(passage, [reading], words_of(*levels, mention), measured="差额")


def _left(passage: Passage, mention: Mention) -> Claim | None:
    """预算1000万元，实际使用870万元，结余130万元: stated where the words say 剩余 or 未支付."""
    if claim := _rest(passage, mention):
        return claim
    unspent = stage_of(mention.indicator) == "unspent"
    carried = "flow:carryover" in mention.indicator.facets
    if not unspent and not (carried and "time:opening" not in mention.indicator.facets):
        return None
    before = [
        m
        for m in passage.before(mention.index)
        if m.part == mention.part and m.act is Act.LEVEL and m.comparable(mention)
    ]
    pair = _budget_and_spent(before)
    if pair is None:
        return None
    terms = (term(pair[0], Role.MINUEND), term(pair[1], Role.SUBTRAHEND))
    if unspent:
        reading = Reading(RelationKind.DIFFERENCE, mention.id, terms, 1)
        return stated(passage, [reading], words_of(mention), measured=mention.name.text)
    relation = Relation("", RelationKind.DIFFERENCE, mention.id, terms, 1)
    words = Span(passage.block, *words_of(mention))
    source = ClaimSource.IDENTITY
    return Claim("", relation, source, words, formula="ID-CARRY", certain=False)


_ADJUSTED = re.compile(
    r"追加|调增|调减|调整|调剂|追减|上年|年初|收回|回收|收入|利息|上缴|其中|包括|合计|共计|分别"
)


def _rest(passage: Passage, mention: Mention) -> Claim | None:
    """安排640万元，支出598.35万元，结余41.65万元: two figures and what is left of the first."""
    words = passage.text[mention.start : mention.figure.start].strip("，,、；; ")
    before = [m for m in passage.before(mention.index) if m.sentence == mention.sentence]
    start = passage.layout.sentences[mention.sentence]
    plain = _ADJUSTED.search(passage.text[start : mention.figure.start]) is None
    if not plain or len(before) != 2 or not re.match(any_of("left_over"), words):
        return None
    levels = [m for m in before if m.act is Act.LEVEL and m.comparable(mention) and not m.aside]
    if len(levels) != 2 or len({m.figure.scope for m in (*levels, mention)}) > 1:
        return None
    if any(m.figure.period != mention.figure.period or m.group for m in levels):
        return None
    if not _to_spend(passage, levels[0]) or not _spent_of(passage, levels[1]):
        return None
    first, second = (m.figure.value for m in levels)
    if first is None or second is None or first < second:
        return None
    terms = (term(levels[0], Role.MINUEND), term(levels[1], Role.SUBTRAHEND))
    reading = Reading(RelationKind.DIFFERENCE, mention.id, terms, 1)
    return stated(passage, [reading], words_of(mention), measured=words)


def _to_spend(passage: Passage, mention: Mention) -> bool:
    words = passage.text[mention.start : mention.figure.start]
    named = re.search(r"安排|下达|合同|总价|资金|到位|收到|拨入|预备费|额度", words) is not None
    stage = stage_of(mention.indicator)
    return stage in (*_BUDGETS, "planned") or (named and stage not in _SPENT)


def _spent_of(passage: Passage, mention: Mention) -> bool:
    words = passage.text[mention.start : mention.figure.start]
    return stage_of(mention.indicator) in _SPENT or re.search("支|付|用|拨", words) is not None


def _budget_and_spent(levels: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    budgets = [m for m in levels if stage_of(m.indicator) in _BUDGETS]
    spent = [m for m in levels if stage_of(m.indicator) in _SPENT]
    if len(levels) != 2 or len(budgets) != 1 or len(spent) != 1:
        return None
    named = {item_of(m.indicator) for m in levels} - {(frozenset[str](), "")}
    return (budgets[0], spent[0]) if len(named) <= 1 else None


_READERS = {Act.DIFFERENCE: _difference, Act.LEVEL: _left}
