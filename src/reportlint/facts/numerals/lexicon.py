"""Set phrases in which a number character counts nothing (`lexicon/number_words.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Loose:
    """What the loose mode passes over.

    `phrases` begin with the number character, `preceded` end with it (队伍); `counts` is found in
    every run that is a number and not a magnitude alone.
    """

    phrases: re.Pattern[str]
    preceded: re.Pattern[str]
    counts: re.Pattern[str]


@cache
def load_loose() -> Loose:
    """The phrases of the lexicon."""
    text = (resources.files("reportlint.lexicon") / "number_words.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Loose(
        phrases=re.compile("|".join(map(re.escape, data["phrases"]))),
        preceded=re.compile("|".join(map(re.escape, data["words"]))),
        counts=re.compile(data["counts"]),
    )
