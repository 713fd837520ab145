"""`reportlint eval` on a corpus of annotated passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportlint.config import Config
from reportlint.evaluation.annotated.answers import answers, facts_of
from reportlint.evaluation.annotated.faults import Judged, judged
from reportlint.evaluation.annotated.model import Passage
from reportlint.evaluation.annotated.reading import passages
from reportlint.evaluation.annotated.scoring import FALSE, HIT, MISSED, Score, aspects, score
from reportlint.evaluation.corpus import Corpus, Evaluation, Table
from reportlint.result import Text

_NOT_RELATIONS = ("figures", "indicators")
_HEADER = (
    Text("项目", "aspect"),
    Text("标注", "annotated"),
    Text("准确率", "precision"),
    Text("召回率", "recall"),
    Text("F1", "F1"),
)


def evaluate(corpus: Corpus, config: Config) -> Evaluation:
    """Precision, recall and F1 of figures, indicators and relations by kind; perfect passages.

    A passage is perfect if all its figures and relations are found and nothing else is. Raises
    `ValueError` for a corpus that cannot be read.
    """
    read = passages(corpus.folder)
    if not read:
        raise ValueError("no passages")
    scores, faults = [], []
    for passage in read:
        facts = facts_of(passage, config)
        said = answers(passage, facts)
        scores.append(score(passage, said))
        faults.append(judged(passage, facts, said))
    found = summary(read, scores)
    misses = tuple(line for one in faults for line in _unjust(one))
    return Evaluation((*found.tables, _faults(faults)), (*found.misses, *misses))


def _faults(found: Sequence[Judged]) -> Table:
    """Passages that contradict themselves, and what the program says of them and of the others."""
    wrong = [j for j in found if j.failing]
    right = [j for j in found if not j.failing]
    header = (
        Text("段落", "passages"),
        Text("段数", "number"),
        Text("报错误", "errors"),
        Text("仅报警告", "warnings only"),
    )
    rows = tuple(
        (name, str(len(group)), str(accused), str(doubted))
        for name, group in (("wrong", wrong), ("right", right))
        for accused in [sum(bool(j.accused) for j in group)]
        for doubted in [sum(bool(j.doubted) and not j.accused for j in group)]
    )
    return Table(Text("自相矛盾的段落", "Passages that contradict themselves"), header, rows)


def _unjust(found: Judged) -> Iterator[str]:
    where = f"{found.passage.file} {found.passage.name}"
    if found.failing and not found.accused:
        yield f"{where} unnoticed: {'; '.join(found.failing)}"
    if found.accused and not found.failing:
        yield f"{where} accused: {'; '.join(found.accused)}"


def summary(read: Sequence[Passage], scores: Sequence[Score]) -> Evaluation:
    """The tables over all passages, and every miss with its place."""
    misses = tuple(
        f"{passage.file} {passage.name} {line}"
        for passage, found in zip(read, scores, strict=True)
        for line in found.misses
    )
    return Evaluation((_by_aspect(scores), _perfect(scores)), misses)


def _by_aspect(scores: Sequence[Score]) -> Table:
    counts = dict(aspects(scores))
    relations: Counter[str] = Counter()
    for aspect, found in counts.items():
        if aspect not in _NOT_RELATIONS:
            relations.update(found)
    kinds = [name for name in counts if name not in _NOT_RELATIONS]
    rows = [(name, counts[name]) for name in _NOT_RELATIONS if name in counts]
    rows += [("relations", relations), *((f"  {name}", counts[name]) for name in kinds)]
    title = Text("数字、指标、关系", "Figures, indicators, relations")
    return Table(title, _HEADER, tuple(_row(name, found) for name, found in rows))


def _row(name: str, c: Counter[str]) -> tuple[str, ...]:
    precision = _part(c[HIT], c[HIT] + c[FALSE])
    recall = _part(c[HIT], c[HIT] + c[MISSED])
    f1 = _part(2 * c[HIT], 2 * c[HIT] + c[FALSE] + c[MISSED])
    return (name, str(c[HIT] + c[MISSED]), precision, recall, f1)


def _perfect(scores: Sequence[Score]) -> Table:
    perfect = sum(s.perfect for s in scores)
    header = (Text("段数", "passages"), Text("全对", "perfect"), Text("占比", "share"))
    row = (str(len(scores)), str(perfect), _part(perfect, len(scores)))
    return Table(Text("整段全对", "Perfect passages"), header, (row,))


def _part(part: int, whole: int) -> str:
    """A share with four decimals, cut off: 0.99996 must not read as 1."""
    if not whole:
        return "–"
    cut = 10000 * part // whole
    return f"{cut // 10000}.{cut % 10000:04d}"
