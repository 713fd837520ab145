"""One number with its scale and unit, as written, before hedges and ranges are looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from reportlint.facts.model import FigureKind, Hedge
from reportlint.facts.numerals.patterns import load_patterns
from reportlint.facts.numerals.spoken import (
    DIGITS,
    MAGNITUDES,
    decimal_value,
    spoken_value,
)
from reportlint.facts.numerals.units import Unit, load_units

LONGEST = 40
"""Digits of the longest number that is read; longer runs are no figures."""

_ONE = Fraction(1)
_GAPS = str.maketrans("kK", "千千", ", ，\n")
_HUNDREDTHS = {"百": "%", "佰": "%", "千": "‰", "仟": "‰"}
_TRAILING = re.compile(r"(?:万亿|[万亿兆])$")
_TWO = re.compile(
    r"(?<![一二三四五六七八九])([一二三四五六七八九两])([二三四五六七八九])(?=([十百千万亿]*)$)"
)
_STOP = re.compile(r"[，,。；、;)]|$")
_MONEY = Unit("元", FigureKind.AMOUNT, _ONE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written.

    `number` is the mantissa without sign, None if the words are vague (十几, 两三百), then `low`
    and `high` hold its ends. `magnitude` is the written scale word (万), `name` the unit with it
    (万元), `scale` the factor of both to base units. `points` is a fraction's denominator, else 0.
    """

    start: int
    end: int
    number: Fraction | None
    decimals: int
    magnitude: str
    unit: Unit | None
    name: str
    scale: Fraction
    spoken: bool
    vague: Hedge | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    denominator: int = 0

    @property
    def kind(self) -> FigureKind:
        """The unit's kind; a bare fraction is a ratio, a bare 万 an amount."""
        if self.denominator:
            return FigureKind.RATIO
        return self.unit.kind if self.unit else FigureKind.OTHER


def counts_nothing(plain: str, core: re.Match[str]) -> bool:
    """Whether Chinese characters are followed by no unit, nor by the other end of a range."""
    if not core["words"]:
        return False
    patterns = load_patterns()
    tail = patterns.tail.match(plain, core.end())
    return not (tail and tail["unit"]) and not patterns.joint.match(plain, core.end())


def read_quantity(plain: str, core: re.Match[str]) -> Quantity | None:
    """The quantity whose number is `core`; None where the characters are no number."""
    if core["fraction"]:
        return _fraction(core)
    if core["half"]:
        return _half(core)
    if core.end() - core.start() > LONGEST + 20:
        return None
    if core["words"]:
        return _spoken(plain, core)
    return _written(plain, core)


def _fraction(core: re.Match[str]) -> Quantity | None:
    sign = _HUNDREDTHS.get(core["den"])
    pair = neighbours(core["num"]) if sign else None
    if sign and pair:
        unit = load_units().named[sign]
        return Quantity(
            core.start(),
            core.end(),
            None,
            0,
            "",
            unit,
            unit.name,
            unit.scale,
            True,
            low=pair[0],
            high=pair[1],
        )
    below, above = (decimal_value(core[g].translate(_GAPS)) for g in ("den", "num"))
    if below is None or above is None or not below[0]:
        return None
    if sign:
        unit = load_units().named[sign]
        number = -above[0] if core["neg"] else above[0]
        return Quantity(
            core.start(), core.end(), number, above[1], "", unit, unit.name, unit.scale, True
        )
    return _ratio(core, -above[0] if core["neg"] else above[0], below[0])


def _half(core: re.Match[str]) -> Quantity:
    """一半 is a ratio, 对折 a price at five tenths."""
    if core["half"][-1] != "折":
        return _ratio(core, Fraction(1), Fraction(2))
    unit = load_units().named["折"]
    five = Fraction(5)
    return Quantity(core.start(), core.end(), five, 0, "", unit, unit.name, unit.scale, True)


