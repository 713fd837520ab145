"""A spaCy language for Chinese that segments with our dictionary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from reportlint.facts.segmentation import tagged

TOKENIZER = "reportlint.Segmenter.v1"


class Segmenter(DummyTokenizer):
    """Words and classes as `facts.segmentation` gives them; no character is lost."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as a `Doc`."""
        words = tagged(text)
        texts, tags = [w.text for w in words], [w.tag for w in words]
        return Doc(self.vocab, words=texts, spaces=[False] * len(texts), tags=tags)


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def segmenter() -> Callable[[Language], Segmenter]:
    """The tokenizer, by its name in the registry."""
    return lambda nlp: Segmenter(nlp.vocab)


def language() -> Language:
    """A blank `zh` with our tokenizer and the three components, in their order."""
    config: dict[str, Any] = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
    nlp = spacy.blank("zh", config=config)
    for name in ("reportlint_figures", "reportlint_indicators", "reportlint_claims"):
        nlp.add_pipe(name)
    return nlp
