"""What the prose says: its figures with their meaning, and the statements that relate them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document import Document, Heading
from reportlint.facts.claims.paragraphs import Source, scan
from reportlint.facts.claims.reading import Setting
from reportlint.facts.model import Claim, Figure, Outline, TableFacts

__all__ = ["read", "read_text"]

Found = tuple[tuple[Figure, ...], tuple[Claim, ...]]


def read(
    document: Document,
    outline: Outline,
    year: int | None = None,
    tables: Sequence[TableFacts] = (),
    table_figures: Sequence[Figure] = (),
    *,
    organization: str | None = None,
) -> Found:
    """The figures of the prose (ids `f<block>.<n>`) and the claims of prose and identities.

    `table_figures` are what a statement may refer to when its operands stand in no sentence.
    Claim ids are `c<n>` in document order.
    """
    titles = _titles(outline)
    return _carried(
        [
            Source(
                paragraph.text,
                Setting(index, outline.where(index), year, organization),
                isinstance(paragraph, Heading) or index in titles,
            )
            for index, paragraph in document.paragraphs()
        ],
        table_figures,
    )


def read_text(
    text: str, year: int | None = None, where: tuple[str, ...] = (), organization: str | None = None
) -> Found:
    """The figures and claims of one passage that stands alone (block 0)."""
    return _carried([Source(text, Setting(0, where, year, organization))], ())


def _carried(sources: Sequence[Source], table_figures: Sequence[Figure]) -> Found:
    """Let the spaCy pipeline carry the paragraphs that hold figures; without any, load nothing."""
    telling = [s for s in map(scan, sources) if s.holds_figures]
    if not telling:
        return (), ()
    from reportlint.facts.pipeline.carrier import carry

    return carry(telling, table_figures)


def _titles(outline: Outline) -> frozenset[int]:
    return frozenset(s.block for s in outline.sections if s.body_start is None)
