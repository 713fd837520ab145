"""Copies of reports with flags as Word comments or PDF highlights: the one way back to the file.

`opened` reads a file once; the copy is made of what was read, so both are of the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportlint.config import Limits
from reportlint.document import Document
from reportlint.readers import bytes_of, read_bytes
from reportlint.readers.detection import Format, detect
from reportlint.readers.failure import Reason, unreadable
from reportlint.result import Flag, Text

_CONVERTED = {Format.DOC, Format.RTF, Format.ODT, Format.WORD_XML}


@dataclass(frozen=True, slots=True)
class Annotatable:
    """A file that can hold notes: its bytes (of the docx made of it, for a .doc) and its text.

    `extension` is that of the copy.
    """

    data: bytes
    document: Document
    extension: str


def opened(path: Path, shown_as: str, limits: Limits) -> Annotatable:
    """The file to annotate. Raises `UnreadableFile`, also for formats that cannot hold notes."""
    data, kind = _office_bytes(path, limits)
    document = read_bytes(data, path, limits)
    sha256 = hashlib.sha256(bytes_of(path, limits)).hexdigest() if kind == "doc" else None
    document = replace(document, path=shown_as, sha256=sha256 or document.sha256)
    return Annotatable(data, document, ".pdf" if kind == "pdf" else ".docx")


def annotated(source: Annotatable, flags: Sequence[Flag], lang: str, limits: Limits) -> bytes:
    """A copy with one note for each flag that is not suppressed; notes of earlier runs are gone.

    Raises `UnreadableFile`.
    """
    shown = [flag for flag in flags if not flag.suppressed]
    if source.extension == ".pdf":
        from reportlint.writers.pdf import annotate as annotate_pdf

        return annotate_pdf(source.data, source.document, shown, lang)
    from reportlint.writers.docx import annotate as annotate_docx

    return annotate_docx(source.data, source.document, shown, lang, limits)


def cleaned(path: Path, limits: Limits) -> bytes:
    """A copy without the notes this program made. Raises `UnreadableFile`."""
    data, kind = _office_bytes(path, limits)
    if kind == "pdf":
        from reportlint.writers.pdf import remove as remove_pdf

        return remove_pdf(data)
    from reportlint.writers.docx import remove as remove_docx

    return remove_docx(data, limits)


def _office_bytes(path: Path, limits: Limits) -> tuple[bytes, str]:
    """The bytes of a docx or PDF, and `docx`, `pdf`, or `doc` for a docx made of another file."""
    data = bytes_of(path, limits)
    found = detect(data)
    if found in {Format.DOCX, Format.PDF}:
        return data, found.value
    if found in _CONVERTED:
        from reportlint.readers.legacy import as_docx

        return as_docx(data, found.value, limits), "doc"
    raise unreadable(
        Text(
            "批注只能写进 Word 文档和 PDF，这个文件两者都不是。",
            "Only Word documents and PDFs can hold notes; this file is neither.",
        ),
        Text("请用 check 查看问题。", "Use check to see the flags."),
        reason=Reason.FOREIGN,
    )
