"""The pipeline's components, registered by name as factories."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc, Span

from reportlint.facts.claims.book import Book
from reportlint.facts.claims.identities import identity_claims
from reportlint.facts.claims.making import numbered
from reportlint.facts.claims.paragraphs import (
    ReadParagraph,
    Source,
    claims_of,
    read_paragraph,
    scan,
)
from reportlint.facts.claims.reading import Setting
from reportlint.facts.pipeline.words import words_between

for _name in ("figures", "claims", "year", "scan", "paragraph", "book"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component("reportlint_figures")
def figures(doc: Doc) -> Doc:
    """Every figure: `doc.spans["figures"]`, labelled by kind, and `doc._.figures`."""
    found = _paragraph(doc).figures
    doc._.figures = found
    doc.spans["figures"] = _spans(doc, [(f.start, f.end, str(f.numeral.kind), f.id) for f in found])
    return doc


@Language.component("reportlint_indicators")
def indicators(doc: Doc) -> Doc:
    """The words that say what a figure is a figure of, labelled by concept where it has one."""
    spans = []
    found = _paragraph(doc)
    for figure in found.figures:
        words = figure.indicator.text
        start = found.passage.text.rfind(words, 0, figure.start) if words else -1
        if start >= 0:
            label = figure.indicator.concept or "indicator"
            spans.append((start, start + len(words), label, figure.id))
    doc.spans["indicators"] = _spans(doc, spans)
    return doc


@Language.component("reportlint_claims")
def claims(doc: Doc) -> Doc:
    """The words of every statement that relates figures, and `doc._.claims`.

    A `doc._.book` holds what the rest of a report says; without it the text stands alone.
    """
    paragraph = _paragraph(doc)
    if doc._.book is None:
        alone = [paragraph.passage]
        made = [*claims_of(paragraph, Book(alone)), *identity_claims(alone, ())]
    else:
        made = list(claims_of(paragraph, doc._.book))
    found = numbered(made)
    doc._.claims = found
    spans = [(c.words.start, c.words.end, str(c.kind), c.id) for c in found]
    doc.spans["claims"] = _spans(doc, spans)
    return doc


def _paragraph(doc: Doc) -> ReadParagraph:
    """Read the text once, whichever component comes first."""
    if doc._.paragraph is None:
        scanned = doc._.scan or scan(Source(doc.text, Setting(year=doc._.year)))
        setting = replace(scanned.source.setting, words=partial(words_between, doc))
        doc._.paragraph = read_paragraph(scanned, setting)
    found: ReadParagraph = doc._.paragraph
    return found


def _spans(doc: Doc, found: list[tuple[int, int, str, str]]) -> list[Span]:
    spans = (
        doc.char_span(start, end, label=label, span_id=name, alignment_mode="expand")
        for start, end, label, name in found
    )
    return [s for s in spans if s is not None]
