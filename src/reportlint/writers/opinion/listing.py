"""The index of a folder of notes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.result import Result
from reportlint.result.description import counts_words
from reportlint.result.words import STATUSES
from reportlint.writers.opinion.paper import Paper

_HEADS = {
    "zh": ("序号", "单位", "报告", "状态", "问题", "审核意见"),
    "en": ("no.", "organization", "report", "status", "flags", "note"),
}


def write_listing(paper: Paper, files: Sequence[tuple[str, Result]], lang: str) -> None:
    """A table with one row for each report."""
    paper.title("Review opinions" if lang == "en" else "审核意见目录")
    rows = [
        (
            str(number),
            result.organization or "",
            result.path,
            STATUSES[result.status].in_(lang),
            counts_words(result.flags, lang),
            name,
        )
        for number, (name, result) in enumerate(files, 1)
    ]
    paper.table([_HEADS[lang], *rows])
