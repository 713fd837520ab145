"""The unit names of `lexicon/units.toml`: kind, factor, and how they are told in running text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib import resources
from typing import Any

from reportlint.facts.model import FigureKind
from reportlint.lexicon.additions import current, kept_per_vocabulary

ANY = "*"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its kind and the factor to the base unit.

    `ranking`: after Chinese characters the word ranks (三期), unless one of `counts_after` stands
    before them (分三期; `ANY`: any character of a word). `spoken_after`: after Chinese characters
    it is a unit only behind one of these (得九十分, not 十分重要). `half`: the name adds a half to
    the number (两个半月). `at_least`: a smaller number does not count (8点 is a time).
    """

    name: str
    kind: FigureKind
    scale: Fraction
    ranking: bool = False
    counts_after: str = ""
    spoken_after: str = ""
    half: bool = False
    plain: str = ""
    at_least: int = 0

    @property
    def common(self) -> str:
        """The unit's common name (元 for 元人民币)."""
        return self.plain or self.name


@dataclass(frozen=True, slots=True)
class Units:
    """All units; patterns of any of them as a whole word, and of what a price may be per."""

    named: Mapping[str, Unit]
    pattern: str
    per: str


@kept_per_vocabulary
def load_units() -> Units:
    """The units of the lexicon and the user's. Raises `ValueError` where the data is wrong."""
    text = (resources.files("reportlint.lexicon") / "units.toml").read_text("utf-8")
    data = tomllib.loads(text)
    ranking = _ranking(data)
    named: dict[str, Unit] = {}
    stops: dict[str, str] = dict(data["not_before"])
    for entry in data["unit"]:
        for name in _names(entry):
            named.setdefault(name, _unit(name, entry, ranking))
            stops.setdefault(name, entry.get("not_before", ""))
    for name, yuan in current().units:
        named[name] = Unit(name, FigureKind.AMOUNT, Fraction(yuan))
    return Units(named, alternatives(named, stops), alternatives(data["per"], {}))


def _ranking(data: Mapping[str, Any]) -> Mapping[str, str]:
    """Words that rank, each with what makes them count."""
    found: dict[str, str] = dict.fromkeys(data["ranking"]["names"], "")
    found |= dict.fromkeys(data["ranking_counts"]["names"], ANY)
    return found | dict.fromkeys(data["ranking_steps"]["names"], data["ranking_steps"]["after"])


def _unit(name: str, entry: Mapping[str, Any], ranking: Mapping[str, str]) -> Unit:
    kind = FigureKind(entry["kind"])
    scale = Fraction(entry.get("scale", "1"))
    counted = kind is FigureKind.COUNT or not entry.get("spoken", True)
    ranks = counted and name in ranking
    return Unit(
        name,
        kind,
        scale,
        ranks,
        ranking[name] if ranks else "",
        entry.get("spoken_after", ""),
        entry.get("half", False),
        entry.get("plain", "").replace("（", "(").replace("）", ")"),
        entry.get("at_least", 0),
    )


def _names(entry: Mapping[str, Any]) -> tuple[str, ...]:
    names = entry.get("names")
    if not isinstance(names, list) or not all(isinstance(n, str) and n for n in names):
        raise ValueError("lexicon/units.toml: a unit needs a list of names")
    return tuple(n.replace("（", "(").replace("）", ")") for n in names)


def alternatives(names: Iterable[str], stops: Mapping[str, str]) -> str:
    """A pattern of any of `names`, longest first, none before one of its stop characters."""
    return "|".join(_word(n, stops.get(n, "")) for n in sorted(names, key=len, reverse=True))


def _word(name: str, stop: str) -> str:
    if name[-1].isascii() and name[-1].isalnum():
        return re.escape(name) + "(?![A-Za-z0-9])"
    return re.escape(name) + (f"(?![{re.escape(stop)}])" if stop else "")
