"""Dates and periods: 2024年12月31日, 2023—2025年, 1—6月, 第一季度, “十四五”期间."""

from __future__ import annotations

import re
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.model import FigureKind, Numeral
from reportlint.facts.numerals.spoken import DIGITS, spoken_value

_S = r"[ ]?"
_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零九][〇零一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?![0-9])"
_DAY = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?![0-9])"
)
_TO = rf"{_S}(?:--?|——?|~|至|到){_S}"
_QUARTER = r"(?:前?第?[一二三四1-4](?:(?:--?|—|~|至|到)[一二三四1-4])?个?季度|[上下]半年)"
_DAYS = rf"{_MONTH}{_S}月{_S}(?:{_DAY}{_S}[日号]|份|底|末|初|[上中下]旬)?"

_PATTERN = re.compile(
    rf"""
    (?P<years>{_YEAR}{_S}(?:年度?)?{_TO}{_YEAR}{_S}(?:学年度?|年度?(?!{_S}[0-9]{{1,2}}月)))
  | (?P<span>{_YEAR}{_S}年度?{_S}(?:{_DAYS}|{_MONTH}){_TO}
        (?:{_YEAR}{_S}年{_S})?(?:{_DAYS}|{_DAY}{_S}[日号]))
  | (?P<season>{_YEAR}{_S}年度?{_S}(?:{_QUARTER}|[1-4]季度))
  | (?P<day>{_YEAR}{_S}年{_S}{_DAYS}|(?<![0-9.-]){_YEAR}(?:-{_MONTH}-{_DAY}|/{_MONTH}/{_DAY}
        |\.{_MONTH}\.{_DAY})(?![0-9.-]))
  | (?P<year>{_YEAR}{_S}(?:年度|年(?!代|级|产)))
  | (?P<months>(?:{_DAYS}|{_MONTH}){_TO}{_DAYS})
  | (?P<quarter>(?:前?第?[一二三四1-4](?:(?:--?|—|~|至|到)[一二三四1-4])?季度))
  | (?P<date>{_MONTH}{_S}月(?:{_S}{_DAY}{_S}[日号]|份|底|末|初|[上中下]旬
        |(?![饼球嫂台牙报供均度租薪])))
    """,
    re.VERBOSE,
)
_YEARS = re.compile(_YEAR)
_DAY_PART = re.compile(r"月[ ]?[0-9一二三十]+[ ]?[日号]")
_NUMBER = re.compile(r"[0-9]+|[〇零一二三四五六七八九十]+")
_PLAN = re.compile(r"(?P<tens>[二三]?)十(?P<ones>[一二三四五六七八九]?)五[”\"]?(?:时期|期间)")
_POINTS = frozenset({"day", "date"})


def read_date(plain: str, at: int) -> Numeral | None:
    """The date or period that begins at `at`, offsets in `plain`; None if there is none."""
    plan = _PLAN.match(plain, at)
    if plan:
        return _plan(plain, plan)
    found = _PATTERN.match(plain, at)
    if not found or found.lastgroup is None:
        return None
    name = found.lastgroup
    start = at - 1 if name == "quarter" and plain[at - 1 : at] in ("第", "前") else at
    text = plain[start : found.end()]
    low, high = _ends(text)
    single = name == "year"
    return Numeral(
        start=start,
        end=found.end(),
        text=text,
        kind=FigureKind.DATE if name in _POINTS else FigureKind.PERIOD,
        value=low if single else None,
        unit=text.lstrip("0123456789〇零一二三四五六七八九 ") if single else "",
        scale=Fraction(1),
        decimals=0,
        interval=Interval(low, high),
        exact=True,
    )


def _ends(text: str) -> tuple[Fraction, Fraction]:
    """The first and last year a date names; without a year its months, or its quarters."""
    numbers = [_number(word) for word in _YEARS.findall(text)]
    numbers = numbers or [_number(word) for word in _NUMBER.findall(_DAY_PART.sub("", text))]
    return min(numbers), max(numbers)


def _number(word: str) -> Fraction:
    return Fraction(int(word)) if word.isascii() else spoken_value(word) or Fraction(0)


def _plan(plain: str, found: re.Match[str]) -> Numeral:
    """“十四五”期间: the fourteenth plan runs 2021–2025; each plan lasts five years."""
    ordinal = 10 * DIGITS.get(found["tens"], 1) + DIGITS.get(found["ones"], 0)
    first = Fraction(2021 + 5 * (ordinal - 14))
    opening = plain[found.start() - 1 : found.start()] in ("“", '"') if found.start() else False
    start = found.start() - opening
    text = plain[start : found.end()]
    ends = Interval(first, first + 4)
    return Numeral(
        start, found.end(), text, FigureKind.PERIOD, None, "", Fraction(1), 0, ends, None, True
    )
