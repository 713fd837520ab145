"""Where a gap on the page is a space in the text, and how the parts of a split line are joined."""

from __future__ import annotations

from functools import cache
from unicodedata import category, east_asian_width

_WIDE_GAP = 0.45
"""Gap between two ideographs, in ems, that is meant as a space."""
_PRINTED_GAP = 0.15
"""The same where the file holds a space character there."""
_MIXED_GAP = 1.2
"""Gap between an ideograph and a digit or letter: up to here it is typesetting."""
_NARROW_GAP = 0.3
_NARROW_PRINTED = 0.1
_LETTER_SPACED = 3
"""So many lone ideographs with spaces between are one word set wide."""
_EITHER = frozenset("“”‘’…—·°℃‰①②③④⑤⑥⑦⑧⑨⑩")


@cache
def is_wide(char: str) -> bool:
    """Whether a character takes a full em in Chinese text."""
    return east_asian_width(char[:1]) in "WF"


@cache
def is_ideograph(char: str) -> bool:
    """Whether a character is an ideograph or full-width bracket, as set wide in labels."""
    return is_wide(char) and (category(char[:1]) == "Lo" or char in "（）")


def is_space(left: str, right: str, gap: float, printed: bool) -> bool:
    """Whether a gap of so many ems between two characters of a line is a space of the text."""
    wide = is_wide(left) + is_wide(right)
    if wide == 1 and (left in _EITHER or right in _EITHER):
        wide = 2
    if wide == 2:
        return gap >= _WIDE_GAP or (printed and gap >= _PRINTED_GAP)
    if wide == 1:
        return gap >= _MIXED_GAP
    return gap >= _NARROW_GAP or (printed and gap >= _NARROW_PRINTED)


def needless_spaces(text: str, every: bool) -> list[int]:
    """Positions of spaces that only set a word wide; with `every`, of all beside an ideograph."""
    found: list[int] = []
    parts = text.split(" ")
    start = 0
    lone = [len(p) == 1 and is_ideograph(p) for p in parts]
    whole = len(parts) > 1 and all(lone)
    for index, part in enumerate(parts[:-1]):
        start += len(part) + 1
        nearby = _run(lone, index)
        left, right = part[-1:], parts[index + 1][:1]
        beside = every and bool(left and right) and (is_wide(left) or is_wide(right))
        if whole or beside or (lone[index] and lone[index + 1] and nearby >= _LETTER_SPACED):
            found.append(start - 1)
    return found


def _run(lone: list[bool], index: int) -> int:
    low = high = index
    while low > 0 and lone[low - 1]:
        low -= 1
    while high + 1 < len(lone) and lone[high + 1]:
        high += 1
    return high - low + 1


def joint(left: str, right: str) -> str:
    """What stands between two lines of one paragraph: a space between Latin words, else nothing."""
    if not left or not right:
        return ""
    a, b = left[-1], right[0]
    if a.isascii() and b.isascii() and (a.isalpha() or a in ",.;:)") and b.isalpha():
        return " "
    return ""
