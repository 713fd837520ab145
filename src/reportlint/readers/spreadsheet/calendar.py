"""Dates and times: a serial number of days set into a format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from reportlint.readers.spreadsheet.digits import Piece, general

EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
LAST_SERIAL = 2_958_465
"""9999-12-31."""
WEEKDAYS = "一二三四五六日"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY_SECONDS = 86_400
NOON = 12


def date_shown(value: Decimal, pieces: Sequence[Piece], *, from_1904: bool) -> str:
    """A serial number as the date or time that `pieces` spell; the number itself if it is none."""
    if not 0 <= value <= LAST_SERIAL:
        return general(value)
    seconds = int((value * DAY_SECONDS).quantize(Decimal(1), ROUND_HALF_UP))
    day = _day(seconds // DAY_SECONDS, from_1904)
    halved = any(kind == "half" for kind, _ in pieces)
    return "".join(
        _piece(kind, _unmistaken(pieces, index), day, seconds, halved)
        for index, (kind, _) in enumerate(pieces)
    ).strip()


def _day(days: int, from_1904: bool) -> date:
    if from_1904:
        return EPOCH_1904 + timedelta(days=min(days, LAST_SERIAL - 1462))
    # The calendar of 1900 has a 29 February that never was.
    return EPOCH + timedelta(days=days + (1 if 0 < days < 60 else 0))


def _unmistaken(pieces: Sequence[Piece], index: int) -> str:
    """The text of a piece; `m` beside hours or seconds is minutes and becomes `n`."""
    kind, text = pieces[index]
    if kind != "date" or text not in {"m", "mm"}:
        return text
    before = next((t for k, t in reversed(pieces[:index]) if k == "date"), "")
    after = next((t for k, t in pieces[index + 1 :] if k == "date"), "")
    minutes = before.strip("[]").startswith("h") or after.strip("[]").startswith("s")
    return text.replace("m", "n") if minutes else text


def _piece(kind: str, text: str, day: date, seconds: int, halved: bool) -> str:
    if kind == "half":
        morning = seconds % DAY_SECONDS < NOON * 3600
        early, late = ("上午", "下午") if text.startswith("上") else ("AM", "PM")
        return early if morning else late
    if kind != "date":
        return "" if kind == "digit" else text
    if text.startswith("["):
        return _elapsed(text, seconds)
    number = _number(text, day, seconds % DAY_SECONDS, halved)
    return number if number is not None else _name(text, day)


def _elapsed(text: str, seconds: int) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[text[1]]
    return str(seconds // unit).zfill(len(text) - 2)


def _number(text: str, day: date, seconds: int, halved: bool) -> str | None:
    hour = seconds // 3600
    hour = (hour % NOON or NOON) if halved else hour
    numbers = {"d": day.day, "m": day.month, "h": hour, "n": seconds // 60 % 60, "s": seconds % 60}
    if len(text) > 2 or text[0] not in numbers:
        return None
    return str(numbers[text[0]]).zfill(len(text))


def _name(text: str, day: date) -> str:
    weekday = WEEKDAYS[day.weekday()]
    match text[0]:
        case "y" | "e" | "b":
            return f"{day.year % 100:02}" if text in {"y", "yy"} else str(day.year)
        case "m":
            return MONTHS[day.month - 1]
        case "d" | "a":
            return weekday if text == "aaa" else f"星期{weekday}"
        case _:
            return ""
