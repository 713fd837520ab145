"""Words that set two figures against each other: comparing.toml, compiled."""

from __future__ import annotations

import re
from functools import cache

from reportlint.lexicon.cues import alternation, cues
from reportlint.lexicon.terms import read_toml, strings

_NAME = "comparing.toml"


@cache
def _list(key: str) -> tuple[str, ...]:
    return strings(_NAME, read_toml(_NAME), key)


@cache
def reference() -> re.Pattern[str]:
    """What another figure is set against."""
    return re.compile(alternation(_list("reference")))


@cache
def outcome() -> re.Pattern[str]:
    """What came of it."""
    return re.compile(alternation(_list("outcome")))


@cache
def measure() -> re.Pattern[str]:
    """A name of a percentage that measures a change, at the end of words."""
    return re.compile(rf"{alternation(_list('measures'))}[^，。；：]{{0,4}}$")


@cache
def sense() -> re.Pattern[str]:
    """A word for more (`up`) or for less."""
    up = alternation((*_list("up"), *cues()["up"]))
    down = alternation((*_list("down"), *cues()["down"]))
    return re.compile(rf"(?:(?P<up>{up})|(?P<down>{down}))(?!达|标准|质量|等)")


@cache
def over_base() -> re.Pattern[str]:
    """A name of a percentage that a printed difference makes over its base."""
    return re.compile(alternation(_list("over_base")))


@cache
def together() -> re.Pattern[str]:
    """Words for several figures taken together."""
    return re.compile(alternation(_list("together")))
