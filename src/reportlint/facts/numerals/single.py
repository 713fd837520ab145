"""From one quantity to a numeral: hedges around it, and what the words mean."""

from __future__ import annotations

import re
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import FigureKind, Hedge, Numeral
from reportlint.facts.numerals.acceptance import accepted
from reportlint.facts.numerals.hedges import load_hedges
from reportlint.facts.numerals.meaning import hedged, last_place, rounded
from reportlint.facts.numerals.openings import (
    Opening,
    in_currency,
    in_suffix,
    kind_of,
    read_opening,
)
from reportlint.facts.numerals.written import Quantity

_BARE = re.compile(r"[百千万亿]")
_COMPARISONS = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.GREATER, Hedge.LESS)


def single(plain: str, q: Quantity, floor: int) -> Numeral | None:
    """The numeral of one quantity, None if it is no figure where it stands."""
    if not accepted(plain, q) and not _compared(plain, q):
        return None
    opening = read_opening(plain, q, floor)
    if opening.end is not None:
        q = in_suffix(q, opening.suffix)
    elif q.unit is None:
        q = in_currency(q, plain[opening.start : q.start])
    start, end, hedge = _hedge(plain, q, opening, floor)
    return _numeral(plain, q, start, end, opening.sign, hedge)


def _hedge(plain: str, q: Quantity, opening: Opening, floor: int) -> tuple[int, int, Hedge | None]:
    """Start and end with the words that hedge the number, and what they are."""
    hedges = load_hedges()
    bare = bool(_BARE.fullmatch(plain, q.start, q.start + 1))
    ahead = hedges.ahead(plain, opening.start, q.name, bare=bare)
    behind = hedges.behind(plain, q.end) if opening.end is None else None
    end = opening.end or (behind.at if behind else q.end)
    hedge = q.vague or (behind.hedge if behind else None)
    if ahead:
        vague = q.vague if ahead.hedge is Hedge.ABOUT else None
        return max(ahead.at, floor), end, vague or ahead.hedge
    return opening.start, end, hedge or hedges.distant(plain, opening.start, q.name)


def _compared(plain: str, q: Quantity) -> bool:
    """Whether a bare number stands with a word of comparison (60以下, 不低于85)."""
    if q.spoken or q.name or q.number is None:
        return False
    hedges = load_hedges()
    ahead = hedges.ahead(plain, q.start, "")
    return bool(hedges.behind(plain, q.end) or (ahead and ahead.hedge in _COMPARISONS))


def _numeral(
    plain: str, q: Quantity, start: int, end: int, sign: int, hedge: Hedge | None
) -> Numeral:
    value = -q.number if sign < 0 and q.number is not None else q.number
    exact = _is_exact(q, hedge)
    place = Fraction(0) if exact else last_place(q.scale, q.decimals)
    return Numeral(
        start,
        end,
        plain[start:end],
        kind_of(q.kind, q.name, plain[start : q.start]),
        value,
        q.name,
        q.scale,
        q.decimals,
        _interval(q, value, place, hedge, tolerance=plain[start] == "±"),
        hedge,
        exact,
    )


def _is_exact(q: Quantity, hedge: Hedge | None) -> bool:
    return (
        q.kind is FigureKind.COUNT
        and q.number is not None
        and q.scale == 1
        and not q.decimals
        and hedge is None
        and not q.magnitude
    )


def _interval(
    q: Quantity, value: Fraction | None, place: Fraction, hedge: Hedge | None, *, tolerance: bool
) -> Interval:
    if value is None or (q.low is not None and q.high is not None):
        return Interval((q.low or Fraction(0)) * q.scale, (q.high or Fraction(0)) * q.scale)
    base = value if q.scale == 1 else value * q.scale
    if q.denominator:
        place = Fraction(1, q.denominator)
    if tolerance:
        return Interval(-base, base)
    return hedged(base, place, hedge) if hedge else rounded(base, place)
