"""The value of numbers in Chinese characters, alone or mixed with digits (3万4000, 两千六)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

DIGITS = {
    c: i
    for i, row in enumerate(
        ("零〇", "一壹幺", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for c in row
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
GREAT = {"万": 10**4, "亿": 10**8, "兆": 10**12}
TENS = {"廿": 20, "卅": 30, "卌": 40}
MAGNITUDES = SMALL | GREAT | {"k": 1000, "K": 1000}

_TWO = re.compile(
    r"(?<![一二三四五六七八九])([一二三四五六七八九两])([二三四五六七八九])(?=([十百千万亿]*)$)"
)
_TOKEN = re.compile(
    r"([0-9]++(?:\.[0-9]++)?)|([零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺]++)|(.)"
)


class _MalformedError(ValueError):
    """The characters follow each other as in no number (十一十二)."""


@dataclass(slots=True)
class _Reading:
    """A number read from left to right: closed groups, the open section, the waiting digits."""

    groups: list[tuple[Fraction, int]] = field(default_factory=list)
    section: Fraction = Fraction(0)
    waiting: Fraction | None = None
    place: int = 0
    last: int = 0
    shorthand: bool = False
    broken: bool = False
    zero: bool = False

    def wait(self, value: Fraction, *, shorthand: bool) -> None:
        """Digits wait for their magnitude."""
        if self.waiting is not None or self.broken:
            raise _MalformedError
        self.waiting, self.shorthand, self.zero = value, shorthand, False

    def digits(self, run: str) -> None:
        """A run of Chinese digits: one waits for its magnitude, several are a row of figures."""
        if len(run.lstrip("零〇")) > 1 and (self.section or self.groups):
            raise _MalformedError
        if not run.strip("零〇") and (self.section or self.groups):
            self.zero = True
            return
        alone = len(run) == 1 and run not in "零〇"
        self.wait(Fraction(int("".join(str(DIGITS[c]) for c in run))), shorthand=alone)

    def small(self, unit: int, times: Fraction | None = None) -> None:
        """十, 百 or 千 after the waiting digit (one if there is none), in falling order."""
        if self.place and unit >= self.place:
            raise _MalformedError
        self.section += (times or self.waiting or Fraction(1)) * unit
        self.waiting, self.last, self.place = None, unit, unit

    def great(self, unit: int) -> None:
        """万, 亿 or 兆: multiplies everything smaller that came before it."""
        if not self.section and not self.place:
            self.last = 0
        amount = self.section + self._rest()
        self.broken = amount.denominator != 1
        while self.groups and (self.groups[-1][1] < unit or not amount):
            amount += self.groups.pop()[0]
        self.groups.append(((amount or Fraction(1)) * unit, unit))
        self.section, self.waiting, self.last, self.place = Fraction(0), None, unit, 0
        self.shorthand = False

    def total(self) -> Fraction:
        """The whole; a last single digit counts in the next lower place (两千六 = 2600)."""
        return sum((g for g, _ in self.groups), Fraction(0)) + self.section + self._rest()

    def _rest(self) -> Fraction:
        rest = self.waiting or Fraction(0)
        return rest * (self.last // 10) if self.shorthand and self.last >= 100 else rest


def spoken_value(words: str) -> Fraction | None:
    """The whole number that `words` mean (simplified characters), None if they mean none."""
    reading = _Reading()
    try:
        for digits, run, other in _TOKEN.findall(words):
            _take(reading, digits, run, other)
    except _MalformedError:
        return None
    return reading.total()


def _take(reading: _Reading, digits: str, run: str, other: str) -> None:
    if digits:
        if "." in digits and reading.last:
            raise _MalformedError
        reading.wait(Fraction(digits), shorthand=len(digits) == 1 and not reading.zero)
    elif run:
        reading.digits(run)
    elif other in TENS:
        reading.small(10, Fraction(TENS[other], 10))
    elif other in SMALL:
        reading.small(SMALL[other])
    elif other in GREAT:
        reading.great(GREAT[other])
    else:
        raise _MalformedError


def decimal_value(words: str) -> tuple[Fraction, int] | None:
    """Value and decimals of a number that may hold a spoken point (一点五, 两点一万).

    The decimals are those printed before a last 万 or 亿.
    """
    whole, point, tail = words.partition("点")
    if not point:
        value = spoken_value(words)
        return None if value is None else (value, 0)
    digits = tail.rstrip("万亿")
    figures = "".join(str(DIGITS.get(c, c)) for c in digits)
    base = spoken_value(whole) if whole else Fraction(0)
    if base is None or not (figures.isascii() and figures.isdigit()):
        return None
    scale = 1
    for word in tail[len(digits) :]:
        scale *= GREAT[word]
    return (base + Fraction(int(figures), 10 ** len(figures))) * scale, len(figures)


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
