"""Missing sections as `reportlint eval` scores them: what STR001 says of skeletons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportlint.config import Config
from reportlint.engine import check_document
from reportlint.evaluation.corpus import Corpus, Evaluation, Table
from reportlint.evaluation.sections.generation import Skeleton, skeletons
from reportlint.evaluation.sections.model import load
from reportlint.readers import read_bytes
from reportlint.result import Text

CODE = "STR001"
_HEADER = (
    Text("报告", "reports"),
    Text("缺少的章节", "sections missing"),
    Text("报出", "found"),
    Text("误报", "false"),
    Text("精确率", "precision"),
    Text("召回率", "recall"),
    Text("F1", "F1"),
)


@dataclass(frozen=True, slots=True)
class Score:
    """One skeleton: the sections rightly reported, wrongly reported, and not reported."""

    skeleton: Skeleton
    found: frozenset[str]
    false: frozenset[str]
    missed: frozenset[str]


def evaluate(corpus: Corpus, config: Config) -> Evaluation:
    """Check every skeleton and add up. Raises `ValueError` for a broken corpus."""
    scores = scores_of(corpus, config)
    tables = (
        _table(
            Text("按报告类型", "By kind of report"), scores, [s.skeleton.profile for s in scores]
        ),
        _table(
            Text("按标题写法", "By manner of heading"), scores, [s.skeleton.manner for s in scores]
        ),
    )
    return Evaluation(tables, tuple(line for s in scores for line in _misses(s)))


def _table(title: Text, scores: list[Score], names: list[str]) -> Table:
    grouped: defaultdict[str, list[Score]] = defaultdict(list)
    for name, score in zip(names, scores, strict=True):
        grouped[name].append(score)
    rows = [_row(name, group) for name, group in (*grouped.items(), ("all", scores))]
    return Table(title, (Text("", ""), *_HEADER), tuple(rows))


def scores_of(corpus: Corpus, config: Config) -> list[Score]:
    """A score for each skeleton of the corpus. Raises `ValueError` for a broken one."""
    found = skeletons(load(corpus.folder, corpus.settings))
    return [score(skeleton, config) for skeleton in found]


def score(skeleton: Skeleton, config: Config) -> Score:
    """What the rule says of one skeleton."""
    document = read_bytes(skeleton.text.encode(), Path(f"{skeleton.id}.txt"), config.limits)
    flags = check_document(document, config).flags
    said = frozenset(f.expected or "" for f in flags if f.code == CODE)
    lacking = skeleton.lacking
    return Score(skeleton, said & lacking, said - lacking, lacking - said)


def measures(scores: Iterable[Score]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all sections; 1 where there is nothing to find."""
    scores = list(scores)
    found, false, missed = (
        sum(len(part) for part in parts)
        for parts in (
            [s.found for s in scores],
            [s.false for s in scores],
            [s.missed for s in scores],
        )
    )
    precision = found / (found + false) if found + false else 1.0
    recall = found / (found + missed) if found + missed else 1.0
    both = 2 * found + false + missed
    return precision, recall, 2 * found / both if both else 1.0


def _row(name: str, scores: list[Score]) -> tuple[str, ...]:
    counts = (
        len(scores),
        sum(len(s.found) + len(s.missed) for s in scores),
        sum(len(s.found) for s in scores),
        sum(len(s.false) for s in scores),
    )
    return (name, *map(str, counts), *(f"{m:.3f}" for m in measures(scores)))


def _misses(score: Score) -> list[str]:
    at = f"{score.skeleton.id} {score.skeleton.profile} {score.skeleton.manner}"
    false = [f"FALSE {at}: {title}" for title in sorted(score.false)]
    return false + [f"MISSED {at}: {title}" for title in sorted(score.missed)]
