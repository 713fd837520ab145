"""Whether a period can be as long as it is said to be."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from reportlint.facts.chronology.days import Period

MONTH = Fraction(1461, 48)
"""Days of a month in the mean of four years."""
YEAR = Fraction(1461, 4)
WHOLE = Fraction(1)
"""By so much may a length in months or years differ from the days, being counted in many ways."""
SPARE_DAYS = 1


def fits(period: Period, number: Fraction, unit: str) -> bool:
    """Whether the period may be called `number` of 天, 个月 or 年; other units always fit."""
    shortest = (period.last.first - period.first.last).days
    longest = (period.last.last - period.first.first + timedelta(days=1)).days
    if unit in ("天", "日", "日历天"):
        return shortest - SPARE_DAYS <= number <= longest + SPARE_DAYS
    if unit in ("个月", "月"):
        return shortest / MONTH - WHOLE <= number <= longest / MONTH + WHOLE
    if unit == "年":
        return shortest / YEAR - WHOLE / 2 <= number <= longest / YEAR + WHOLE / 2
    return True
