"""The injection benchmark as `reportlint eval` runs it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.config import Config
from reportlint.evaluation.corpus import Corpus, Evaluation
from reportlint.evaluation.injection.generation import items
from reportlint.evaluation.injection.items import Item
from reportlint.evaluation.injection.model import CorpusSpec, load_reports
from reportlint.evaluation.injection.scoring import Score, errors, flags_of, score
from reportlint.evaluation.injection.summary import Tally, missed, tables


def evaluate(corpus: Corpus, config: Config) -> Evaluation:
    """Check every item and add up. Raises `ValueError` for a broken corpus."""
    tally = Tally()
    misses: list[str] = []
    for item in load(corpus):
        if item.injections:
            scores = score(item, config)
            tally.add(item, scores)
            misses += [line for s in scores if (line := missed(s))]
        else:
            misses += _control(item, config, tally)
    return Evaluation(tables(tally), tuple(misses))


def load(corpus: Corpus) -> Iterator[Item]:
    """The items of a corpus. Raises `ValueError` for a broken one."""
    return items(CorpusSpec.model_validate(dict(corpus.settings)), load_reports(corpus.folder))


def _control(item: Item, config: Config, tally: Tally) -> list[str]:
    """A clean report: every error is a false one."""
    false = errors(flags_of(item, config))
    tally.control(item, len(false))
    return [f"FALSE {item.id} {item.report.kind}: {f.code} {f.message.zh}" for f in false]


__all__ = ["Score", "evaluate", "load"]
