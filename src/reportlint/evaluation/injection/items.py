"""What the generator delivers: reports, clean or with slips in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportlint.evaluation.injection.drafting import Label, Slot
from reportlint.evaluation.injection.instances import Bound


@dataclass(frozen=True, slots=True)
class Report:
    """A true report: its text, its figures, and what holds between them.

    `stale` and `wrong` give, by index of a figure, what may be printed there by mistake.
    """

    id: str
    kind: str
    form: str
    rounding: str
    text: str
    slots: tuple[Slot, ...]
    labels: tuple[Label, ...]
    bound: Bound
    stale: Mapping[int, str] = field(default_factory=dict)
    wrong: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` of the true report replaced by `words`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Injection:
    """A slip. `figures` are the indices of the figures spoilt; none where a label is.

    `detectable`: some relation that the report states is impossible even under the robust
    intervals. `relations`: in how many the first figure takes part.
    """

    kind: str
    edits: tuple[Edit, ...]
    figures: tuple[int, ...]
    detectable: bool
    relations: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One report to be checked. Without injections it is a clean control."""

    id: str
    report: Report
    injections: tuple[Injection, ...] = ()

    @property
    def edits(self) -> list[Edit]:
        """All edits in text order."""
        return sorted((e for i in self.injections for e in i.edits), key=lambda e: e.start)

    @property
    def text(self) -> str:
        """The text with its slips."""
        return applied(self.report.text, self.edits)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `start` to `end` of the true report stand in `text`."""
        before = sum(len(e.words) - (e.end - e.start) for e in self.edits if e.end <= start)
        within = sum(
            len(e.words) - (e.end - e.start) for e in self.edits if start <= e.start < e.end <= end
        )
        return start + before, end + before + within


def applied(text: str, edits: Sequence[Edit]) -> str:
    """`text` with the edits, which do not overlap and stand in order."""
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.words]
        done = edit.end
    return "".join([*parts, text[done:]])
