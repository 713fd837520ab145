"""A workbook: the list of flags, the figures, the ledger. Every text is text, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlint.result import Result
from reportlint.writers import View
from reportlint.writers.xlsx.book import Sheet, workbook
from reportlint.writers.xlsx.figures import figure_sheet
from reportlint.writers.xlsx.flags import flag_sheet
from reportlint.writers.xlsx.ledger import report_sheet, rule_sheet

EXTENSION = ".xlsx"


def render(items: Sequence[Result], view: View) -> bytes:
    """All reports in one workbook."""
    return workbook(_sheets(items, view.lang))


def index(files: Sequence[tuple[str, Result]], view: View) -> bytes:
    """The reports, one row each with its file, without flags and figures."""
    return workbook([report_sheet(files, view.lang)])


def _sheets(items: Sequence[Result], lang: str) -> Iterable[Sheet]:
    yield flag_sheet(items, lang)
    yield figure_sheet(items, lang)
    yield report_sheet([("", result) for result in items], lang)
    yield rule_sheet(items, lang)
