"""Which reading of a column of rates or changes its figures bear out, and how far they prove it.

A reading that nothing but the figures suggests may call a cell wrong only where its agreements
cannot be chance and no other reading agrees with the whole column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Verdict
from reportlint.arithmetic.verdicts import Judgement, Reason
from reportlint.facts.model import Figure
from reportlint.facts.tables.drafts import Draft, Family

CUED = Fraction(2, 3)
"""Share of the rows in which a relation must fit that the header of its column names."""

FEWEST = 2
"""Different results that must fit before the others count as wrong, unless words fix them."""

SPEAKING = 20
"""A result of fewer units of its last digit than this (0.01 %) fits many operands."""

CHANCE = Fraction(1, 10**4)
"""How probable it may be that some reading of a column fits as many rows by chance."""

_FITS = (Verdict.CONSISTENT, Verdict.ROUNDING)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A family with what a recomputation finds in each row."""

    family: Family
    judgements: tuple[Judgement, ...]

    @property
    def fits(self) -> int:
        return sum(j.verdict in _FITS for j in self.judgements)

    @property
    def failing(self) -> tuple[Draft, ...]:
        pairs = zip(self.family.drafts, self.judgements, strict=True)
        return tuple(d for d, j in pairs if _fails(d, j))

    def possible(self) -> frozenset[str]:
        """The results that may be what this reading says."""
        pairs = zip(self.family.drafts, self.judgements, strict=True)
        return frozenset(d.result.id for d, j in pairs if d.result and not _fails(d, j))


def pick(families: Sequence[Family]) -> list[Draft]:
    """The drafts of the reading that fits most rows.

    Rows that fail are kept where the words fix the operands or the rows that fit prove the reading,
    and where no other reading could stand in all rows; else all readings are left open.
    """
    judged = [_judged(f) for f in families if f.drafts]
    if not judged:
        return []
    best = max(range(len(judged)), key=lambda i: (judged[i].fits, -i))
    lead = _leads(judged[0])
    chosen = judged[0] if lead else judged[best]
    sound = lead or _proven(chosen, len(judged))
    single = lead and chosen.family.named and _one_figure(chosen.family)
    if chosen.failing and not single and (rival := _untouched(chosen, judged)):
        chosen, sound = rival, False
    others = [j.family for j in judged if j is not chosen]
    failing = chosen.failing
    return [
        _with_rivals(d, others, sound) for d in chosen.family.drafts if sound or d not in failing
    ]


def _judged(family: Family) -> _Judged:
    return _Judged(family, tuple(d.judgement() for d in family.drafts))


def _fails(draft: Draft, judgement: Judgement) -> bool:
    """Whether the reading is impossible here; no part has a share of nothing."""
    if judgement.reason is Reason.ZERO and draft.kind is RelationKind.SHARE:
        return bool(draft.terms[0][0].value)
    return judgement.verdict is Verdict.INCONSISTENT


def _leads(first: _Judged) -> bool:
    """Whether the words fix the operands, and the figures do not belie the words."""
    if not first.family.firm:
        return False
    if not first.family.named:
        return len(_speaking(first)) >= len(first.failing)
    return first.fits >= len(first.failing) or _one_figure(first.family)


def _proven(judged: _Judged, tried: int) -> bool:
    """Whether so many rows fit to the digit that chance is no explanation."""
    rows = judged.fits + len(judged.failing)
    if judged.fits < CUED * rows:
        return False
    speaking = _speaking(judged)
    chance = Fraction(0) if judged.family.named else Fraction(tried)
    for probability in speaking.values():
        chance *= probability
    return len(speaking) >= FEWEST and chance <= CHANCE


def _speaking(judged: _Judged) -> dict[Fraction, Fraction]:
    """The different results that fit to the digit, and how easily each would do so by chance."""
    found: dict[Fraction, Fraction] = {}
    for draft, judgement in zip(judged.family.drafts, judged.judgements, strict=True):
        result = draft.result
        if judgement.verdict is Verdict.CONSISTENT and result is not None and speaks(result):
            value = abs(result.value or Fraction(0))
            found[value] = _chance(result, judgement)
    return found


def speaks(result: Figure) -> bool:
    """Whether a result has digits enough not to be met by chance."""
    value = abs(result.value or Fraction(0))
    return value != 100 and value > 0 and value >= SPEAKING * result.place


def _chance(result: Figure, judgement: Judgement) -> Fraction:
    """The part of all results of this size that the operands allow."""
    expected = judgement.expected
    if expected is None or expected.low is None or expected.high is None:
        return Fraction(1)
    reach = expected.high - expected.low + result.place
    return min(Fraction(1), reach / abs(result.value or Fraction(1)))


def _untouched(chosen: _Judged, judged: Sequence[_Judged]) -> _Judged | None:
    """Another reading that no row excludes, and that covers what this one calls wrong.

    Where its operands are blank in those rows, it must fit half of the rows at least.
    """
    wrong = {d.result.id for d in chosen.failing if d.result}
    half = len(chosen.family.drafts) / 2
    unbroken = [j for j in judged if not j.failing]
    rivals = [j for j in unbroken if wrong <= j.possible() or j.fits >= half]
    return max(rivals, key=lambda j: j.fits, default=None)


def _one_figure(family: Family) -> bool:
    """Whether all results are one number, so that one slip may have made all of them wrong."""
    return len({d.result.value for d in family.drafts if d.result is not None}) == 1


def _with_rivals(draft: Draft, rivals: Sequence[Family], sound: bool) -> Draft:
    others = tuple(
        d for family in rivals for d in family.drafts if _same_result(d, draft) and d != draft
    )
    return replace(draft, open=not sound, others=(*draft.others, *others)[:4])


def _same_result(a: Draft, b: Draft) -> bool:
    return a.result is not None and b.result is not None and a.result.id == b.result.id
