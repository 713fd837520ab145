"""Flags for people: grouped by report, each with the exact words marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text as Line

from reportlint.result import Result
from reportlint.result.visible import visible
from reportlint.writers import View
from reportlint.writers.text.page import page
from reportlint.writers.text.report import report
from reportlint.writers.text.summary import counted, summary

EXTENSION = ".txt"


def render(items: Sequence[Result], view: View) -> str:
    """Every report with its flags, then a line over all of them."""
    if not items:
        return ""
    parts = [part for result in items for part in report(result, view)]
    return page([*parts, summary(items, view)], view)


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """One line per report: its file and what was found."""
    lines = [
        Line(f"{visible(name)}  {visible(result.path)}  ").append(counted([result], view.lang))
        for name, result in files
    ]
    return page([*lines, Line(), summary([result for _, result in files], view)], view)
