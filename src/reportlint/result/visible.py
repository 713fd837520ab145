"""Words from reports, made safe to print."""

from __future__ import annotations

import os
import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NO_CHARACTERS = "\ufffe\uffff"
"""What XML does not allow, and so neither docx nor xlsx."""
_SPELLED = frozenset(_BIDI + _NO_CHARACTERS)


def visible(text: str) -> str:
    """`text` on one line, with controls, escapes and direction marks spelled out.

    A report may hold terminal escapes or bidirectional controls that would change what the
    reader sees; line breaks and tabs become spaces.
    """
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\n\r\t\v\f\u2028\u2029":
        return " "
    if char in _SPELLED or unicodedata.category(char) in {"Cc", "Cs"}:
        return f"<{ord(char):04X}>"
    return char


def shown_path(path: str | os.PathLike[str]) -> str:
    """A path as it is printed: with `/`, and in characters even where the locale knows none."""
    text = os.fspath(path).replace(os.sep, "/")
    if text.isprintable():
        return text
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError:
        return text
