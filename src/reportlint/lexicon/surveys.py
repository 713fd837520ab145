"""Words of surveys and samples: surveys.toml, compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "surveys.toml"


@dataclass(frozen=True, slots=True)
class SurveyWords:
    """`asked` and `counted` match at the end of the words before a figure, `followed` after it."""

    units: frozenset[str]
    asked: regex.Pattern[str]
    counted: regex.Pattern[str]
    followed: regex.Pattern[str]
    weighted: regex.Pattern[str]


@cache
def survey_words() -> SurveyWords:
    """The words of the lexicon. Raises `LexiconError`."""
    data = read_toml(FILE)
    joined = {
        key: f"(?:{'|'.join(strings(FILE, data, key))})"
        for key in ("asked", "counted", "followed", "weighted")
    }
    try:
        return SurveyWords(
            units=frozenset(strings(FILE, data, "units")),
            asked=compiled(joined["asked"] + r"\s*$"),
            counted=compiled(joined["counted"] + r"\s*$"),
            followed=compiled(joined["followed"]),
            weighted=compiled(joined["weighted"]),
        )
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error
