"""The shape of a profile file."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

BasisStatusName = Literal["verified", "unverified", "arithmetic", "own-words"]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BasisSpec(_Data):
    """The regulation or form an entry rests on."""

    document: str
    clause: str = ""
    status: BasisStatusName = "unverified"


class Needs(_Data):
    """A figure that a section must state: an indicator concept, a score or a grade."""

    concept: str
    zh: str


class SectionSpec(_Data):
    """One prescribed section.

    `level` 0 is an attachment (a table), 1 and 2 are heading levels. `severity` is that of its
    absence; `nonempty` sections must say something (problems, measures).
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    level: int = 1
    parent: str | None = None
    required: Literal["must", "should", "may"] = "must"
    severity: Literal["error", "warning", "info"] | None = None
    nonempty: bool = False
    role: Literal["", "problems", "measures", "conclusion", "score", "budget"] = ""
    needs: tuple[Needs, ...] = ()
    basis: BasisSpec


class GradeBand(_Data):
    """Scores from `low` (inclusive) up to the band above carry `grade` or one of its aliases."""

    low: float
    grade: str
    aliases: tuple[str, ...] = ()


class GradeScale(_Data):
    """Bands from the best down. `open_below` is true where only the upper bands are known."""

    bands: tuple[GradeBand, ...]
    open_below: bool = False
    basis: BasisSpec


class Profile(_Data):
    """A kind of report: how it is recognised and what it must contain."""

    name: str
    title_zh: str
    title_en: str
    title_patterns: tuple[str, ...]
    needs_title_parts: tuple[Literal["organization", "year"], ...] = ()
    sections: tuple[SectionSpec, ...]
    grade_scale: GradeScale | None = None
    low_execution: float | None = Field(default=None, description="percent; below it a reason is owed")
    basis: BasisSpec

    def section(self, id: str) -> SectionSpec:
        """The section with this id; `KeyError` if there is none."""
        for spec in self.sections:
            if spec.id == id:
                return spec
        raise KeyError(id)
