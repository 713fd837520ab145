"""What a report of the corpus is made of, as its TOML file says."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnSpec(_Strict):
    """A column: its wordings, its key, and the formula of its cells over other keys.

    `adds`: totals are the sums of their parts. `share_of`: the key of which each row is a share of
    the total row's (then `value` is not used). `stale`, `wrong`: formulas of what may be printed
    there by mistake.
    """

    label: list[str] = Field(min_length=1)
    key: str
    value: str = ""
    kind: str = "amount"
    adds: bool = False
    share_of: str = ""
    stale: str = ""
    wrong: str = ""


class TableSpec(_Strict):
    """A kind of table. A group is a label and, with `nested`, the labels under it.

    The name of a table has no underscore: `exec_t_spent` is the total of column `spent`.
    """

    caption: str
    corner: list[str] = Field(default_factory=lambda: ["项目"])
    groups: list[list[str]]
    least: int = 2
    most: int = 8
    nested: bool = False
    indent: list[str] = Field(default_factory=lambda: ["", "　", "　　"])
    total: list[str] = Field(default_factory=lambda: ["合计"])
    total_first: float = 0.3
    columns: list[ColumnSpec]


class ReportSpec(_Strict):
    """A kind of report: true values by formula, tables, and the text that states them.

    `stale` maps a value to the one of last year by which it may be replaced; `wrong` maps a rate
    to the formula of a rate over the wrong base.
    """

    form: str
    truth: dict[str, str] = Field(default_factory=dict)
    tables: dict[str, TableSpec] = Field(default_factory=dict)
    stale: dict[str, str] = Field(default_factory=dict)
    wrong: dict[str, str] = Field(default_factory=dict)
    text: str


class CorpusSpec(_Strict):
    """`corpus.toml` of an injection corpus: how many reports and injections, from which seed."""

    kind: str
    seed: int
    documents: int
    per_document: int
    pairs: int


def load_reports(folder: Path) -> dict[str, ReportSpec]:
    """The kinds of report in `folder`/reports, by name. Raises `ValueError` for a broken file."""
    import tomllib

    found = {}
    for path in sorted((folder / "reports").glob("*.toml")):
        found[path.stem] = ReportSpec.model_validate(tomllib.loads(path.read_text("utf-8")))
    return found