def _ratio(core: re.Match[str], above: Fraction, below: Fraction) -> Quantity:
    return Quantity(
        core.start(),
        core.end(),
        above / below,
        0,
        "",
        None,
        "",
        _ONE,
        True,
        denominator=max(1, int(below)),
    )


def _written(plain: str, core: re.Match[str]) -> Quantity | None:
    """Arabic digits, possibly with magnitudes between them (3万4000)."""
    body, decimals = core[0], 0
    if core["mixed"]:
        trailing = _TRAILING.search(body)
        value = spoken_value(body)
        magnitude = trailing[0] if trailing else ""
        value = value / _factor(magnitude) if value is not None else None
    else:
        digits = body.translate(_GAPS)
        if len(digits) > LONGEST:
            return None
        whole, _, tail = digits.partition(".")
        decimals, magnitude = len(tail), ""
        value = Fraction(int(whole + tail), 10**decimals)
    if value is None:
        return None
    return _with_tail(plain, core, value, decimals, magnitude)


def _spoken(plain: str, core: re.Match[str]) -> Quantity | None:
    words = core[0]
    if words[0] in "几数":
        return _several(plain, core)
    pair = neighbours(words)
    if pair:
        return _assemble(core, _tail(plain, core), None, 0, "", low=pair[0], high=pair[1])
    trailing = _TRAILING.search(words)
    magnitude = trailing[0] if trailing and len(words) > len(trailing[0]) else ""
    read = _mantissa(words, magnitude)
    return _with_tail(plain, core, *read, magnitude) if read else None


def _mantissa(words: str, magnitude: str) -> tuple[Fraction, int] | None:
    """The number in terms of its last 万 or 亿, with the decimals it was printed with."""
    if "点" in words:
        return decimal_value(words[: len(words) - len(magnitude)])
    value = spoken_value(words)
    return None if value is None else (value / _factor(magnitude), 0)


def _several(plain: str, core: re.Match[str]) -> Quantity | None:
    """几百, 数十: from one to ten times the magnitude."""
    step = spoken_value(core[0][1:]) or _ONE
    tail = _tail(plain, core)
    return _assemble(core, tail, None, 0, "", low=step, high=10 * step)


def neighbours(words: str) -> tuple[Fraction, Fraction] | None:
    """The two numbers that 两三百, 十五六 or 七百三四十 name; None where the words name one."""
    pair = _TWO.search(words)
    if not pair or not _follows(pair[1], pair[2]):
        return None
    before, after = words[: pair.start()], words[pair.end() :]
    if before and before[-1] not in MAGNITUDES:
        return None
    low, high = (spoken_value(before + d + after) for d in (pair[1], pair[2]))
    return None if low is None or high is None else (low, high)


def _follows(first: str, second: str) -> bool:
    return DIGITS[second] == DIGITS[first] + 1 or (first, second) == ("三", "五")


def _tail(plain: str, core: re.Match[str]) -> re.Match[str]:
    """What follows the number; 余, 多 and the like only with something to count or at an end."""
    pattern = load_patterns().tail
    found = pattern.match(plain, core.end())
    if found and found["vague"] and not (found["scale"] or found["unit"]):
        open_end = _STOP.match(plain, found.end("vague"))
        found = found if open_end else pattern.match(plain, core.end(), core.end())
    if found is None:
        raise AssertionError("the tail may be empty and always matches")
    return found


def _with_tail(
    plain: str, core: re.Match[str], value: Fraction, decimals: int, magnitude: str
) -> Quantity | None:
    tail = _tail(plain, core)
    if tail["unit"] in ("成", "折"):
        return _tenths(plain, core, tail, value, decimals)
    if tail["vague"] == "几" or (tail["vague"] and tail["vague"] in "余多来几" and core["words"]):
        return _assemble(core, tail, value, decimals, magnitude)
    if tail["unit"] in ("元", "圆", "块") and not tail["per"]:
        return _with_change(plain, core, tail, value, decimals, magnitude)
    return _assemble(core, tail, value, decimals, magnitude)


