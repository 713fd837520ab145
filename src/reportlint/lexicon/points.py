"""How a change of a rate is worded: points.toml, compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "points.toml"


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """`change` finds a verb of change with its percentage, group `at` being what to point at.

    `rate_end` and `other_end` match a noun at the end of a text; `against` a whole comparison.
    """

    change: regex.Pattern[str]
    rate: regex.Pattern[str]
    not_rate: regex.Pattern[str]
    against: regex.Pattern[str]


@cache
def change_words() -> ChangeWords:
    """The words of the lexicon. Raises `LexiconError`."""
    data = read_toml(FILE)
    words = {key: "|".join(strings(FILE, data, key)) for key in data}
    try:
        return ChangeWords(
            change=compiled(
                rf"(?P<at>(?:同比|环比)?(?P<verb>{words['verbs']})(?!{words['to_level']})了?\s*"
                r"(?:约|近|超过?|仅)?\s*[-－+＋]?\d+(?:[.．]\d+)?\s*[%％])"
                r"(?![%％]?\s*(?:左右)?\s*[-－—~～至到]\s*\d*[.．]?\d*\s*个?百分点)"
            ),
            rate=compiled(rf"(?:{words['rates']})[”\"’）)]?$"),
            not_rate=compiled(rf"(?:{words['not_rates']})[”\"’）)]?$"),
            against=compiled(rf"(?:{words['against']}|\s)*\Z"),
        )
    except KeyError as error:
        raise LexiconError(f"{FILE}: {error.args[0]} is missing") from error
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error
