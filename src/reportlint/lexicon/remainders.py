"""Words of differences and balances: remainders.toml, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import read_toml, strings

_NAME = "remainders.toml"
_TAIL = r"(?:了|约|为|共|的|计|资金|金额|款|数|额|部分|预算|人|是|有|达|达到|合计|[：:])*$"


@dataclass(frozen=True, slots=True)
class RemainderWords:
    """`remainder` finds such a word right before a figure; the others find theirs anywhere."""

    remainder: re.Pattern[str]
    disturbing: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    inflow: re.Pattern[str]
    outflow: re.Pattern[str]


@cache
def remainder_words() -> RemainderWords:
    """The patterns, compiled once. Raises `LexiconError`."""
    data = read_toml(_NAME)
    words = {key: alternation(strings(_NAME, data, key)) for key in data}
    return RemainderWords(
        remainder=re.compile(rf"(?<!减)(?P<word>{words['remainder']}){_TAIL}"),
        **{
            key: re.compile(words[key])
            for key in ("disturbing", "opening", "closing", "inflow", "outflow")
        },
    )
