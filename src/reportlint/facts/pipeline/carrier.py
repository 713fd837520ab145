"""The pipeline at work on a report: every paragraph with figures is a `Doc` that carries them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from reportlint.facts.claims.book import Book
from reportlint.facts.claims.identities import identity_claims
from reportlint.facts.claims.making import numbered
from reportlint.facts.claims.paragraphs import Scan
from reportlint.facts.fits import with_fits
from reportlint.facts.model import Claim, Figure
from reportlint.facts.pipeline.components import claims, figures, indicators
from reportlint.facts.pipeline.language import language

_language = cache(language)


def carry(
    scans: Sequence[Scan], table_figures: Sequence[Figure] = ()
) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """The figures and claims of a report's paragraphs.

    All figures are read before any claim, since a statement may rest on figures of another
    paragraph or of a table.
    """
    nlp = _language()
    docs = [indicators(figures(_document(nlp, scan))) for scan in scans]
    passages = [doc._.paragraph.passage for doc in docs]
    book = Book(passages, table_figures)
    found: list[Claim] = []
    for doc in docs:
        doc._.book = book
        found += claims(doc)._.claims
    found += identity_claims(passages, table_figures)
    return tuple(f for doc in docs for f in doc._.figures), numbered(with_fits(passages, found))


def _document(nlp: Language, scan: Scan) -> Doc:
    doc = nlp.make_doc(scan.source.text)
    doc._.scan = scan
    return doc
