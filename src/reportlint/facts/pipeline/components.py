"""The pipeline's components, registered by name as factories."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from reportlint.facts.claims import read_text
from reportlint.facts.model import Claim, Figure

for _name in ("figures", "claims", "year"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component("reportlint_figures")
def figures(doc: Doc) -> Doc:
    """Every figure: `doc.spans["figures"]`, labelled by kind, and `doc._.figures`."""
    found, _ = _facts(doc)
    doc.spans["figures"] = _spans(doc, [(f.start, f.end, str(f.numeral.kind), f.id) for f in found])
    return doc


@Language.component("reportlint_indicators")
def indicators(doc: Doc) -> Doc:
    """The words that say what a figure is a figure of, labelled by concept where it has one."""
    found, _ = _facts(doc)
    spans = []
    for figure in found:
        words = figure.indicator.text
        start = doc.text.rfind(words, 0, figure.start) if words else -1
        if start >= 0:
            label = figure.indicator.concept or "indicator"
            spans.append((start, start + len(words), label, figure.id))
    doc.spans["indicators"] = _spans(doc, spans)
    return doc


@Language.component("reportlint_claims")
def claims(doc: Doc) -> Doc:
    """The words of every statement that relates figures, labelled by relation."""
    _, found = _facts(doc)
    spans = [(c.words.start, c.words.end, str(c.kind), c.id) for c in found]
    doc.spans["claims"] = _spans(doc, spans)
    return doc


def _facts(doc: Doc) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """Read the text once, whichever component comes first."""
    if doc._.figures is None:
        doc._.figures, doc._.claims = read_text(doc.text, doc._.year)
    return doc._.figures, doc._.claims


def _spans(doc: Doc, found: list[tuple[int, int, str, str]]) -> list[Span]:
    spans = (
        doc.char_span(start, end, label=label, span_id=name, alignment_mode="expand")
        for start, end, label, name in found
    )
    return [s for s in spans if s is not None]
