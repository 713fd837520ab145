"""From quantities to numerals: signs, brackets, hedges and ranges around them."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import FigureKind, Hedge, Numeral
from reportlint.facts.numerals.acceptance import accepted
from reportlint.facts.numerals.hedges import load_hedges
from reportlint.facts.numerals.meaning import hedged, last_place, rounded
from reportlint.facts.numerals.patterns import load_patterns
from reportlint.facts.numerals.quantity import read_quantity
from reportlint.facts.numerals.units import load_units
from reportlint.facts.numerals.written import ONE, Quantity, factor

_SIGN = re.compile(r"(?<![0-9A-Za-z)—\-])(?P<minus>[-负])[ ]?$|(?P<plus>(?<![0-9A-Za-z)])\+|±)$")
_CURRENCY = re.compile(r"(?:人民币|[¥￥$€£]|RMB|CNY|US\$|USD|港币|新台币)[ ]{0,2}$")
_CURRENCIES = (
    ("港币", "港币"),
    ("新台币", "新台币"),
    ("$", "美元"),
    ("USD", "美元"),
    ("€", "欧元"),
    ("£", "英镑"),
)
_AFTER_BRACKET = re.compile(r"\)[ ]?([万亿百千]{0,2}元|%)?")
_MONTHLY = re.compile(r"[从由自][^，。；、]{0,3}$")
_TO = re.compile(r"[至到]")
_BARE = re.compile(r"[百千万亿]")
_COMPARISONS = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.GREATER, Hedge.LESS)
_BAND = re.compile(r"\((?P<open>不)?含[^()]{0,6}\)[ ]?|[ ]?之间")


def single(plain: str, q: Quantity, floor: int) -> Numeral | None:
    """The numeral of one quantity, None if it is no figure where it stands."""
    if not accepted(plain, q) and not _compared(plain, q):
        return None
    start, sign, suffix = _opening(plain, q, floor)
    hedges = load_hedges()
    ahead = hedges.ahead(
        plain, start, q.name, bare=bool(_BARE.fullmatch(plain, q.start, q.start + 1))
    )
    behind = hedges.behind(plain, q.end) if suffix is None else None
    hedge = q.vague or (behind.hedge if behind else None)
    if ahead:
        vague = q.vague if ahead.hedge is Hedge.ABOUT else None
        hedge, start = vague or ahead.hedge, max(ahead.at, floor)
    hedge = hedge or hedges.distant(plain, start, q.name)
    if q.unit is None:
        q = _foreign(q, plain[start : q.start])
    end = suffix[0] if suffix else behind.at if behind else q.end
    return _numeral(plain, q, start, end, sign, hedge, suffix[1] if suffix else "")


def _compared(plain: str, q: Quantity) -> bool:
    """Whether a bare number stands with a word of comparison (60以下, 不低于85)."""
    if q.spoken or q.name or q.number is None:
        return False
    hedges = load_hedges()
    ahead = hedges.ahead(plain, q.start, "")
    return bool(hedges.behind(plain, q.end) or (ahead and ahead.hedge in _COMPARISONS))


def _foreign(q: Quantity, opening: str) -> Quantity:
    """A currency that stands before the number names the unit that does not follow it."""
    found = next((u for mark, u in _CURRENCIES if mark in opening), None)
    if found is None:
        return q
    unit = load_units().named[found]
    return replace(q, unit=unit, name=q.magnitude + found)


def _opening(plain: str, q: Quantity, floor: int) -> tuple[int, int, tuple[int, str] | None]:
    """Where sign or currency begin, the sign, and end and unit behind an accountant's bracket."""
    bracket = _bracket(plain, q)
    if bracket:
        return q.start - 1, -1, bracket
    start, window = q.start, max(floor, q.start - 5)
    currency = _CURRENCY.search(plain, window, start)
    start = currency.start() if currency else start
    sign = _SIGN.search(plain, max(floor, start - 3), start)
    if not sign:
        return start, 1, None
    return sign.start(), (-1 if sign["minus"] else 1), None


def _bracket(plain: str, q: Quantity) -> tuple[int, str] | None:
    """（9,325.96）万元: end and unit behind the bracket. （3）万元 is a list number."""
    if plain[q.start - 1 : q.start] != "(" or q.spoken or q.start == 0:
        return None
    after = _AFTER_BRACKET.match(plain, q.end)
    if not after or not (q.unit or after[1]) or (q.unit and after[1]):
        return None
    if not after[1] or (not q.decimals and "," not in plain[q.start : q.end]):
        return None
    return after.end(), after[1]


def _numeral(
    plain: str, q: Quantity, start: int, end: int, sign: int, hedge: Hedge | None, suffix: str
) -> Numeral:
    value = -q.number if sign < 0 and q.number is not None else q.number
    scale, kind, name = _suffixed(suffix) if suffix else (q.scale, q.kind, q.name)
    exact = _is_exact(q, kind, scale, hedge)
    place = Fraction(0) if exact else last_place(scale, q.decimals)
    return Numeral(
        start,
        end,
        plain[start:end],
        _amount(kind, name, plain[start : q.start]),
        value,
        name,
        scale,
        q.decimals,
        _interval(q, value, scale, place, hedge),
        hedge,
        exact,
    )


