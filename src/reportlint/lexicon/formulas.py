"""Rates that have a name, with their operands: formulas.toml, validated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportlint.lexicon.additions import known_name
from reportlint.lexicon.cues import alternation
from reportlint.lexicon.terms import LexiconError, read_toml, strings

_NAME = "formulas.toml"
_NOTE = re.compile(r"[（(][^（）()]*[）)]$")
_QUOTES = str.maketrans("", "", "“”\"'‘’ ")


@dataclass(frozen=True, slots=True)
class Operand:
    """What an operand's indicator must have, must not have, and must say."""

    needs: frozenset[str]
    forbids: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A named rate in percent: numerator ÷ denominator, less one for a `growth`.

    `numerator` and `denominator` are readings in the order in which they are meant; `sign` −1
    turns a growth about (a saving).
    """

    id: str
    zh: str
    names: tuple[str, ...]
    growth: bool
    sign: int
    numerator: tuple[Operand, ...]
    denominator: tuple[Operand, ...]


@cache
def formulas() -> tuple[Formula, ...]:
    """All formulas. Raises `LexiconError`."""
    return tuple(_formula(entry) for entry in read_toml(_NAME).get("formula", ()))


def _formula(entry: dict[str, Any]) -> Formula:
    if entry.get("kind") not in ("ratio", "growth"):
        raise LexiconError(f"{_NAME}: {entry.get('id')}: kind: expected ratio or growth")
    return Formula(
        entry["id"],
        entry["zh"],
        strings(_NAME, entry, "names"),
        entry["kind"] == "growth",
        entry.get("sign", 1),
        tuple(map(_operand, strings(_NAME, entry, "numerator"))),
        tuple(map(_operand, strings(_NAME, entry, "denominator"))),
    )


def _operand(text: str) -> Operand:
    pieces = text.split()
    words = tuple(p[1:] for p in pieces if p.startswith("~"))
    forbids = frozenset(p[1:] for p in pieces if p.startswith("-"))
    return Operand(frozenset(p for p in pieces if p[0] not in "~-"), forbids, words)


@cache
def _by_name() -> dict[str, Formula]:
    return {name.translate(_QUOTES): f for f in formulas() for name in f.names}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation(_by_name()) + r"$")


def formula_of(name: str) -> Formula | None:
    """The formula of a rate whose name ends so (项目支出预算执行率), or None."""
    return _formula_of(known_name(name))


@lru_cache(maxsize=4096)
def _formula_of(name: str) -> Formula | None:
    found = _pattern().search(_NOTE.sub("", name.translate(_QUOTES)))
    return _by_name()[found[0]] if found else None


def rate_scope(name: str) -> str:
    """What stands before the rate's own name: 项目支出 in 项目支出预算执行率."""
    return _rate_scope(known_name(name))


@lru_cache(maxsize=4096)
def _rate_scope(name: str) -> str:
    plain = _NOTE.sub("", name.translate(_QUOTES))
    found = _pattern().search(plain)
    if found is None:
        return plain
    before = plain[: found.start()]
    return before + "支出" if before and found[0].startswith("支出") else before


@cache
def identities() -> dict[str, str]:
    """The identities' ids with their wording."""
    return {e["id"]: e["zh"] for e in read_toml(_NAME).get("identity", ())}
