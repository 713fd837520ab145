"""Every number of a text, words and names included: the loose mode of the grammar.

A report is read with `find_numerals`; this mode serves comparison with tools that want each
number whatever it belongs to (三的另一种写法), with spaces inside and powers of ten (5k, 2e5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from reportlint.facts.numerals.characters import Plain, fold
from reportlint.facts.numerals.contexts import web_spans
from reportlint.facts.numerals.lexicon import load_loose
from reportlint.facts.numerals.patterns import FIGURES, SCALES
from reportlint.facts.numerals.quantity import LONGEST
from reportlint.facts.numerals.spoken import decimal_value, neighbours

_C = f"(?!千[瓦克伏])[{FIGURES}{SCALES}卌]"
_K = f"(?!千[瓦克伏])[{SCALES}]"
_S = " *+"
_A = r"(?:[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?|\.[0-9]++"
_VAGUE = rf"(?:{_S}零?[余多几来](?={_S}[{SCALES}]))?+"
_FIRST = rf"(?:{_A}|{_C}|(?<![^ ])点(?=[{FIGURES}]))"
_MORE = rf"(?<![0-9]){_S}{_C}|{_VAGUE}{_S}{_K}|(?<=[{SCALES}零]){_S}[0-9]{{1,8}}(?![0-9])"
_POINT = rf"{_S}点{_S}[{FIGURES}](?:{_S}[{FIGURES}])*+(?:{_S}[万亿])*+"
_RUN = rf"{_FIRST}(?:{_MORE})*+(?:(?<=[{FIGURES}{SCALES}0-9]){_POINT})?+"
_OVER = rf"(?:{_S}[余多几])?+"
_POWER = {"k": 3, "K": 3, "M": 6, "m": 6, "G": 9, "g": 9, "T": 12, "B": 9}
_PERCENTAGES = ("百", "佰", "千", "仟")
_GAPS = str.maketrans("", "", " ,，余多来几")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its characters, without unit or hedge.

    `vague`: 余, 多 or 几 is in it. `high`: the other end where two neighbours are named (十五六).
    """

    start: int
    end: int
    value: Fraction
    vague: bool = False
    high: Fraction | None = None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<sign>负{_S}|(?<![0-9A-Za-z)])- ?)?+(?:"
        rf"(?P<base>{_A})\^(?P<power>-?[0-9]{{1,2}})"
        rf"|(?P<exp>(?:{_A})[eE][-+]?[0-9]{{1,3}})(?![0-9A-Za-z])"
        rf"|(?:(?P<mixed>[0-9]{{1,9}})(?: | ?又 ?))?(?P<top>[0-9]{{1,9}})"
        rf"/(?P<bottom>[0-9]{{1,9}})(?![0-9/])"
        rf"|(?:(?P<and>{_RUN}){_S}又{_S})?(?P<den>{_RUN}){_S}分{_S}之{_S}(?P<neg>负)?(?P<num>{_RUN})"
        rf"|(?P<run>{_RUN}(?P<over>{_OVER}))(?:(?P<kilo>[kKMGTm])(?![A-Za-z0-9])|{_S}(?P<dozen>打))?"
        rf")"
    )


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of `text` from left to right. Takes linear time; raises nothing."""
    plain = fold(text)
    found: list[Number] = []
    closed = web_spans(plain.text)
    at = 0
    while (match := _pattern().search(plain.text, at)) is not None:
        skip = _in_name(plain.text, match, closed)
        number = None if skip > match.start() else _read(plain, match)
        at = max(skip, match.end() if plain.offsets or not number else number.end)
        if number:
            found.append(number)
    return tuple(found)


def _in_name(plain: str, match: re.Match[str], closed: list[tuple[int, int]]) -> int:
    """Where to go on if the match begins inside an address, an identifier or a set phrase."""
    for start, end in closed:
        if start <= match.start() < end:
            return end
    loose = load_loose()
    phrase = loose.phrases.match(plain, match.start())
    if phrase and phrase.end() > match.end():
        return phrase.end()
    if match.end() == match.start() + 1 and loose.preceded.match(plain, max(0, match.start() - 1)):
        return match.end()
    if match.start() and plain[match.start() - 1].isascii() and plain[match.start() - 1].isalpha():
        return match.end()
    return match.start()


def _read(plain: Plain, match: re.Match[str]) -> Number | None:
    if match.end() - match.start() > 3 * LONGEST:
        return None
    percent = match["den"] in _PERCENTAGES and not match["and"]
    pair = neighbours(match["run"].translate(_GAPS)) if match["run"] else None
    if pair:
        return Number(*plain.span(*match.span()), pair[0], high=pair[1])
    value, end = _known(match["num"]) if percent else _value(match), match.end()
    if value is None and match["run"]:
        value, end = _longest(match)
    if value is None:
        return None
    begin = match.start("num") if percent else match.start()
    sign = -1 if match["sign"] or (percent and match["neg"]) else 1
    start, end = plain.span(begin, end)
    return Number(start, end, sign * value, _is_vague(match))


def _longest(match: re.Match[str]) -> tuple[Fraction | None, int]:
    """The longest beginning of a malformed run that is a number (五十 of 五十千)."""
    words = match["run"]
    if not load_loose().counts.search(words):
        return None, match.end()
    for length in range(len(words) - 1, max(0, len(words) - 4), -1):
        value = _known(words[:length].rstrip())
        if value is not None:
            return value, match.start("run") + length
    return None, match.end()


def _is_vague(match: re.Match[str]) -> bool:
    return bool(match["run"]) and any(c in match["run"] for c in "余多几来")


def _value(match: re.Match[str]) -> Fraction | None:
    if match["power"]:
        return _spoken(match["base"], Fraction(1)) ** int(match["power"])
    if match["exp"]:
        return Fraction(match["exp"].translate(_GAPS))
    if match["top"]:
        return _over(
            Fraction(match["mixed"] or 0), Fraction(match["top"]), Fraction(match["bottom"])
        )
    if match["den"]:
        return _divided(match)
    return _run(match)


def _divided(match: re.Match[str]) -> Fraction | None:
    parts = [_known(match[g]) for g in ("and", "num", "den")]
    whole, above, below = parts[0] or Fraction(0), parts[1], parts[2]
    if above is None or below is None:
        return None
    return _over(whole, -above if match["neg"] else above, below)


def _over(whole: Fraction, above: Fraction, below: Fraction) -> Fraction | None:
    return whole + above / below if below else None


def _run(match: re.Match[str]) -> Fraction | None:
    words = match["run"]
    if not load_loose().counts.search(words):
        return None
    value = _known(words)
    if value is None:
        return None
    if match["dozen"]:
        return value * 12
    return value * 10 ** _POWER[match["kilo"]] if match["kilo"] else value


def _known(words: str | None) -> Fraction | None:
    if not words:
        return None
    bare = words.translate(_GAPS)
    if len(bare) > LONGEST + 20:
        return None
    if bare[0] == ".":
        bare = "0" + bare
    read = decimal_value(bare)
    return None if read is None else read[0]


def _spoken(words: str, default: Fraction) -> Fraction:
    return _known(words) or default
