"""Output formats, one file (or folder) each: a new one adds its file and its line here.

A writer is a module with `EXTENSION`, `render` and `index` as in `Writer`. Writers of checks take
`Result` objects, those of extractions the documents of the JSON contract, those of comparisons
`Comparison` objects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, TypeVar, cast

CHECKS: Mapping[str, str] = {
    "text": "reportlint.writers.text",
    "text-concise": "reportlint.writers.text.concise",
    "text-by-rule": "reportlint.writers.text.by_rule",
    "json": "reportlint.writers.json",
    "html": "reportlint.writers.html",
    "xlsx": "reportlint.writers.xlsx",
    "sarif": "reportlint.writers.sarif",
    "junit": "reportlint.writers.junit",
    "github": "reportlint.writers.github",
    "gitlab": "reportlint.writers.gitlab",
    "opinion": "reportlint.writers.opinion",
}
"""Formats of `check`: name and module."""

EXTRACTIONS: Mapping[str, str] = {
    "text": "reportlint.writers.extraction.text",
    "json": "reportlint.writers.extraction.json",
}
"""Formats of `extract`: name and module."""

COMPARISONS: Mapping[str, str] = {
    "text": "reportlint.writers.comparison.text",
    "json": "reportlint.writers.comparison.json",
}
"""Formats of `compare`: name and module."""

BINARY = frozenset({"xlsx", "opinion"})
"""Formats whose `render` and `index` return bytes: not for a terminal."""

Item = TypeVar("Item", contravariant=True)


@dataclass(frozen=True, slots=True)
class View:
    """For whose eyes: `lang` zh or en, whether `color` can be shown, `width` in columns.

    `titled`: the output becomes a file of its own and must say what it is.
    """

    lang: str = "zh"
    color: bool = False
    width: int = 100
    titled: bool = False


class Writer(Protocol[Item]):
    """What the module of a format offers."""

    EXTENSION: str

    def render(self, items: Sequence[Item], view: View) -> str | bytes:
        """All reports as one output."""
        ...

    def index(self, files: Sequence[tuple[str, Item]], view: View) -> str | bytes:
        """The index of a folder with one file (its name) per report."""
        ...


def writer(formats: Mapping[str, str], name: str) -> Writer[object]:
    """The writer of a format. Raises `KeyError` for a format that does not exist."""
    return cast("Writer[object]", import_module(formats[name]))
