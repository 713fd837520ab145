"""Annotated passages as spaCy's `Example`s, for its `Scorer` and for training."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportlint.evaluation.annotated.model import Passage

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

FIGURE = "figure"


def examples(read: Iterable[Passage], nlp: Language) -> Iterator[Example]:
    """What `nlp` makes of each passage beside its annotation.

    Both docs hold the figures as `doc.spans["figures"]`, labelled `figure` (the annotation knows
    no kinds), so `Scorer.score_spans(examples, attr="figures", getter=…)` with a getter that
    returns `doc.spans[key]` gives precision, recall and F1. A figure that ends within a token is
    left out of the reference.
    """
    from spacy.training import Example

    for passage in read:
        predicted = nlp(passage.text)
        _label(predicted)
        reference = nlp.make_doc(passage.text)
        spans = (reference.char_span(m.start, m.end, label=FIGURE) for m in passage.marks)
        reference.spans["figures"] = [s for s in spans if s is not None]
        yield Example(predicted, reference)


def _label(doc: Doc) -> None:
    from spacy.tokens import Span

    found = doc.spans.get("figures", [])
    doc.spans["figures"] = [Span(doc, s.start, s.end, label=FIGURE) for s in found]
