"""Flags for people: grouped by report, each with the exact words marked."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.result import Result
from reportlint.writers import View
from reportlint.writers.page import page, title
from reportlint.writers.text.report import report
from reportlint.writers.text.summary import contents, summary

EXTENSION = ".txt"


def render(items: Sequence[Result], view: View) -> str:
    """Every report with its flags, then a line over all of them."""
    if not items:
        return ""
    parts = [part for result in items for part in report(result, view)]
    return page([*title(view), *parts, summary(items, view)], view)


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """One line per report: its file and what was found."""
    return page([*title(view), *contents(files, view)], view)
