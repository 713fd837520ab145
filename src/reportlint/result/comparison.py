"""What became of the faults of a report in its next version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlint.result.matching import matched
from reportlint.result.recorded import Recorded, Sighting


class Fate(StrEnum):
    """What became of one fault."""

    FIXED = "fixed"
    STILL = "still"
    NEW = "new"
    UNKNOWN = "unknown"
    """It could not be looked for: the file or its rule was not checked."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fault in the old version, the new one, or both."""

    fate: Fate
    old: Sighting | None
    new: Sighting | None

    @property
    def shown(self) -> Sighting:
        """As it stands in the newest version that has it."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change without a fault")
        return found

    @property
    def counts(self) -> bool:
        """Whether it is open: in the new version, and not suppressed there."""
        return self.new is not None and not self.new.suppressed


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one report; a path is None where there is only the other."""

    old_path: str | None
    new_path: str | None
    changes: tuple[Change, ...]

    def of(self, fate: Fate) -> list[Change]:
        """The changes of one kind, in document order."""
        return [change for change in self.changes if change.fate is fate]


def compared(old: Sequence[Recorded], new: Sequence[Recorded]) -> tuple[Comparison, ...]:
    """Report by report: of one name, or the only one on either side."""
    return tuple(_comparison(before, after) for before, after in versions(old, new))


def versions(
    old: Sequence[Recorded], new: Sequence[Recorded]
) -> Iterator[tuple[Recorded | None, Recorded | None]]:
    """The old and the new version of each report, one of them None where there is no other."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    rest = list(old)
    for after in new:
        before = _namesake(after, rest)
        if before is not None:
            rest.remove(before)
        yield before, after
    yield from ((before, None) for before in rest)


def _namesake(report: Recorded, among: Sequence[Recorded]) -> Recorded | None:
    same = [other for other in among if other.path == report.path]
    alike = [other for other in among if _file(other) == _file(report)]
    return next((found[0] for found in (same, alike) if len(found) == 1), None)


def _file(report: Recorded) -> str:
    return report.path.rpartition("/")[2]


def _comparison(old: Recorded | None, new: Recorded | None) -> Comparison:
    changes = tuple(_changes(old, new))
    return Comparison(old.path if old else None, new.path if new else None, changes)


def _changes(old: Recorded | None, new: Recorded | None) -> Iterator[Change]:
    before, after = old.sightings if old else (), new.sightings if new else ()
    found = matched(before, after)
    origins = {j: i for i, j in found.items()}
    for j, sighting in enumerate(after):
        known = before[origins[j]] if j in origins else None
        yield Change(Fate.STILL if known else Fate.NEW, known, sighting)
    for i, sighting in enumerate(before):
        if i not in found:
            yield Change(_gone(sighting, new), sighting, None)


def _gone(sighting: Sighting, new: Recorded | None) -> Fate:
    """A fault that is not met any more is mended only if it was looked for."""
    if new is None or new.unreadable:
        return Fate.UNKNOWN
    return Fate.FIXED if new.looked_for(sighting.code) else Fate.UNKNOWN
