"""Passages in spaCy's terms."""

from __future__ import annotations

import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc, SpanGroup

from reportlint.evaluation.annotated.examples import examples
from reportlint.evaluation.annotated.reading import read_passages
from reportlint.facts.pipeline.language import language

TEXT = "== p1\n> 收入⟦a:80万元⟧，其中拨款⟦b:60万元⟧。\na: 收入\nb: 拨款\n~ sum a >= b\n"


def _figures(doc: Doc, key: str) -> SpanGroup:
    found: SpanGroup = doc.spans[key]
    return found


def test_the_scorer_of_spacy_reads_them() -> None:
    found = list(examples(read_passages(TEXT, "p.md"), language()))
    scores = Scorer.score_spans(found, attr="figures", getter=_figures)
    assert scores["figures_f"] == 1.0


def test_a_pipeline_without_figures_scores_nothing() -> None:
    found = list(examples(read_passages(TEXT, "p.md"), spacy.blank("zh")))
    scores = Scorer.score_spans(found, attr="figures", getter=_figures)
    assert scores["figures_f"] == 0.0
