"""完成年初预算的98.20%: how much of a base has been done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.making import Reading, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.subjects import row_subject
from reportlint.facts.model import Claim

_BASES = ("full", "budget", "initial", "arrived", "planned")


def completion_claims(passage: Passage, book: Book) -> Iterator[Claim]:
    """The claims of completions, with the base their words name or the nearest there is."""
    for mention in passage.mentions:
        if mention.act is Act.COMPLETION and (claim := _claim(passage, book, mention)):
            yield claim


def _claim(passage: Passage, book: Book, mention: Mention) -> Claim | None:
    done = _done(passage, mention)
    if done is None:
        return None
    bases = _bases(passage, book, mention, done)
    if not bases:
        return None
    readings = [
        Reading(
            RelationKind.RATIO,
            mention.id,
            (term(done, Role.NUMERATOR), term(base, Role.DENOMINATOR)),
        )
        for base in bases
    ]
    measured = mention.indicator.text
    return stated(
        passage,
        readings,
        words_of(mention),
        formula="completion_rate",
        measured=measured,
        named=len(readings) == 1,
    )


def _done(passage: Passage, mention: Mention) -> Mention | None:
    """The nearest level before it that is no budget."""
    if mention.row:
        return row_subject(passage, mention)
    for other in reversed(passage.mentions[: mention.index]):
        if other.part != mention.part and not _opens_part(passage, mention):
            return None
        if other.sentence != mention.sentence:
            return None
        fits = other.act in (Act.LEVEL, Act.REACHED) and stage_of(other.indicator) not in _BASES
        if fits and not other.cause and other.group in (0, mention.group):
            return other
    return None


def _opens_part(passage: Passage, mention: Mention) -> bool:
    """Whether nothing but the completion itself stands in its part so far."""
    return not any(m.part == mention.part and m.is_level for m in passage.mentions[: mention.index])


def _bases(passage: Passage, book: Book, mention: Mention, done: Mention) -> list[str]:
    if mention.base and mention.base.figure is not None:
        return [passage.mentions[mention.base.figure].id]
    stage = stage_of(mention.base.indicator) if mention.base else None
    wanted: Sequence[str] = (stage,) if stage in _BASES and stage != "budget" else _BASES
    near = _near(passage, mention, done, wanted)
    if near or stage in (None, "budget"):
        return near
    period = done.figure.period
    found = book.stage(passage, mention, tuple(wanted), done.indicator, period)
    return [found] if found else []


def _near(passage: Passage, mention: Mention, done: Mention, stages: Sequence[str]) -> list[str]:
    found = []
    for stage in stages:
        for other in reversed(passage.mentions[: mention.index]):
            if _is_base(other, stage, mention, done):
                found.append(other.id)
                break
    return found


def _is_base(other: Mention, stage: str, mention: Mention, done: Mention) -> bool:
    return (
        other.is_level
        and mention.sentence - other.sentence <= 1
        and stage_of(other.indicator) == stage
        and other.comparable(done)
        and item_of(other.indicator) == item_of(done.indicator)
        and other.figure.period == done.figure.period
    )
