"""Marks above the full mark of their row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Figure, ScoreRow, Span, TableFacts
from reportlint.facts.scoring.labels import Score, only_links
from reportlint.lexicon.scoring import scoring_words

Pair = tuple[Figure, Figure]


def limit_claims(
    texts: Sequence[tuple[str, list[Score]]],
    tables: Sequence[TableFacts],
    figures: Mapping[str, Figure],
) -> Iterator[Claim]:
    """A claim `score ≤ weight` for every row and every sentence that breaks it.

    A table in which most rows do so gives its marks on another scale (100 for each row).
    """
    for table in tables:
        if not scoring_words().has("bonus", table.caption):
            yield from _claims(_over(table, figures), ClaimSource.TABLE)
    for text, scores in texts:
        if not scoring_words().has("bonus", text):
            yield from _claims(_said(scores), ClaimSource.STATED)


def _over(table: TableFacts, figures: Mapping[str, Figure]) -> list[Pair]:
    columns: defaultdict[int, list[Pair]] = defaultdict(list)
    for row in table.score_rows:
        for pair in _pairs(row, figures) if not row.total else ():
            columns[pair[0].cell[1] if pair[0].cell else 0].append(pair)
    return [pair for pairs in columns.values() for pair in _few(pairs)]


def _few(pairs: Sequence[Pair]) -> list[Pair]:
    over = [p for p in pairs if _exceeds(*p)]
    return over if len(over) * 2 <= len(pairs) or len(pairs) == 1 else []


def _pairs(row: ScoreRow, figures: Mapping[str, Figure]) -> list[Pair]:
    if row.weight is None or scoring_words().has("bonus", row.words):
        return []
    weight = figures[row.weight]
    return [(figures[s], weight) for s in row.scores if not _bonus(figures[s])]


def _bonus(figure: Figure) -> bool:
    return scoring_words().has("bonus", "".join(figure.where[-1:]))


def _said(scores: Sequence[Score]) -> list[Pair]:
    """决策类（满分20分）得21分, 得分21分（满分20分）: neighbours of one sentence, one name."""
    found = []
    for a, b in pairwise(scores):
        if a.sentence == b.sentence and a.weight is not b.weight and only_links(b.label):
            pair = (b.figure, a.figure) if a.weight else (a.figure, b.figure)
            if _exceeds(*pair):
                found.append(pair)
    return found


def _exceeds(score: Figure, weight: Figure) -> bool:
    mark, full = score.value, weight.value
    return mark is not None and full is not None and full > 0 and mark > full


def _claims(pairs: Sequence[Pair], source: ClaimSource) -> Iterator[Claim]:
    for score, weight in pairs:
        name = f"{score.id}<"
        terms = (Term(score.id, Role.ADDEND),)
        relation = Relation(name, RelationKind.SUM, weight.id, terms, exhaustive=False)
        words = Span(score.block, score.start, score.end, score.cell)
        yield Claim(name, relation, source, words, measured="得分")
