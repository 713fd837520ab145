"""How far two people agree who have annotated the same passages independently."""

from __future__ import annotations

from reportlint.config import Config
from reportlint.evaluation.annotated.answers import Answer, Answers, visible
from reportlint.evaluation.annotated.evaluation import summary
from reportlint.evaluation.annotated.model import Mark, Passage
from reportlint.evaluation.annotated.reading import passages
from reportlint.evaluation.annotated.scoring import score
from reportlint.evaluation.corpus import Corpus, Evaluation


def evaluate(corpus: Corpus, config: Config) -> Evaluation:
    """The second annotation, in `corpus`, against the first: the folder that `first` names.

    Passages go by their names; the program is not asked. Raises `ValueError` for a passage that
    the first lacks or words otherwise.
    """
    first = {p.name: p for p in passages(corpus.folder / str(corpus.settings["first"]))}
    again = passages(corpus.folder)
    pairs = [(_same(first, passage), passage) for passage in again]
    return summary([p for p, _ in pairs], [score(p, _answers(s)) for p, s in pairs])


def _same(first: dict[str, Passage], passage: Passage) -> Passage:
    found = first.get(passage.name)
    if found is None or visible(found.text)[1] != visible(passage.text)[1]:
        raise ValueError(f"{passage.file} {passage.name}: not the words of the first annotation")
    return found


def _answers(passage: Passage) -> Answers:
    figures = tuple(_answer(passage, m) for m in passage.marks if not m.optional)
    counted = [s for s in passage.statements if s.kind == "count"]
    relations = tuple((s, not s.optional) for s in passage.statements if s.kind != "count")
    return Answers(figures, relations, tuple((s.result, s.listed, s.listed) for s in counted))


def _answer(passage: Passage, mark: Mark) -> Answer:
    before, _ = visible(passage.text)
    words = passage.text[mark.start : mark.end]
    name = mark.indicators[0].replace("·", "") if mark.indicators else ""
    return Answer(
        mark.id, before[mark.start], before[mark.end], words, mark.value, mark.unit, name, None
    )
