"""Patterns of the lexicon, compiled by whichever engine does it faster."""

from __future__ import annotations

import re
from typing import cast

import regex

_READ_OTHERWISE = re.compile(r"\\[wWbB]|\[\[|--|&&|~~|\|\|")
"""What both engines take, but do not understand alike: ① is a letter to one of them only."""


def compiled(pattern: str, *, ignore_case: bool = False) -> regex.Pattern[str]:
    """`pattern` as `regex` understands it. Raises `regex.error`.

    A short run spends more time on compiling than on searching, and `re` compiles in half the
    time. What it does not know it refuses (`\\p{Han}`); then regex takes over.
    """
    flags = re.IGNORECASE if ignore_case else re.NOFLAG
    if _READ_OTHERWISE.search(pattern) is None:
        try:
            return cast("regex.Pattern[str]", re.compile(pattern, flags))
        except re.error:
            pass
    return regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
