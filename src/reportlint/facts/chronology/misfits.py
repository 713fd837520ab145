"""What is wrong with the dates of one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache

import regex

from reportlint.facts.chronology.days import DATE, Day, Period, day_of, periods_in
from reportlint.facts.chronology.lengths import fits
from reportlint.facts.numerals.spoken import spoken_value
from reportlint.lexicon.deadlines import deadline_words

_NUMBER = r"(?P<number>\d{1,4}(?:\.\d)?|[一二两三四五六七八九十百]{1,5})\s?"
_UNIT = r"(?P<unit>日历天|个月|天|年(?!\d|度|底|初|末|内))"


class Trouble(StrEnum):
    """What is wrong."""

    NO_SUCH_DAY = "no-such-day"
    REVERSED = "reversed"
    LENGTH = "length"
    KEPT = "kept"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Misfit:
    """Characters that contradict the dates of their text; `against` are those dates."""

    start: int
    end: int
    trouble: Trouble
    against: tuple[tuple[int, int], ...] = ()


def misfits_in(text: str) -> Iterator[Misfit]:
    """Every misfit of a paragraph or cell, in order of kinds."""
    if "月" not in text:
        return
    for found in DATE.finditer(text):
        if not day_of(found).exists:
            yield Misfit(found.start(), found.end(), Trouble.NO_SUCH_DAY)
    for period in periods_in(text):
        if period.exists:
            yield from _of_period(text, period)
    yield from _deadlines(text)


def _of_period(text: str, period: Period) -> Iterator[Misfit]:
    if period.last.last < period.first.first:
        if period.given:
            yield Misfit(period.start, period.end, Trouble.REVERSED)
        return
    found = _length(text, period)
    if found is None:
        return
    number = _value(found["number"])
    if number and not fits(period, number, found["unit"]):
        yield Misfit(*found.span("length"), Trouble.LENGTH, ((period.start, period.end),))


@cache
def _lengths() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """A length after its period, and one before it in the same breath."""
    words = deadline_words()
    cue = rf"(?:{words.lasting}(?:为|是|：|:)?)"
    length = rf"(?P<length>{_NUMBER}{_UNIT})"
    gap = r"[^，,。；;\n\d（(）)]{0,6}"
    opens = r"[，,、（(：:]?\s?"
    lasting = rf"{gap}{opens}(?:{words.counting}|{cue})?{cue}"
    ends = r"(?=\s?(?:[，,。；;、）)]|$))"
    after = rf"[）)]?(?:{lasting}|{opens}{words.counting})\s?{length}{ends}"
    before = rf"{cue}\s?{length}\s?[，,（(：:]\s?(?:自|从|即|由)?\s?$"
    return regex.compile(after), regex.compile(before)


def _length(text: str, period: Period) -> regex.Match[str] | None:
    after, before = _lengths()
    found = after.match(text, period.end) or before.search(text, 0, period.start)
    if found is None:
        return None
    low, high = min(found.start(), period.start), max(found.end(), period.end)
    around = text[max(0, low - 2) : high + 4]
    return None if deadline_words().apart.search(around) else found


def _value(number: str) -> Fraction | None:
    if number[0].isdigit():
        return Fraction(number)
    return spoken_value(number.replace("两", "二"))


@cache
def _deadline() -> regex.Pattern[str]:
    """Due by a date, done on another, and what is said of it, in one sentence."""
    words = deadline_words()
    gap = r"[^。；;\n]"
    quiet = r"[^。；;\n\d]"
    date = r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?"
    judged = rf"(?P<late>{words.late})|(?P<early>{words.early})|(?P<prompt>{words.prompt})"
    return regex.compile(
        rf"{words.planned}{gap}{{0,8}}?(?P<due>{date})(?:底|末)?(?:之前|以前|前)"
        rf"{quiet}{{0,16}}?{words.actual}{quiet}{{0,4}}?(?P<done>{date})"
        rf"{quiet}{{0,16}}?(?<![未没不非避]\p{{Han}}?)(?P<word>{judged})"
    )


def _deadlines(text: str) -> Iterator[Misfit]:
    for found in _deadline().finditer(text):
        due, done = _day(found["due"]), _day(found["done"])
        if due is None or done is None:
            continue
        against = (found.span("due"), found.span("done"))
        if done.first > due.last and not found["late"]:
            yield Misfit(*found.span("word"), Trouble.MISSED, against)
        if done.last < due.first and found["late"]:
            yield Misfit(*found.span("word"), Trouble.KEPT, against)


def _day(text: str) -> Day | None:
    found = DATE.match(text)
    day = day_of(found) if found else None
    return day if day and day.exists else None
