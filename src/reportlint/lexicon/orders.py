"""Words that say which of two quantities is the larger: orders.toml, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import read_toml, strings

_NAME = "orders.toml"
_DIRECTIONS = {"over": 1, "passing": 1, "reaching": 1, "better": 1, "under": -1, "within": -1}


@dataclass(frozen=True, slots=True)
class OrderWords:
    """`compared` finds a comparing word, `equal` one of likeness behind the figure.

    `direction` of a word: +1 where the quantity spoken of is at least the other, −1 at most.
    """

    compared: re.Pattern[str]
    equal: re.Pattern[str]
    unprinted: re.Pattern[str]
    reference: re.Pattern[str]
    adverbs: re.Pattern[str]
    direction: Mapping[str, int]
    reaching: frozenset[str]
    passing: frozenset[str]
    better: frozenset[str]
    agreeing: frozenset[str]


@cache
def order_words() -> OrderWords:
    """The words, compiled once. Raises `LexiconError`."""
    data = read_toml(_NAME)
    lists = {key: strings(_NAME, data, key) for key in data}
    direction = {word: way for key, way in _DIRECTIONS.items() for word in lists[key]}
    loosely = alternation(lists["loosely"])
    alike = alternation(lists["equal"] + lists["agreeing"])
    nouns = (
        "(?:的)?(?:水平|数|决算数?|预算数?|标准|目标值?|金额|总额|比例|速度|进度)?(?:相比|相较)?"
    )
    return OrderWords(
        compared=re.compile(alternation(direction)),
        equal=re.compile(
            rf"{nouns}(?:也|均|完全)?(?P<loosely>{loosely})?(?:保持)?(?P<word>{alike})"
        ),
        unprinted=re.compile(
            rf"(?P<word>{alternation(direction)})(?:了|年度|年初|全年|既定|预期|预定|设定|规定|绩效|控制|该|的)*"
            rf"{alternation(lists['standards'])}(?=[，,。；;）)\n]|$|约?\d)"
        ),
        reference=re.compile(alternation(lists["reference"])),
        adverbs=re.compile(rf"(?:{alternation(lists['adverbs'])}|[\s，,])*"),
        direction=direction,
        **{key: frozenset(lists[key]) for key in ("reaching", "passing", "better", "agreeing")},
    )
