"""Ranges as the NumberRange suite writes them: half open, comparators folded into an interval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from suite_adapter import Found

from reportlint.facts.numerals.everywhere import Number, find_numbers

_AFTER = re.compile(r" *(?:(?P<open_low>以上|之上|多|余)|(?P<open_high>以下|以内|之下|之内))")
_COMPARED = re.compile(r" *(?:还|要)?(?:(?P<more>大|高|多|长|重|贵)|(?P<less>小|低|少|短|轻|便宜))")
_BEFORE = re.compile(
    r"(?:(?P<not_less>[不没](?:小于|低于|少于)|(?:至少|最少|起码)有?"
    r"|(?:大于|高于|多于)或?者?等于|> ?=|[≥≧]|等于或?大于)"
    r"|(?P<not_more>不(?:大于|高于|多于|超过)|(?:至多|最多|顶多)有?"
    r"|(?:小于|低于|少于)或?者?等于|< ?=|[≤≦]|等于或?小于)"
    r"|(?P<more>大于|高于|多于|超过了?|超出|>)|(?P<less>小于|低于|少于|不到|不足|<)) *$"
)
_JOINT = re.compile(r" *(?:~|--?|—|–|至|到|和|与|跟) *")
_BETWEEN = re.compile(r" *(?:之间|间)")
_LINK = re.compile(r"(?:的?同时|并且?|而且|且|,|，|和|又|但|同时| )*")


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    end: int
    low: Fraction | None
    high: Fraction | None
    closed_low: bool = False
    closed_high: bool = False

    def written(self) -> str:
        opening, closing = "[" if self.closed_low else "(", "]" if self.closed_high else ")"
        ends = ["" if v is None else _plain(v) for v in (self.low, self.high)]
        return f"{opening}{ends[0]},{ends[1]}{closing}"


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(float(value))


def ranges(text: str) -> list[Found]:
    """The ranges of `text`."""
    found = _single(text, find_numbers(text))
    return [Found(r.start, r.end, r.written()) for r in _merged(text, found)]


def _single(text: str, numbers: tuple[Number, ...]) -> list[_Range]:
    result: list[_Range] = []
    at = 0
    while at < len(numbers):
        pair = _pair(text, numbers, at)
        one = pair or _bounded(text, numbers[at])
        if one:
            result.append(one)
        at += 2 if pair else 1
    return result


def _pair(text: str, numbers: tuple[Number, ...], at: int) -> _Range | None:
    """From a to b, or between a and b."""
    if at + 1 >= len(numbers):
        return None
    first, second = numbers[at], numbers[at + 1]
    joint = text[first.end : second.start]
    sign = not joint.strip() and text[second.start] in "-－"
    if not sign and not _JOINT.fullmatch(joint):
        return None
    between = _BETWEEN.match(text, second.end)
    if joint.strip() in ("和", "与", "跟") and not between:
        return None
    low, high = sorted((first.value, abs(second.value) if sign else second.value))
    end = between.end() if between else second.end
    return _Range(first.start, end, low, high, closed_low=True)


def _bounded(text: str, n: Number) -> _Range | None:
    before = _BEFORE.search(text, 0, n.start)
    if before:
        return _before(before, n)
    after = _AFTER.match(text, n.end)
    if after:
        low = n.value if after["open_low"] else None
        return _Range(n.start, after.end(), low, n.value if low is None else None)
    if n.start and re.search(r"比 *$", text[: n.start]):
        return _compared(text, n)
    return _Range(n.start, n.end, n.value, None) if n.vague else None


def _before(before: re.Match[str], n: Number) -> _Range:
    word = before.lastgroup
    closed = word in ("not_less", "not_more")
    if word in ("not_less", "more"):
        return _Range(before.start(), n.end, n.value, None, closed_low=closed)
    return _Range(before.start(), n.end, None, n.value, closed_high=closed)


def _compared(text: str, n: Number) -> _Range | None:
    found = _COMPARED.match(text, n.end)
    start = text.rindex("比", 0, n.start)
    if not found:
        return None
    low = n.value if found["more"] else None
    return _Range(start, found.end(), low, n.value if low is None else None)


def _merged(text: str, found: list[_Range]) -> list[_Range]:
    """Two opposite bounds with nothing but a link between them are one range."""
    result: list[_Range] = []
    for one in found:
        last = result[-1] if result else None
        joined = _joined(text, last, one) if last else None
        if joined:
            result[-1] = joined
        else:
            result.append(one)
    return result


def _joined(text: str, first: _Range, second: _Range) -> _Range | None:
    if not _LINK.fullmatch(text, first.end, second.start):
        return None
    lower, upper = (first, second) if first.high is None else (second, first)
    if lower.low is None or upper.high is None or lower.high is not None or upper.low is not None:
        return None
    if lower.low >= upper.high:
        return None
    return _Range(
        first.start, second.end, lower.low, upper.high, lower.closed_low, upper.closed_high
    )
