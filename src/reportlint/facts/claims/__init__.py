"""What the prose says: its figures with their meaning, and the statements that relate them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.config import Config
from reportlint.document import Document
from reportlint.facts.model import Claim, Figure, Outline, TableFacts

__all__ = ["read"]


def read(
    document: Document,
    outline: Outline,
    year: int | None = None,
    tables: Sequence[TableFacts] = (),
    table_figures: Sequence[Figure] = (),
    config: Config | None = None,
    *,
    organization: str | None = None,
) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """The figures of the prose (ids `f<block>.<n>`) and the claims of prose and identities.

    `table_figures` are what a statement may refer to when its operands stand in no sentence.
    Claim ids are `c<n>` in document order.
    """
    return (), ()
