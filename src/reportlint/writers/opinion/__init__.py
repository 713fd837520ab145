"""审核意见: a formal Word note on one report, section by section, for its author.

It holds every flag of the `Result` that is not suppressed: whoever has verdicts (a reviewer) hands
in a result with the confirmed flags only. Several reports follow each other, each on a new page.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.result import Result
from reportlint.writers import View
from reportlint.writers.opinion.listing import write_listing
from reportlint.writers.opinion.note import write_note
from reportlint.writers.opinion.paper import Paper

EXTENSION = ".docx"


def render(items: Sequence[Result], view: View) -> bytes:
    """One note for each report."""
    paper = Paper()
    for number, result in enumerate(items):
        if number:
            paper.new_page()
        write_note(paper, result, view.lang)
    return paper.content()


def index(files: Sequence[tuple[str, Result]], view: View) -> bytes:
    """The reports with their notes and numbers of flags."""
    paper = Paper()
    write_listing(paper, files, view.lang)
    return paper.content()
