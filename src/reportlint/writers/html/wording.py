"""The words of the pages, in both languages: `words.toml` beside the templates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from reportlint.result import words as flag_words

LANGUAGES = ("zh", "en")

_LABELS = (
    "WORKING",
    "EXPECTED",
    "EVIDENCE",
    "ADVICE",
    "BASIS",
    "ALSO",
    "WHERE",
    "ANSWER",
    "SUPPRESSED",
)


class Words(Mapping[str, str]):
    """The words of one language by key; a missing key is a `KeyError`."""

    def __init__(self, lang: str, table: Mapping[str, str]) -> None:
        self.lang = lang
        self._table = table

    def __getitem__(self, key: str) -> str:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


@cache
def words(lang: str, package: str = "reportlint.writers.html") -> Words:
    """The words of `lang` (zh or en), those of `package` over the writer's own."""
    table = _words_of_flags(lang)
    for name in dict.fromkeys(("reportlint.writers.html", package)):
        table |= _read(name, lang)
    return Words(lang, table)


def _words_of_flags(lang: str) -> dict[str, str]:
    """What all outputs say of flags, by the values of the contract and by the names of labels."""
    values = flag_words.SEVERITIES, flag_words.STATUSES, flag_words.FAMILIES, flag_words.FATES
    found = {str(key): text for table in values for key, text in table.items()}
    found |= {name.lower(): getattr(flag_words, name) for name in _LABELS}
    found |= {f"role.{key}": text for key, text in flag_words.ROLES.items()}
    found |= {f"confidence.{key}": text for key, text in flag_words.CONFIDENCES.items()}
    inside = ("role.", "confidence.")
    return {
        key: text.in_(lang) if key.startswith(inside) else _capital(text.in_(lang))
        for key, text in found.items()
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _read(package: str, lang: str) -> dict[str, str]:
    text = (files(package) / "words.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)
    return {key: entry[lang] for key, entry in entries.items()}
