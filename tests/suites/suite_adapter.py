"""What reportlint answers to the cases of the number suites, in each suite's own convention.

A suite counts percentage points as percent, wants numbers inside words, or writes ranges half
open; all that is mapped here and nowhere in the product.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from reportlint.facts.model import FigureKind, Hedge, Numeral
from reportlint.facts.numerals import find_numerals
from reportlint.facts.numerals.characters import fold, without
from reportlint.facts.numerals.everywhere import Number, find_numbers
from reportlint.facts.numerals.hedges import load_hedges

Value = Fraction | str | tuple[Fraction, Fraction] | None


@dataclass(frozen=True, slots=True)
class Found:
    """An item with its span, its value (a number, a pair of ends, or the suite's notation)."""

    start: int
    end: int
    value: Value


_BLANKS = re.compile(
    r"(?<=[^\x00-\x7f]) +(?=[0-9])|(?<=[0-9]) +(?=[^\x00-\x7f])"
    r"|(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])|(?<=[0-9]) (?=[0-9] ?[折成])"
)
_PARTS_OF_TEN = re.compile(r"^[零一壹]?[十百千万亿佰仟]+ *分")


def percents(text: str) -> list[Found]:
    """Percentages, tenths and percentage points; a span of percentages ends in its second one."""
    closed = without(fold(text).text, _BLANKS)
    found = []
    for n in find_numerals(closed.text):
        for start, end, value in _percents_of(closed.text, n):
            found.append(Found(*closed.span(start, end), value))
    return found


def _percents_of(plain: str, n: Numeral) -> list[tuple[int, int, Fraction]]:
    """The percentage of `n`; of a range (5-20%) the ends that print their own sign."""
    if n.value is not None:
        value = _percent(n)
        start, end = _unhedged(n)
        return [] if value is None else [(start, end, value)]
    return [
        (n.start + part.start, n.start + part.end + 1, part.value)
        for part in find_numbers(plain[n.start : n.end])
        if plain[n.start + part.end : n.start + part.end + 1] == "%"
    ]


def _unhedged(n: Numeral) -> tuple[int, int]:
    """The span without the words that blur or bound, which the suite leaves outside."""
    if n.hedge is None:
        return n.start, n.end
    hedges = load_hedges()
    before = sorted((w for w in hedges.words if n.text.startswith(w)), key=len)
    after = sorted((w for w in hedges.meaning if n.text.endswith(w)), key=len)
    start = n.start + (len(before[-1]) if before else 0)
    return start, n.end - (len(after[-1]) if after else 0)


def _percent(n: Numeral) -> Fraction | None:
    if n.value is None:
        return None
    if n.kind in (FigureKind.PERCENT, FigureKind.POINTS, FigureKind.PERMILLE):
        return n.value * n.scale
    if n.kind is FigureKind.RATIO and _PARTS_OF_TEN.match(n.text) and n.text[0] not in "一壹":
        return n.value * 100
    return None


def numbers(text: str) -> list[Found]:
    """Every number, unit and hedge left aside; those with a percent sign are none here."""
    return [
        Found(n.start, n.end, n.value)
        for n in find_numbers(text)
        if text[n.end : n.end + 1] not in ("%", "％", "‰")
    ]


_PAIRED = re.compile(r" ?(?:[对對双雙]|对)")
_HALF = re.compile(r"[一1]?半")


def numeral(text: str) -> list[Found]:
    """The number that a short expression means; pairs and dozens count their members."""
    if _HALF.fullmatch(text):
        return [Found(0, len(text), Fraction(1, 2))]
    found = find_numbers(text)
    if len(found) != 1 or found[0].start != 0:
        return []
    rest = text[found[0].end :]
    if rest and not (_PAIRED.fullmatch(rest) or rest in "个個隻只"):
        return []
    value = found[0].value * (2 if _PAIRED.fullmatch(rest) else 1)
    return [Found(0, len(text), value)]


_COIN = {"元": 1, "圆": 1, "块": 1, "蚊": 1, "角": 10, "毛": 10, "毫": 10, "分": 100, "仙": 100}
_CURRENCIES = (
    "美元|美金|美刀|欧元|日元|日币|韩元|韩币|港元|港币|英镑|法郎|卢布|卢比|台币|新台币|澳元|加元|加币|新元|泰铢|马克"
    "|比索|里拉|奈拉|克朗|第纳尔|人民币|RMB|CNY|USD"
)
_UNIT = re.compile(
    rf"[余多]? ?(?:[印度]*(?:{_CURRENCIES})|[元圆块](?:钱|整|正|人民币|{_CURRENCIES})?"
    rf"|[角毛毫分蚊仙](?:钱|整)?)(?![桌大])"
)
_BEFORE = re.compile(rf"(?:{_CURRENCIES}|[¥￥$€£]) *$")
_NAME = re.compile(rf"{_CURRENCIES}")


def currencies(text: str) -> list[Found]:
    """Amounts of money with their coins; a currency's bare name is an item without value."""
    plain = fold(text).text
    found: list[Found] = []
    for n in find_numbers(plain):
        unit = _UNIT.match(plain, n.end)
        before = _BEFORE.search(plain, found[-1].end if found else 0, n.start)
        if not unit and not before:
            continue
        start = before.start() if before else n.start
        end = unit.end() if unit else n.end
        value = n.value / _coin(unit[0] if unit else "")
        if found and found[-1].end == start and _coin(unit[0] if unit else "") > 1:
            last = found.pop()
            start, value = last.start, _plus(last.value, value)
        found.append(Found(start, end, value))
    return sorted([*found, *_names(plain, found)], key=lambda f: f.start)


def _plus(first: Value, second: Fraction) -> Fraction:
    return first + second if isinstance(first, Fraction) else second


def _coin(unit: str) -> int:
    return next((n for word, n in _COIN.items() if unit.strip("余多 ").startswith(word)), 1)


def _names(plain: str, found: list[Found]) -> list[Found]:
    taken = [(f.start, f.end) for f in found]
    return [
        Found(m.start(), m.end(), None)
        for m in _NAME.finditer(plain)
        if not any(s < m.end() and m.start() < e for s, e in taken)
    ]


def money(text: str) -> list[Found]:
    """The one amount that an expression means; vague and ranged ones are a pair of ends."""
    numerals = find_numerals(text)
    opens = len(numerals) == 1 and numerals[0].start == 0
    if opens and numerals[0].kind in (FigureKind.AMOUNT, FigureKind.SCORE):
        return [Found(0, len(text), _ends(numerals[0]))]
    parts = currencies(text)
    if len(parts) == 1:
        return [Found(0, len(text), parts[0].value)]
    loose = find_numbers(text)
    return [Found(0, len(text), loose[0].value)] if len(loose) == 1 else []


def _ends(n: Numeral) -> Value:
    low, high = n.interval.low, n.interval.high
    if n.value is not None and n.hedge is not Hedge.OVER:
        return n.value * n.scale
    if low is None or high is None:
        return None if n.value is None else n.value * n.scale
    return low, high


def amounts(text: str) -> list[Found]:
    """Amounts in running text, spans alone."""
    return [Found(n.start, n.end, None) for n in find_numerals(text) if n.kind is FigureKind.AMOUNT]


def whole_number(text: str) -> list[Found]:
    """The number or amount that is the whole expression; nothing if a part is left over."""
    numerals = find_numerals(text)
    if len(numerals) == 1 and numerals[0].text == text and numerals[0].value is not None:
        return [Found(0, len(text), numerals[0].value * numerals[0].scale)]
    found = find_numbers(text)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return []
    return [Found(0, len(text), found[0].value)]


_COINS = re.compile(r"元.*[角分]")
_CODE = re.compile(r"[A-Z]{3}(?=[0-9])")
_SHORT = re.compile(r"([0-9]+)[-~]([0-9]+)")


def values(text: str) -> list[Fraction]:
    """All values an expression means, in order; ends of ranges one after the other."""
    plain = fold(text).text
    full = _SHORT.sub(lambda m: f"{m[1]}~{_completed(m[1], m[2])}", plain)
    held = [n for n in find_numerals(full) if _COINS.search(n.text)]
    result: list[Fraction | None] = []
    for n in find_numbers(_CODE.sub(" ", full)):
        amount = next((h for h in held if h.start <= n.start < h.end), None)
        if amount is None:
            result.extend((n.value, n.high))
        elif amount.start == n.start:
            result.append(amount.value)
    return [value for value in result if value is not None]


def _completed(first: str, second: str) -> str:
    if len(second) < len(first) and int(second) < int(first):
        return first[: len(first) - len(second)] + second
    return second


def probe(kind: str, text: str) -> list[Found]:
    """What the report mode finds, values in the notation of the probe file."""
    return [Found(n.start, n.end, _probed(kind, n)) for n in find_numerals(text)]


def _probed(kind: str, n: Numeral) -> Value:
    if kind == "ratio":
        return n.text.replace("：", ":")
    if kind == "date":
        return None
    if n.value is None:
        scale = n.interval.low is not None and n.interval.high is not None
        return f"{_plain(n.interval.low)}..{_plain(n.interval.high)}" if scale else None
    if kind == "percent" and n.kind is FigureKind.RATIO:
        return n.value * 100
    return n.value * (n.scale if n.kind is not FigureKind.AREA else _written_scale(n))


def _written_scale(n: Numeral) -> Fraction:
    return Fraction({"万": 10**4, "亿": 10**8}.get(n.unit[:1], 1))


def _plain(value: Fraction | None) -> str:
    if value is None:
        return ""
    return str(value.numerator) if value.denominator == 1 else str(float(value))


ADAPTERS: dict[str, Callable[[str], list[Found]]] = {
    "PercentModel": percents,
    "NumberModel": numbers,
    "CurrencyModel": currencies,
    "Numeral": numeral,
    "AmountOfMoney": money,
    "money_parse": money,
    "money_extract": amounts,
    "cn2an": whole_number,
}

__all__ = ["ADAPTERS", "Found", "Number", "Value", "probe", "values"]