def _assemble(
    core: re.Match[str],
    tail: re.Match[str],
    value: Fraction | None,
    decimals: int,
    magnitude: str,
    *,
    low: Fraction | None = None,
    high: Fraction | None = None,
) -> Quantity:
    """Join number and tail. A last 万 of the number counts as the unit's (三千万元 = 3000万元)."""
    written = tail["scale"] or ""
    unit = load_units().named[tail["unit"]] if tail["unit"] else None
    vague = Hedge.OVER if tail["vague"] or tail["vague2"] else None
    if tail["vague"] == "几" and value is not None and _last(value) > 1:
        low, high, value, vague = value + 1, value + _last(value) - 1, None, None
    name = (
        magnitude
        + written
        + (unit.common if unit else "")
        + (f"/{tail['per']}" if tail["per"] else "")
    )
    if unit and unit.half and value is not None:
        value, decimals = value + Fraction(1, 2), 1
    return Quantity(
        core.start(),
        _end(core, tail),
        value,
        decimals,
        magnitude + written,
        unit,
        name,
        _factor(magnitude + written, tail["unit"] or ""),
        bool(core["words"]),
        vague,
        low,
        high,
    )


def _end(core: re.Match[str], tail: re.Match[str]) -> int:
    """Where the last printed part ends; blanks behind it do not belong to the number."""
    return max(core.end(), *(tail.end(g) for g in ("vague", "scale", "vague2", "unit", "per")))


@cache
def _factor(magnitude: str, unit: str = "") -> Fraction:
    """The factor of scale words and a unit to base units."""
    product = load_units().named[unit].scale if unit else _ONE
    for word in magnitude:
        product *= MAGNITUDES[word]
    return product


def _last(value: Fraction) -> Fraction:
    """The last non-zero place of a whole number (10 for 十, 一百二十)."""
    place = _ONE
    while value and (value / (place * 10)).denominator == 1:
        place *= 10
    return place


def _tenths(
    plain: str, core: re.Match[str], tail: re.Match[str], value: Fraction, decimals: int
) -> Quantity:
    """九成五 is 9.5成; 八五折 and 85折 are 8.5折."""
    unit = load_units().named[tail["unit"]]
    end = tail.end()
    more = load_patterns().fractional_tenths.match(plain, end - 1)
    if more and not decimals and value < 10:
        digit = 5 if more[1] == "半" else DIGITS.get(more[1], -1)
        value += Fraction(int(more[1]) if digit < 0 else digit, 10)
        decimals, end = 1, more.end()
    elif unit.name == "折" and 10 < value < 100 and "十" not in core[0]:
        value, decimals = value / 10, 1
    return Quantity(
        core.start(), end, value, decimals, "", unit, unit.name, unit.scale, bool(core["words"])
    )


def _with_change(
    plain: str,
    core: re.Match[str],
    tail: re.Match[str],
    value: Fraction,
    decimals: int,
    magnitude: str,
) -> Quantity:
    """元 followed by 角 and 分 (五元三角), or by 整."""
    found = load_patterns().small_change.match(plain, tail.end())
    base = _assemble(core, tail, value, decimals, magnitude)
    if found is None or not found[0]:
        return base
    tenths, hundredths = _digit(found["jiao"]), _digit(found["fen"])
    if not (found["jiao"] or found["fen"]):
        return _moved(base, base.number, base.decimals, found.end())
    whole = (base.number or Fraction(0)) * base.scale + Fraction(10 * tenths + hundredths, 100)
    places = 2 if found["fen"] else 1
    return Quantity(core.start(), found.end(), whole, places, "", _MONEY, "元", _ONE, base.spoken)


def _moved(q: Quantity, number: Fraction | None, decimals: int, end: int) -> Quantity:
    return Quantity(
        q.start, end, number, decimals, q.magnitude, q.unit, q.name, q.scale, q.spoken, q.vague
    )


def _digit(word: str | None) -> int:
    if not word:
        return 0
    return int(word) if word.isascii() else DIGITS[word]
