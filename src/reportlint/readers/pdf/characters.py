"""What a printed character means: radicals folded, invisible ones dropped, garbage told."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_RADICALS = (0x2E80, 0x2EFF)
_FOLDED = ((0x2F00, 0x2FDF), (0xF900, 0xFAFF), (0xFB00, 0xFB06), (0x2F800, 0x2FA1F))
_DROPPED = frozenset(
    [
        *(0xAD, 0x61C, 0x180E, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0xFE00, 0xFE10)),
    ]
)
_PRINTED_HYPHEN = 0x02
"""pdfium's code for a hyphen at the end of a line."""
_REPLACEMENT = 0xFFFD


def _within(code: int, low: int, high: int) -> bool:
    return low <= code <= high


def is_private(code: int) -> bool:
    """Whether a code point means only what a font of its own makes of it."""
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000


def is_garbage(code: int) -> bool:
    """Whether a code point cannot be meant: private use, control, replacement."""
    return is_private(code) or code == _REPLACEMENT or (code < 0x20 and code not in (2, 9, 10, 13))


@cache
def _radicals() -> dict[str, str]:
    path = files("reportlint.lexicon").joinpath("radicals.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {pair[0]: pair[1] for pair in str(data["pairs"]).split()}


@cache
def meaning(code: int) -> str:
    """The text of one printed code point, empty for what is invisible."""
    if code in _DROPPED:
        return ""
    if code == _PRINTED_HYPHEN:
        return "-"
    if code < 0x20 or 0xD800 <= code <= 0xDFFF:
        return ""
    char = chr(code)
    if _within(code, *_RADICALS):
        return _radicals().get(char, char)
    if any(_within(code, *block) for block in _FOLDED):
        return unicodedata.normalize("NFKC", char)
    return char
