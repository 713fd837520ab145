"""What problems and measures are about: topics.toml, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from reportlint.lexicon.terms import LexiconError, read_toml, strings

FILE = "topics.toml"


@dataclass(frozen=True, slots=True)
class Topics:
    """`stop`: pairs of characters that show no subject; `answers_all`, `answered`: see the file."""

    stop: frozenset[str]
    answers_all: regex.Pattern[str]
    answered: regex.Pattern[str]
    topics: Mapping[str, regex.Pattern[str]]

    def of(self, text: str) -> frozenset[str]:
        """The topics that a text touches."""
        return frozenset(name for name, words in self.topics.items() if words.search(text))

    def substance(self, text: str) -> frozenset[str]:
        """The pairs of characters that show its subject."""
        runs = regex.findall(r"\p{Han}+", text)
        pairs = {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
        return frozenset(pairs - self.stop)


@cache
def topics() -> Topics:
    """The words of the lexicon. Raises `LexiconError`."""
    data = read_toml(FILE)
    try:
        return Topics(
            stop=frozenset(strings(FILE, data, "stop")),
            answers_all=regex.compile("|".join(strings(FILE, data, "all"))),
            answered=regex.compile("|".join(strings(FILE, data, "answered"))),
            topics={
                name: regex.compile("|".join(strings(FILE, data["topics"], name)))
                for name in data["topics"]
            },
        )
    except KeyError as error:
        raise LexiconError(f"{FILE}: {error.args[0]} is missing") from error
    except regex.error as error:
        raise LexiconError(f"{FILE}: {error}") from error
