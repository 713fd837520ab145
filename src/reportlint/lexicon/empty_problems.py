"""The ways of saying nothing in a problems field: empty_problems.toml, compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "empty_problems.toml"


@dataclass(frozen=True, slots=True)
class EmptyForms:
    """Patterns over one clause. All but `fault`, `other` and `praise` match a whole clause."""

    none: regex.Pattern[str]
    disclosure: regex.Pattern[str]
    deferred: regex.Pattern[str]
    filler: regex.Pattern[str]
    promise: regex.Pattern[str]
    praise: regex.Pattern[str]
    fault: regex.Pattern[str]
    other: regex.Pattern[str]


@cache
def empty_forms() -> EmptyForms:
    """The forms of the lexicon. Raises `LexiconError`."""
    data = read_toml(FILE)
    words = {key: "|".join(strings(FILE, data, key)) for key in data}
    try:
        denied = (
            r".{{0,24}}?(?:{negation})(?:过|了|有)?(?:{qualifier})*(?:{thing})(?:{tail})*"
        ).format_map(words)
        bare = "(?:{bare_subject}){{0,6}}(?:{bare})".format_map(words)
        return EmptyForms(
            none=_whole(bare, denied, words["none"]),
            disclosure=_whole(words["disclosure"]),
            deferred=_whole(words["deferred"]),
            filler=_whole(words["scene"]),
            promise=_whole(words["promise"]),
            praise=compiled(words["praise"]),
            fault=compiled(words["fault"]),
            other=compiled(words["other"]),
        )
    except KeyError as error:
        raise LexiconError(f"{FILE}: {error.args[0]} is missing") from error
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error


def _whole(*alternatives: str) -> regex.Pattern[str]:
    return compiled(rf"(?:{'|'.join(alternatives)})\Z", ignore_case=True)
