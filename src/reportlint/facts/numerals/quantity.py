"""From the characters of a number to the quantity they print."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reportlint.facts.numerals.continued import with_change, with_tenths
from reportlint.facts.numerals.fractional import GAPS, read_fraction, read_half
from reportlint.facts.numerals.patterns import load_patterns
from reportlint.facts.numerals.spoken import decimal_value, neighbours, spoken_value
from reportlint.facts.numerals.units import load_units
from reportlint.facts.numerals.written import ONE, Quantity, assemble, factor, read_tail

LONGEST = 40
"""Digits of the longest number that is read; longer runs are no figures."""

_PAID = re.compile(r"[花付收贴报给缴交罚退值费钱](?:了|出|款)?$")
"""What is counted in 块 behind these is money (花了300块), elsewhere slabs and panels."""
_TRAILING = re.compile(r"(?:万亿|[万亿兆])$")


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
        return read_fraction(core)
    if core["half"]:
        return read_half(core)
    if core.end() - core.start() > LONGEST + 20:
        return None
    if core["words"]:
        return _spoken(plain, core)
    return _mixed(plain, core) if core["mixed"] else _written(plain, core)


def _written(plain: str, core: re.Match[str]) -> Quantity | None:
    digits = core[0].translate(GAPS)
    if len(digits) > LONGEST:
        return None
    whole, _, tail = digits.partition(".")
    decimals = len(tail)
    return _continued(plain, core, Fraction(int(whole + tail), 10**decimals), decimals, "")


def _mixed(plain: str, core: re.Match[str]) -> Quantity | None:
    """Digits with magnitudes between them (3万4000)."""
    value = spoken_value(core[0])
    if value is None:
        return None
    trailing = _TRAILING.search(core[0])
    magnitude = trailing[0] if trailing else ""
    return _continued(plain, core, value / factor(magnitude), 0, magnitude)


def _spoken(plain: str, core: re.Match[str]) -> Quantity | None:
    words = core[0]
    if words[0] in "几数":
        return _several(plain, core)
    pair = neighbours(words)
    if pair:
        return assemble(core, read_tail(plain, core), None, 0, "", low=pair[0], high=pair[1])
    trailing = _TRAILING.search(words)
    magnitude = trailing[0] if trailing and len(words) > len(trailing[0]) else ""
    read = _mantissa(words, magnitude)
    return _continued(plain, core, *read, magnitude) if read else None


def _mantissa(words: str, magnitude: str) -> tuple[Fraction, int] | None:
    """The number in terms of its last 万 or 亿, with the decimals it was printed with."""
    if "点" in words:
        return decimal_value(words[: len(words) - len(magnitude)])
    value = spoken_value(words)
    return None if value is None else (value / factor(magnitude), 0)


def _several(plain: str, core: re.Match[str]) -> Quantity | None:
    """几百, 数十: from one to ten times the magnitude."""
    step = spoken_value(core[0][1:]) or ONE
    tail = read_tail(plain, core)
    return assemble(core, tail, None, 0, "", low=step, high=10 * step)


def _continued(
    plain: str, core: re.Match[str], value: Fraction, decimals: int, magnitude: str
) -> Quantity:
    tail = read_tail(plain, core)
    quantity = assemble(core, tail, value, decimals, magnitude)
    if tail["unit"] in ("成", "折"):
        return with_tenths(plain, quantity)
    if tail["unit"] == "块" and _PAID.search(plain, max(0, core.start() - 2), core.start()):
        return replace(quantity, unit=load_units().named["元"], name=quantity.magnitude + "元")
    if tail["unit"] in ("元", "圆") and not tail["per"] and not tail["vague"]:
        return with_change(plain, quantity)
    return quantity
