"""Scores of prose that make up a total by their names: 决策, 过程, 产出, 效益."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import regex

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Span
from reportlint.facts.scoring.labels import Score
from reportlint.lexicon.scoring import Split, scoring_words

_TOTAL = regex.compile(r"总|合计|综合|共计|自评得分|评价得分|满分")


def split_claims(
    texts: Sequence[tuple[str, list[Score]]], summed: frozenset[str] = frozenset()
) -> Iterator[Claim]:
    """A sum for every complete set of first-level scores beside a total of the same kind.

    `summed` are totals of which a sentence already lists what they sum up.
    """
    for text, scores in texts:
        if not scoring_words().has("bonus", text):
            for weight in (False, True):
                found = _claims(scores, weight=weight)
                yield from (c for c in found if c.relation.result not in summed)


def _claims(scores: Sequence[Score], *, weight: bool) -> Iterator[Claim]:
    best: dict[str, list[Score]] = {}
    for split in scoring_words().splits:
        chosen = _complete(scores, split, weight=weight)
        total = _total(scores, chosen, weight=weight) if chosen else None
        if total and _inside(chosen, total):
            chosen = chosen[:-1]
        if total and len(chosen) > len(best.get(total.figure.id, ())):
            best[total.figure.id] = chosen
    for total_id, chosen in best.items():
        yield _claim(total_id, chosen)


def _inside(parts: Sequence[Score], total: Score) -> bool:
    """Whether the others alone make the total: satisfaction may be one of the effects."""
    values = [s.figure.value for s in parts[:-1] if s.figure.value is not None]
    return "满意" in parts[-1].label and sum(values, Fraction(0)) == total.figure.value


def _complete(scores: Sequence[Score], split: Split, *, weight: bool) -> list[Score]:
    """One score for every name of the split, in one sentence and the next; else nothing."""
    keyed = list(_keyed(scores, split))
    found: list[Score] = []
    for n in range(len(split)):
        own = [s for s, key in keyed if key == n and s.weight is weight]
        if len(own) != 1:
            return []
        found.append(own[0])
    spread = max(s.sentence for s in found) - min(s.sentence for s in found)
    unnamed = [s for s, key in keyed if key is None and s.weight is weight and not _is_total(s)]
    return [] if spread > 1 or unnamed else found


def _keyed(scores: Sequence[Score], split: Split) -> Iterator[tuple[Score, int | None]]:
    """Scores with the name they bear; a full mark and its mark share one: 决策（20分）得18分."""
    last: tuple[int | None, Score | None] = (None, None)
    for score in scores:
        names = [n for n, pattern in enumerate(split) if pattern.search(score.label)]
        key = names[0] if len(names) == 1 else None
        before = last[1]
        if not names and before and before.weight is not score.weight and not _is_total(score):
            key = last[0]
        last = (key, score)
        yield score, key


def _is_total(score: Score) -> bool:
    return _TOTAL.search(score.label) is not None


def _total(scores: Sequence[Score], parts: Sequence[Score], *, weight: bool) -> Score | None:
    """The nearest total before or after the parts, in their sentence or the one before."""
    first = min(s.sentence for s in parts)
    last = max(s.sentence for s in parts)
    found = [
        s for s in scores if s not in parts and _is_total(s) and first - 1 <= s.sentence <= last
    ]
    same = [s for s in found if s.weight is weight]
    if not same and all("得" not in s.label for s in _between(scores, (*parts, *found))):
        # 满分100分，其中决策20分、过程20分: the parts are full marks although none is called so.
        same = found
    return same[0] if len({s.figure.value for s in same}) == 1 else None


def _between(scores: Sequence[Score], ends: Sequence[Score]) -> list[Score]:
    """All scores from the first to the last of `ends`, the marks after full marks among them."""
    starts = [s.figure.start for s in ends]
    return [s for s in scores if min(starts) <= s.figure.start <= max(starts)]


def _claim(total: str, parts: Sequence[Score]) -> Claim:
    name = f"{total}+"
    figures = [s.figure for s in parts]
    relation = Relation(
        name, RelationKind.SUM, total, tuple(Term(f.id, Role.ADDEND) for f in figures)
    )
    block, cell = figures[0].block, figures[0].cell
    span = Span(block, min(f.start for f in figures), max(f.end for f in figures), cell)
    return Claim(name, relation, ClaimSource.STATED, span, measured="总分")
