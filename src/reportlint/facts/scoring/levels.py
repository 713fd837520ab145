"""First-level scores (决策, 过程, 产出, 效益) over sections and tables of one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import regex

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Figure, Span, TableFacts
from reportlint.facts.scoring.labels import Score
from reportlint.lexicon.scoring import scoring_words

MOST_VALUES = 2

_BEFORE = r"(?:[\s\d一二三四五六、.．（()）]|其中|项目|本项目|该项目|一级指标|“|\")*"
_AFTER = (
    r"(?:类|部分|方面|情况|环节|一级|指标|分析|”|\")*(?:自评|实际|评价)?"
    r"(?:得分|评分|得)?(?:共|计|为|是|[：:])*"
)
_BRACKET = regex.compile(r"[（(](?:满分|分值|权重)?[^（()）]*[）)]?")


def level_claims(
    texts: Sequence[tuple[str, list[Score]]],
    tables: Sequence[TableFacts],
    figures: Mapping[str, Figure],
    spans: Sequence[range],
) -> Iterator[Claim]:
    """An `equal` claim for each first-level score that a text and the only table state.

    Texts alone may speak of several projects; one table of first-level scores is the report's.
    """
    names = scoring_words().levels
    for blocks in spans:
        found: defaultdict[int, list[Figure]] = defaultdict(list)
        for key, figure in (*_said(texts, names), *_tabled(tables, figures, names)):
            if figure.block in blocks:
                found[key].append(figure)
        for group in found.values():
            values = {f.value for f in group}
            if len(group) > 1 and len(values) <= MOST_VALUES and _by_table(group):
                yield _claim(group)


def _said(
    texts: Sequence[tuple[str, list[Score]]], names: Sequence[str]
) -> Iterator[tuple[int, Figure]]:
    for text, scores in texts:
        if scoring_words().has("bonus", text) or regex.search(
            r"项目[一二三甲乙丙A-Z]|[甲乙丙A-Z]项目", text
        ):
            continue
        for before, score in zip((None, *scores), scores, strict=False):
            label = score.clause
            if before and before.weight and not score.weight and not _named(label, names):
                label = before.clause if _continues(score) else label
            if not score.weight and (key := _key(label, names)) is not None:
                yield key, score.figure


def _continues(score: Score) -> bool:
    """（满分20分）得18分: the mark goes on from its full mark."""
    return (
        regex.fullmatch(r"[）)，,\s]*(?:实际|自评|评价|实)?得分?(?:为|：)?", score.label)
        is not None
    )


def _named(label: str, names: Sequence[str]) -> bool:
    return any(regex.search(name, label) for name in names)


def _key(label: str, names: Sequence[str]) -> int | None:
    plain = regex.sub(r"(?:满分|分值|权重)(?:为|：|是)?$", "", _BRACKET.sub("", label)).strip()
    for n, name in enumerate(names):
        if regex.fullmatch(rf"{_BEFORE}(?:{name}){_AFTER}", plain):
            return n
    return None


def _tabled(
    tables: Sequence[TableFacts], figures: Mapping[str, Figure], names: Sequence[str]
) -> Iterator[tuple[int, Figure]]:
    for table in tables:
        for row in table.score_rows:
            key = _key(row.name, names) if len(row.scores) == 1 and not row.total else None
            if key is not None and len(set(row.path)) == 1:
                yield key, figures[row.scores[0]]


def _by_table(group: Sequence[Figure]) -> bool:
    """One cell, and each paragraph states it once."""
    blocks = [f.block for f in group]
    return sum(f.how == "table" for f in group) == 1 and len(set(blocks)) == len(blocks)


def _claim(group: Sequence[Figure]) -> Claim:
    last = group[-1]
    name = f"{last.id}~"
    relation = Relation(name, RelationKind.EQUAL, None, tuple(Term(f.id, Role.ITEM) for f in group))
    words = Span(last.block, last.start, last.end, last.cell)
    return Claim(name, relation, ClaimSource.RESTATEMENT, words, measured="得分")
