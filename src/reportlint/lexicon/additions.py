"""Words that a user's configuration adds to the lexicon, in force while one report is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from functools import wraps
from typing import TypeVar

from reportlint.lexicon.terms import indicator_names

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Additions:
    """`names` leads an alias to the name it stands for; `units` gives units of money in yuan."""

    names: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, Decimal], ...] = ()


_NONE = Additions()
_CURRENT: ContextVar[Additions] = ContextVar("additions", default=_NONE)


def current() -> Additions:
    """The additions in force."""
    return _CURRENT.get()


@contextmanager
def using(aliases: Mapping[str, Sequence[str]], units: Mapping[str, Decimal]) -> Iterator[None]:
    """Put a configuration's words in force.

    The keys of `aliases` are ids of `indicators.toml` or names that the lexicon knows.
    """
    known = indicator_names()
    names = tuple(
        (alias, known.get(key, (key,))[0]) for key, given in aliases.items() for alias in given
    )
    token = _CURRENT.set(Additions(names, tuple(units.items())))
    try:
        yield
    finally:
        _CURRENT.reset(token)


def known_name(phrase: str) -> str:
    """`phrase` with an alias in it replaced by the name it stands for."""
    for alias, name in current().names:
        if alias in phrase:
            return phrase.replace(alias, name)
    return phrase


def kept_per_vocabulary(make: Callable[[], T]) -> Callable[[], T]:
    """Cache what is made of the lexicon, once for each set of additions."""
    kept: dict[Additions, T] = {}

    @wraps(make)
    def cached() -> T:
        additions = current()
        if additions not in kept:
            kept[additions] = make()
        return kept[additions]

    return cached
