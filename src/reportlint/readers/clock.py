"""The time that reading one file may take, looked at wherever a reader comes by."""

from __future__ import annotations

from time import monotonic

from reportlint.config import Limits
from reportlint.readers.failure import over_limit
from reportlint.result import Text

READING = Text("读取时间（秒）", "Reading time in seconds")


class Clock:
    """Runs from its making to `limits.seconds` later."""

    def __init__(self, limits: Limits) -> None:
        self._limit = limits.seconds
        self._end = monotonic() + limits.seconds

    def check(self) -> None:
        """Raise `UnreadableFile` once the time is up."""
        if monotonic() > self._end:
            raise over_limit(READING, self._limit, "seconds")
