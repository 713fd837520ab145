"""What a corpus of skeletons is made of."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Headings = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Headings in other words, by profile and section id."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CorpusSpec(_Strict):
    """`corpus.toml`: how many skeletons, from which seed, without how many sections."""

    kind: str
    seed: int
    documents: int = Field(ge=1)
    most_dropped: int = Field(ge=0)
    headings: str = "headings.toml"


class Prose(_Strict):
    """`prose.toml`: a title for each profile, and sentences by what a section owes."""

    titles: Mapping[str, str]
    general: tuple[str, ...] = Field(min_length=1)
    problems: tuple[str, ...] = Field(min_length=1)
    measures: tuple[str, ...] = Field(min_length=1)

    def said(self, role: str) -> tuple[str, ...]:
        """Sentences for a section of this role."""
        return {"problems": self.problems, "measures": self.measures}.get(role, self.general)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a corpus folder holds."""

    spec: CorpusSpec
    prose: Prose
    headings: Headings


def load(folder: Path, settings: Mapping[str, object]) -> Material:
    """Read a corpus folder. Raises `ValueError` for a broken one."""
    spec = CorpusSpec.model_validate(dict(settings))
    headings = TypeAdapter(dict[str, dict[str, tuple[str, ...]]])
    return Material(
        spec,
        Prose.model_validate(_toml(folder / "prose.toml")),
        headings.validate_python(_toml(folder / spec.headings)),
    )


def _toml(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError:
        raise ValueError(f"{path.name} is missing") from None
