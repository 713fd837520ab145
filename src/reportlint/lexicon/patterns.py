"""Wordings that are faults wherever they stand: residue.toml, placeholders.toml, typos.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from reportlint.lexicon.compiling import compiled
from reportlint.lexicon.terms import LexiconError, read_toml

SCOPES = ("any", "prose", "sentence", "cell")
_KEYS = {"id", "regex", "zh", "en", "right", "scope", "severity", "source"}


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One fault of wording.

    `pattern` finds it; its group `at`, if it has one, is what is pointed at. `zh`/`en` say what it
    is, `right` what should stand there ("" where nothing definite). `scope` says where it is one:
    `any` where, in `prose` (not in cells), in a `sentence` (prose, and cells that hold sentences),
    or as the whole of a `cell`. `severity` "" takes the rule's own.
    """

    id: str
    pattern: regex.Pattern[str]
    zh: str
    en: str
    right: str = ""
    scope: str = "any"
    severity: str = ""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in `text`."""
        for match in self.pattern.finditer(text):
            yield match.span("at" if "at" in self.pattern.groupindex else 0)

    def correction(self, words: str, text: str) -> str:
        """What should stand in `text` for `words`, which the pattern found there."""
        for match in self.pattern.finditer(text):
            if match.group() == words:
                return match.expand(self.right)
        return self.right


@cache
def word_patterns(name: str) -> tuple[WordPattern, ...]:
    """The patterns of `name`.toml. Raises `LexiconError`: file, entry, what is wrong."""
    file = f"{name}.toml"
    data = read_toml(file)
    words = {k: str(v) for k, v in data.get("words", {}).items()}
    found = tuple(_pattern(file, entry, words) for entry in data.get("pattern", ()))
    found += tuple(plain_typo(*pair) for pair in data.get("plain", {}).items())
    ids = [p.id for p in found]
    if repeated := {i for i in ids if ids.count(i) > 1}:
        raise LexiconError(f"{file}: id used twice: {', '.join(sorted(repeated))}")
    return found


def plain_typo(wrong: str, right: str) -> WordPattern:
    """A word that is wrong in every context."""
    return WordPattern(wrong, compiled(regex.escape(wrong)), "错字", "a wrong word", right)


def _pattern(file: str, entry: Mapping[str, Any], words: Mapping[str, str]) -> WordPattern:
    handle = entry.get("id") or "(no id)"
    if unknown := set(entry) - _KEYS:
        raise LexiconError(f"{file}: {handle}: unknown key {sorted(unknown)[0]}")
    scope = entry.get("scope", "any")
    if scope not in SCOPES:
        raise LexiconError(f"{file}: {handle}: scope: expected one of {', '.join(SCOPES)}")
    try:
        found = compiled(_filled(str(entry["regex"]), words))
        texts = (str(entry["zh"]), str(entry["en"]), str(entry.get("right", "")))
    except KeyError as error:
        raise LexiconError(f"{file}: {handle}: {error.args[0]} is missing") from error
    except regex.error as error:
        raise LexiconError(f"{file}: {handle}: regex: {error}") from error
    return WordPattern(handle, found, *texts, scope, str(entry.get("severity", "")))


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """Replace `<name>` by the alternatives of the file's table `words`."""
    for name, alternatives in words.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{alternatives})")
    return pattern
