"""What a printed text must look like to be a figure: enough to tell tables from prose."""

from __future__ import annotations

import regex

_PART = regex.compile(r"[\d.,，]+[%％‰]?")
_WHOLE = regex.compile(
    r"[-－+约]?[≥≤＞＜><]?[（(]?[-－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[%％‰]?[)）]?"
)


def is_part(text: str) -> bool:
    """Whether a text may be a figure or a piece of one."""
    return _PART.fullmatch(text) is not None


def is_figure(text: str) -> bool:
    """Whether a text is one well-formed figure."""
    return _WHOLE.fullmatch(text) is not None
