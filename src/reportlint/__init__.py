"""reportlint checks Chinese budget-performance reports: it recomputes their figures.

The names here are the whole public interface; everything else may change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.engine import check, extract, read
    from reportlint.result import Result
    from reportlint.rules import rule

__all__ = ["Result", "check", "extract", "read", "rule"]

_HOMES = {
    "Result": "reportlint.result",
    "check": "reportlint.engine",
    "extract": "reportlint.engine",
    "read": "reportlint.engine",
    "rule": "reportlint.rules",
}


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that `import reportlint` stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module 'reportlint' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    return found
