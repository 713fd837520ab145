"""From a document to facts: outline, numbers, units, periods, indicators, tables, claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.facts.extraction import extract

__all__ = ["extract"]


def __getattr__(name: str) -> object:
    """Import `extract` on first use: the model alone must stay cheap."""
    if name != "extract":
        raise AttributeError(f"module 'reportlint.facts' has no attribute {name!r}")
    from reportlint.facts.extraction import extract

    return extract
