"""What may be configured. Every field is documented: `reportlint config` prints these words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

FailOn = Literal["error", "warning", "info", "never"]
Lang = Literal["zh", "en"]
Percent = Annotated[Decimal, Field(ge=0)]
Positive = Annotated[int, Field(gt=0)]


class Settings(BaseModel):
    """A group of settings: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Limits(Settings):
    """How much of one file is read, against hostile or broken input."""

    max_bytes: Positive = 200_000_000
    """Largest file read, in bytes."""
    max_pages: Positive = 2_000
    """Most pages read of a PDF."""
    max_characters: Positive = 5_000_000
    """Most characters of text read."""
    max_expanded_bytes: Positive = 1_000_000_000
    """Most bytes that a packed file (docx, zip) may hold unpacked."""
    max_part_bytes: Positive = 400_000_000
    """Most bytes that one member of a packed file may hold unpacked."""
    max_ratio: Positive = 200
    """Highest ratio of unpacked to packed size."""
    max_members: Positive = 20_000
    """Most members of a packed file."""
    xml_depth: Positive = 256
    """Deepest nesting of XML elements."""
    max_table_cells: Positive = 1_000_000
    """Most cells of one table."""
    seconds: Annotated[float, Field(gt=0)] = 60.0
    """Longest time spent on reading one file, in seconds."""
    ocr_seconds: Annotated[float, Field(ge=0)] = 240.0
    """Longest time spent on recognising the scanned pages of one file, in seconds; 0: never."""
    max_image_pixels: Positive = 200_000_000
    """Most pixels of a picture on a scanned page."""
    file_seconds: Annotated[float, Field(gt=0)] = 300.0
    """Longest time spent on one file altogether, in seconds, where several are checked."""
    memory_bytes: Positive = 2_000_000_000
    """Most memory that a worker process may take, in bytes."""


class Thresholds(Settings):
    """Lines that judgements are held against where no regulation draws one (percent)."""

    good_deviation: Percent = Decimal(10)
    """A 预决算差异率 above this (in size) contradicts 较好, 较小, 良好."""
    good_execution: Percent = Decimal(90)
    """A 预算执行率 below this contradicts 良好, 较好, 全面完成."""
    full_execution: Percent = Decimal(99)
    """A rate below this contradicts 全部完成, 全面完成, 100 %."""
    low_execution: Percent = Decimal(80)
    """A 预算执行率 below this owes a reason, where the profile draws no line of its own."""
    good_carry_over: Percent = Decimal(10)
    """A 结转结余率 above this contradicts 较低, 控制较好."""
    good_satisfaction: Percent = Decimal(80)
    """A 满意度 below this contradicts 满意度较高."""


class LexiconAdditions(Settings):
    """Words of one's own, added to the built-in lexicon."""

    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Further names of an indicator: concept id or known name = list of names."""
    units: dict[str, Annotated[Decimal, Field(gt=0)]] = Field(default_factory=dict)
    """Further units of money: name = how many yuan it is."""
    typos: dict[str, str] = Field(default_factory=dict)
    """Further typing errors: wrong = right."""


class Config(Settings):
    """The effective configuration of one run."""

    select: tuple[str, ...] = ()
    """Rules to run, by code, prefix or name; none means all."""
    ignore: tuple[str, ...] = ()
    """Rules whose flags are not shown, by code, prefix or name."""
    profile: str | None = None
    """The kind of report; none means that each report tells its own."""
    profile_folders: tuple[Path, ...] = ()
    """Folders with profile files of one's own."""
    fail_on: FailOn = "error"
    """Least severity that makes the exit code 1."""
    jobs: Annotated[int, Field(ge=0)] = 0
    """Files checked at once; 0 means one per core."""
    lang: Lang = "zh"
    """Language of messages."""
    output: tuple[str, ...] = ("text",)
    """Outputs as FORMAT or FORMAT=PATH."""
    limits: Limits = Limits()
    thresholds: Thresholds = Thresholds()
    lexicon: LexiconAdditions = LexiconAdditions()
