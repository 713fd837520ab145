"""Years of a report that names none: 本年 and 上年 are still two periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex

from reportlint.facts.model import Figure

NOMINAL = 1900
"""Stands for the report's year while figures are related, where no year is known."""
_NEAR = "|".join(str(NOMINAL + n) for n in range(-2, 2))
_NOMINAL = regex.compile(rf"(?:{_NEAR})\s*")


def undated(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures with periods counted from the nominal year taken off."""
    for figure in figures:
        known = _NOMINAL.match(figure.period) is None
        yield figure if known else replace(figure, period=_NOMINAL.sub("", figure.period))
