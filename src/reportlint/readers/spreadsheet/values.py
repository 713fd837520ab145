"""Values of cells as the sheet shows them, as far as their formats are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from reportlint.readers.spreadsheet.calendar import EPOCH, EPOCH_1904
from reportlint.readers.spreadsheet.digits import general
from reportlint.readers.spreadsheet.formats import shown
from reportlint.readers.spreadsheet.sheet import Position

DAY_MICROSECONDS = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Shown:
    """How the cells of a sheet are shown, as far as their formats are known."""

    formats: Mapping[Position, str]
    from_1904: bool

    def text(self, at: Position, value: object) -> str:
        """What the cell at `at` shows for `value`."""
        code = self.formats.get(at)
        number = None if code is None else _serial(value, from_1904=self.from_1904)
        if code is None or number is None:
            return shown_plainly(value)
        return shown(number, code, from_1904=self.from_1904)


def _serial(value: object, *, from_1904: bool) -> Decimal | None:
    """The number that a cell holds, `None` where it is none."""
    epoch = EPOCH_1904 if from_1904 else EPOCH
    match value:
        case bool():
            return None
        case int() | float():
            number = Decimal(repr(value))
            return number if number.is_finite() else None
        case datetime():
            return _days(value.replace(tzinfo=None) - datetime.combine(epoch, time()))
        case date():
            return _days(value - epoch)
        case time():
            return _days(datetime.combine(epoch, value) - datetime.combine(epoch, time()))
        case timedelta():
            return _days(value)
        case _:
            return None


def _days(span: timedelta) -> Decimal:
    return Decimal(span // timedelta(microseconds=1)) / DAY_MICROSECONDS


def shown_plainly(value: object) -> str:
    """A value whose number format is not known, as the ordinary format shows it."""
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            number = Decimal(repr(value))
            return general(number) if number.is_finite() else ""
        case datetime():
            clock = value.time()
            return _day(value.date()) + (f" {clock:%H:%M}" if clock != time() else "")
        case date():
            return _day(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02}"
        case _:
            return str(value)


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"