def _suffixed(suffix: str) -> tuple[Fraction, FigureKind, str]:
    if suffix == "%":
        return ONE, FigureKind.PERCENT, suffix
    factors = {"万": 10**4, "亿": 10**8, "百": 100, "千": 1000}
    scale = ONE
    for word in suffix[:-1]:
        scale *= factors[word]
    return scale, FigureKind.AMOUNT, suffix


def _amount(kind: FigureKind, name: str, opening: str) -> FigureKind:
    """万 without 元 is money in these reports; so is a bare number behind ￥."""
    bare = kind is FigureKind.OTHER and (name[-1:] in "万亿" if name else False)
    return FigureKind.AMOUNT if bare or _CURRENCY.search(opening) else kind


def _is_exact(q: Quantity, kind: FigureKind, scale: Fraction, hedge: Hedge | None) -> bool:
    return (
        kind is FigureKind.COUNT
        and q.number is not None
        and scale == 1
        and not q.decimals
        and hedge is None
        and not q.magnitude
    )


def _interval(
    q: Quantity, value: Fraction | None, scale: Fraction, place: Fraction, hedge: Hedge | None
) -> Interval:
    if value is None or (q.low is not None and q.high is not None):
        return Interval((q.low or Fraction(0)) * scale, (q.high or Fraction(0)) * scale)
    base = value if scale == 1 else value * scale
    if q.denominator:
        place = Fraction(1, q.denominator)
    return hedged(base, place, hedge) if hedge else rounded(base, place)


def joined(plain: str, first: Quantity, floor: int) -> Numeral | None:
    """The range that `first` opens (5-10万, 90%～95%), None if it opens none."""
    if first.number is None or first.denominator:
        return None
    patterns = load_patterns()
    joint = patterns.joint.match(plain, first.end)
    core = patterns.core.match(plain, joint.end()) if joint else None
    if (
        not joint
        or not core
        or (_TO.search(joint[0]) and _MONTHLY.search(plain, max(0, first.start - 5), first.start))
    ):
        return None
    second = read_quantity(plain, core)
    if second and first.unit and first.spoken and first.kind is FigureKind.PERCENT:
        second = _under(first, second)
    if second is None or second.number is None or second.denominator:
        return None
    band = _BAND.match(plain, second.end)
    if band and not second.name:
        second = _banded(plain, second, band)
    low = _shared(first, second)
    if low is None or not (accepted(plain, second) if second.name else band):
        return None
    closed = not (band and band["open"])
    return _range(plain, first.start, second, low, max(floor, first.start - 3), closed=closed)


def _banded(plain: str, second: Quantity, band: re.Match[str]) -> Quantity:
    """80-90(不含90)分: the unit stands behind the remark."""
    tail = load_patterns().tail.match(plain, band.end())
    if not tail or not tail["unit"] or not band[0].startswith("("):
        return second
    unit, magnitude = load_units().named[tail["unit"]], tail["scale"] or ""
    return replace(
        second,
        end=tail.end("unit"),
        unit=unit,
        magnitude=magnitude,
        name=magnitude + unit.common,
        scale=factor(magnitude, unit.name),
    )


def _under(first: Quantity, second: Quantity) -> Quantity:
    """百分之三十至四十: the second number stands under the first one's 百分之."""
    if second.name or not second.spoken:
        return second
    return replace(second, unit=first.unit, name=first.name, scale=first.scale)


def _shared(first: Quantity, second: Quantity) -> Fraction | None:
    """The lower end in base units: it takes the scale and unit it does not print itself."""
    if first.number is None or second.number is None:
        return None
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return None
    unit = second.unit.scale if second.unit else ONE
    scale = first.scale if first.unit else first.scale * unit if first.magnitude else second.scale
    low = first.number * scale
    return low if low < second.number * second.scale else None


def _range(
    plain: str, start: int, second: Quantity, low: Fraction, floor: int, *, closed: bool
) -> Numeral:
    sign = _SIGN.search(plain, floor, start)
    start = sign.start() if sign else start
    low = -low if sign and sign["minus"] else low
    high = (second.number or Fraction(0)) * second.scale
    hedge = load_hedges().ahead(plain, start, second.name)
    start = hedge.at if hedge and hedge.hedge is Hedge.ABOUT else start
    return Numeral(
        start,
        second.end,
        plain[start : second.end],
        _amount(second.kind, second.name, plain[start : start + 1]),
        None,
        second.name,
        second.scale,
        second.decimals,
        Interval(low, high, True, closed),
        hedge.hedge if hedge and hedge.hedge is Hedge.ABOUT else None,
    )
