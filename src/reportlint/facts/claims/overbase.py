"""节约13.64万元，节约率7.37%: the rate is of the difference that is printed beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.making import Reading, term
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import Claim
from reportlint.lexicon.comparing import over_base

_NEAR = 2
_ENDS = {Role.CURRENT, Role.PREVIOUS}


def over_printed_difference(passage: Passage, claims: Sequence[Claim]) -> Iterator[Claim]:
    """`claims`, those of savings and deviations told by the difference where it is printed."""
    places = {m.id: m for m in passage.mentions}
    for claim in claims:
        rate = places.get(claim.relation.result or "")
        yield (
            _told(passage, claim, rate)
            if rate and _is_of_difference(claim, passage, rate)
            else claim
        )


def _is_of_difference(claim: Claim, passage: Passage, rate: Mention) -> bool:
    relation = claim.relation
    ends = relation.kind is RelationKind.GROWTH and {t.role for t in relation.terms} == _ENDS
    words = passage.text[rate.start : rate.figure.start]
    return ends and not claim.alternatives and over_base().search(words) is not None


def _told(passage: Passage, claim: Claim, rate: Mention) -> Claim:
    """The claim over the printed difference, if there is one beside the rate."""
    figures = {m.id: m for m in passage.mentions}
    roles = {t.role: figures.get(t.figure) for t in claim.relation.terms}
    now, then = roles[Role.CURRENT], roles[Role.PREVIOUS]
    if now is None or then is None:
        return claim
    gap = abs((now.figure.value or Fraction(0)) - (then.figure.value or Fraction(0)))
    for other in _beside(passage, rate):
        if other not in (now, then) and other.comparable(then) and _is_gap(other, gap):
            terms = (term(other, Role.NUMERATOR), term(then, Role.DENOMINATOR))
            reading = Reading(RelationKind.RATIO, rate.id, terms)
            return replace(claim, relation=reading.relation())
    return claim


def _beside(passage: Passage, rate: Mention) -> Iterator[Mention]:
    near = passage.mentions[max(0, rate.index - _NEAR) : rate.index + _NEAR]
    yield from (m for m in near if m.part == rate.part and m is not rate)


def _is_gap(mention: Mention, gap: Fraction) -> bool:
    told = mention.act in (Act.CHANGE, Act.DIFFERENCE)
    return told or abs(mention.figure.value or Fraction(0)) == gap
