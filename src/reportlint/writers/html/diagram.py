"""The money of a report as a small picture: bars to one scale, and the parts of a whole."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reportlint.result import Amount, Money
from reportlint.result.visible import visible

WIDTH = 400
"""Units of the drawing from left to right."""

_ROW, _BAR, _TOP = 30, 8, 14
_LABEL = 22


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount. `y` is the baseline of its words; the bar begins at `x`, just below them."""

    label: str
    quote: str
    y: int
    x: str
    width: str
    share: str
    centre: str
    shade: int


@dataclass(frozen=True, slots=True)
class Diagram:
    """Bars below each other; `parts` share the one bar at `parts_y` and have a line each."""

    bars: tuple[Bar, ...]
    parts: tuple[Bar, ...]
    whole: str
    parts_y: int
    height: int


def diagram(money: Money) -> Diagram:
    """Lay the picture out."""
    longest = max(bar.yuan for bar in money.bars)
    bars = tuple(
        _bar(amount, index, Fraction(0), amount.yuan / longest)
        for index, amount in enumerate(money.bars)
    )
    below = len(bars) * _ROW + 6
    parts = _parts(money)
    whole = f"{visible(money.whole.label)} {visible(money.whole.quote)}" if money.whole else ""
    height = below + (46 + 20 * len(parts) if parts else 0)
    return Diagram(bars, parts, whole, below + 18, height)


def _bar(amount: Amount, index: int, start: Fraction, share: Fraction) -> Bar:
    return Bar(
        label=_short(amount.label),
        quote=visible(amount.quote),
        y=index * _ROW + _TOP,
        x=_number(start * WIDTH),
        width=_number(max(share * WIDTH, Fraction(1))),
        share=f"{_number(share * 100, 1)}%",
        centre=_number((start + share / 2) * WIDTH),
        shade=index % 8,
    )


def _parts(money: Money) -> tuple[Bar, ...]:
    total = sum((part.yuan for part in money.parts), Fraction(0))
    found: list[Bar] = []
    start = Fraction(0)
    for index, part in enumerate(money.parts if total else ()):
        share = part.yuan / total
        bar = _bar(part, index, start, share)
        found.append(bar)
        start += share
    return tuple(found)


def _short(label: str) -> str:
    text = visible(label)
    return text if len(text) <= _LABEL else text[: _LABEL - 1] + "…"


def _number(value: Fraction, places: int = 2) -> str:
    """A decimal for the drawing, rounded half up."""
    scale = 10**places
    whole, rest = divmod(int(value * scale + Fraction(1, 2)), scale)
    return f"{whole}.{rest:0{places}d}"
