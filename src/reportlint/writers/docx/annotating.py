"""From a docx and its flags to a copy with comments, and back."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.config import Limits
from reportlint.document import Document
from reportlint.result import Flag
from reportlint.result.note import note_lines
from reportlint.writers.docx.comments import Comments, without_own
from reportlint.writers.docx.file import File
from reportlint.writers.docx.marking import Marking
from reportlint.writers.docx.placing import Placing


def annotate(
    data: bytes, document: Document, flags: Sequence[Flag], lang: str, limits: Limits
) -> bytes:
    """A copy of the docx in `data`, read as `document`, with one comment for each flag.

    Comments of an earlier run are replaced. Raises `UnreadableFile` for a file that cannot be
    taken apart.
    """
    file = File(data, limits)
    without_own(file)
    comments = Comments(file)
    marking = Marking(file.main, file.name)
    placing = Placing(document, file, marking)
    for flag in flags:
        spot, moved = placing.of(flag.anchor)
        number = comments.add(note_lines(flag, moved, lang))
        marking.mark(spot, number)
    comments.store()
    return file.content()


def remove(data: bytes, limits: Limits) -> bytes:
    """A copy of the docx without the comments this program made. Raises `UnreadableFile`."""
    file = File(data, limits)
    without_own(file)
    return file.content()
