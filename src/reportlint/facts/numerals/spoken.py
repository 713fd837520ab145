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
MAGNITUDES = SMALL | GREAT

_TOKEN = re.compile(
    r"([0-9]++(?:\.[0-9]++)?)|([零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺]++)|(.)"
)


@dataclass(slots=True)
class _Reading:
    """A number read from left to right: closed groups, the open section, the waiting digits."""

    groups: list[tuple[Fraction, int]] = field(default_factory=list)
    section: Fraction = Fraction(0)
    waiting: Fraction | None = None
    last: int = 0
    shorthand: bool = False

    def digits(self, run: str) -> None:
        """A run of Chinese digits: one waits for its magnitude, several are a row of figures."""
        self.shorthand = len(run) == 1 and run not in "零〇"
        significant = run.lstrip("零〇") if self.section or self.groups else run
        self.waiting = Fraction(int("".join(str(DIGITS[c]) for c in significant) or "0"))

    def small(self, unit: int) -> None:
        """十, 百 or 千 after the waiting digit (one if there is none)."""
        self.section += (Fraction(1) if not self.waiting else self.waiting) * unit
        self.waiting, self.last = None, unit

    def great(self, unit: int) -> None:
        """万, 亿 or 兆: multiplies everything smaller that came before it."""
        amount = self.section + (self.waiting or 0)
        while self.groups and (self.groups[-1][1] < unit or not amount):
            amount += self.groups.pop()[0]
        self.groups.append(((amount or Fraction(1)) * unit, unit))
        self.section, self.waiting, self.last = Fraction(0), None, unit

    def total(self) -> Fraction:
        """The whole; a last single digit counts in the next lower place (两千六 = 2600)."""
        rest = self.waiting or Fraction(0)
        if self.shorthand and self.last >= 100 and self.waiting is not None:
            rest *= self.last // 10
        return sum((g for g, _ in self.groups), Fraction(0)) + self.section + rest


def spoken_value(words: str) -> Fraction | None:
    """The whole number that `words` mean (simplified characters), None if they mean none."""
    reading = _Reading()
    for digits, run, other in _TOKEN.findall(words):
        if digits:
            reading.waiting, reading.shorthand = Fraction(digits), False
        elif run:
            reading.digits(run)
        elif other in TENS:
            reading.section += TENS[other]
            reading.waiting, reading.last = None, 10
        elif other in SMALL:
            reading.small(SMALL[other])
        elif other in GREAT:
            reading.great(GREAT[other])
        else:
            return None
    return reading.total()


def decimal_value(words: str) -> tuple[Fraction, int] | None:
    """Value and decimals of a number that may hold a spoken point (一点五, 99点35)."""
    whole, point, tail = words.partition("点")
    if not point:
        value = spoken_value(words)
        return None if value is None else (value, 0)
    figures = "".join(str(DIGITS.get(c, c)) for c in tail)
    base = spoken_value(whole) if whole else Fraction(0)
    if base is None or not (figures.isascii() and figures.isdigit()):
        return None
    return base + Fraction(int(figures), 10 ** len(figures)), len(figures)
