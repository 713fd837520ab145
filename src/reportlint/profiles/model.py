"""The shape of a profile file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

BasisStatusName = Literal["verified", "unverified", "arithmetic", "own-words"]
SeverityName = Literal["error", "warning", "info"]


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
    absence where it differs from the common rule (`Profile.missing_severity`); `nonempty` sections
    must say something (problems, measures). `signs` are words that show, in any heading of the
    part or at the opening of a sentence, that the matter is dealt with under another heading; a …
    in one stands for a few characters.
    `basis` names an entry of the profile's `bases`; "" is the profile's own basis.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    level: int = 1
    parent: str | None = None
    required: Literal["must", "should", "may"] = "must"
    severity: SeverityName | None = None
    nonempty: bool = False
    role: Literal["", "problems", "measures", "conclusion", "score", "budget"] = ""
    needs: tuple[Needs, ...] = ()
    basis: str = ""


class GradeBand(_Data):
    """Scores from `low` (inclusive) up to the band above carry `grade` or one of its aliases."""

    low: Decimal
    grade: str
    aliases: tuple[str, ...] = ()


class GradeScale(_Data):
    """Bands from the best down. `open_below` is true where only the upper bands are known."""

    bands: tuple[GradeBand, ...]
    open_below: bool = False
    basis: BasisSpec


class FormSpec(_Data):
    """The scoring arithmetic of a self-evaluation form, in points."""

    name: str
    execution_points: Decimal
    indicator_points: Decimal
    split: Mapping[str, Decimal] = Field(default_factory=dict)
    execution_base: str = ""
    deviation_column: str = ""
    qualitative_bands: tuple[Decimal, ...] = ()
    basis: BasisSpec


class Profile(_Data):
    """A kind of report: how it is recognised and what it must contain.

    `title_patterns` are regular expressions searched for in the title; a `shared_title` is used
    for reports of other outlines as well, so half of the sections must confirm it.
    `low_execution` is a percentage: below it a reason is owed. `ordered`: the sections stand in
    the order given here.
    """

    name: str
    title_zh: str
    title_en: str
    title_patterns: tuple[str, ...]
    shared_title: bool = False
    needs_title_parts: tuple[Literal["organization", "year"], ...] = ()
    sections: tuple[SectionSpec, ...] = ()
    grade_scale: GradeScale | None = None
    forms: tuple[FormSpec, ...] = ()
    low_execution: Decimal | None = None
    ordered: bool = False
    basis: BasisSpec
    bases: Mapping[str, BasisSpec] = Field(default_factory=dict)

    @field_validator("title_patterns")
    @classmethod
    def _are_patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                regex.compile(pattern)
            except regex.error as error:
                raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
        return patterns

    @model_validator(mode="after")
    def _refer_to_what_exists(self) -> Profile:
        ids = [spec.id for spec in self.sections]
        if repeated := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"section id used twice: {', '.join(repeated)}")
        for spec in self.sections:
            if spec.parent is not None and spec.parent not in ids:
                raise ValueError(f"section {spec.id}: no section has the id {spec.parent!r}")
            if spec.basis and spec.basis not in self.bases:
                raise ValueError(f"section {spec.id}: [bases] has no entry {spec.basis!r}")
        return self

    def section(self, id: str) -> SectionSpec:
        """The section with this id; `KeyError` if there is none."""
        for spec in self.sections:
            if spec.id == id:
                return spec
        raise KeyError(id)

    def basis_of(self, spec: SectionSpec) -> BasisSpec:
        """What `spec` rests on."""
        return self.bases[spec.basis] if spec.basis else self.basis

    def missing_severity(self, spec: SectionSpec) -> SeverityName | None:
        """What the absence of `spec` weighs; None where it may be absent.

        A prescribed section of a verified source, and any that must say something, is an error;
        what is merely known or recommended is a warning, both together an info.
        """
        if spec.severity or spec.required == "may":
            return spec.severity
        known = self.basis_of(spec).status == "verified"
        if spec.nonempty or (spec.required == "must" and known):
            return "error"
        return "warning" if spec.required == "must" or known else "info"
