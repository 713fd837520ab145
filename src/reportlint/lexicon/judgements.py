"""Words of praise and the figures they must not stand beside: judgements.toml, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "judgements.toml"


@dataclass(frozen=True, slots=True)
class JudgedMeasure:
    """A rate, the praise it may earn, and the threshold (a name in `config.thresholds`).

    `named` matches at the end of the words before a figure; `praise` ends a clause.
    """

    id: str
    named: regex.Pattern[str]
    about: regex.Pattern[str]
    praise: regex.Pattern[str]
    limit: str
    deserved_above: bool


@cache
def judged_measures() -> tuple[JudgedMeasure, ...]:
    """The measures of the lexicon. Raises `LexiconError`."""
    return tuple(_measure(entry) for entry in read_toml(FILE).get("measure", ()))


def _measure(entry: Mapping[str, Any]) -> JudgedMeasure:
    handle = entry.get("id", "(no id)")
    words = {key: "|".join(strings(FILE, entry, key)) for key in ("names", "about", "words")}
    if entry.get("good") not in ("above", "below") or not isinstance(entry.get("limit"), str):
        raise LexiconError(f"{FILE}: {handle}: needs limit, and good: above or below")
    try:
        return JudgedMeasure(
            id=handle,
            named=compiled(rf"(?:{words['names']})(?:\p{{Han}}{{0,2}}?)$"),
            about=compiled(words["about"]),
            praise=compiled(
                rf"(?<![不未没非无]\p{{Han}}{{0,2}})(?P<at>{words['words']})"
                r"(?=\s*(?:[，,。；;、）)]|$|的?水平|状态|以上))"
            ),
            limit=entry["limit"],
            deserved_above=entry["good"] == "above",
        )
    except regex.error as error:
        raise LexiconError(f"{FILE}: {handle}: {error}") from error
