"""Moments as the store writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """This moment: ISO 8601, UTC, to the microsecond."""
    return written(datetime.now(UTC))


def later(hours: float) -> str:
    """So many hours from now."""
    return written(datetime.now(UTC) + timedelta(hours=hours))


def written(moment: datetime) -> str:
    """A moment as text that sorts by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
