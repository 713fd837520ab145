"""Dates and periods as printed, with the days they may mean."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

_S = r"\s?"
YEAR, MONTH, DAY = r"(?:19|20)\d\d", r"\d{1,2}", r"\d{1,2}"
_TO = rf"{_S}(?:至|到|—{{1,2}}|–|-{{1,2}}|~|～)(?:同年|当年)?{_S}"
DATE = regex.compile(
    rf"(?<!\d)(?P<year>{YEAR}){_S}年{_S}(?P<month>{MONTH}){_S}月(?:份|{_S}(?P<day>{DAY}){_S}[日号])?"
)
RANGE = regex.compile(
    rf"(?<!\d)(?P<from>{YEAR}{_S}年{_S}{MONTH}{_S}月(?:份|{_S}{DAY}{_S}[日号])?){_TO}"
    rf"(?P<to>(?:{YEAR}{_S}年{_S})?{MONTH}{_S}月(?:份|{_S}{DAY}{_S}[日号])?)(?!{_S}\d)"
)
_END = regex.compile(
    rf"(?:(?P<year>{YEAR}){_S}年{_S})?(?P<month>{MONTH}){_S}月(?:份|{_S}(?P<day>{DAY}){_S}[日号])?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed; `day` is None where only the month is given."""

    year: int
    month: int
    day: int | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it."""
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date:
        """Its last day."""
        last = calendar.monthrange(self.year, self.month)[1]
        return date(self.year, self.month, self.day or last)


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another. `given`: the end has a year of its own."""

    start: int
    end: int
    first: Day
    last: Day
    given: bool

    @property
    def exists(self) -> bool:
        """Whether the calendar has both ends."""
        return self.first.exists and self.last.exists


def day_of(found: regex.Match[str]) -> Day:
    """The date of a match of `DATE`."""
    day = found["day"]
    return Day(int(found["year"]), int(found["month"]), int(day) if day else None)


def periods_in(text: str) -> Iterator[Period]:
    """Every period with a month in it, in order. An end without a year is of the first one's."""
    for found in RANGE.finditer(text):
        first, last = DATE.match(found["from"]), _END.match(found["to"])
        if first is None or last is None:
            continue
        begins = day_of(first)
        year = int(last["year"]) if last["year"] else begins.year
        ends = Day(year, int(last["month"]), int(last["day"]) if last["day"] else None)
        yield Period(found.start(), found.end(), begins, ends, last["year"] is not None)
