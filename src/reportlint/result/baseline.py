"""A baseline: the flags of an earlier result, which do not count again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlint.result.comparison import versions
from reportlint.result.matching import matched
from reportlint.result.model import Text
from reportlint.result.outcome import Result
from reportlint.result.recorded import Recorded

REASON = Text("基线中已有", "in the baseline")


def baselined(results: Sequence[Result], baseline: Sequence[Recorded]) -> list[Result]:
    """The results with every flag suppressed that the baseline holds, each at most once."""
    news = [Recorded.of(result) for result in results]
    known = {new.path: old for old, new in versions(baseline, news) if old and new}
    return [_without(result, known.get(result.path)) for result in results]


def _without(result: Result, old: Recorded | None) -> Result:
    if old is None:
        return result
    found = matched(old.sightings, Recorded.of(result).sightings, reworded=False)
    taken = set(found.values())
    reason = REASON.in_(result.lang)
    flags = (
        replace(flag, suppressed=flag.suppressed or reason) if number in taken else flag
        for number, flag in enumerate(result.flags)
    )
    return replace(result, flags=tuple(flags))
