"""What is fuzzed: for each reader its small files and the damage that fits them."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest.mock import patch

import old_books
import small_docx
import small_pdfs
import small_texts
import workbooks
from byte_damage import BYTES, TEXTS, Damage
from html_damage import HTML
from ofd_files import column, package, page, text_object
from pdf_damage import PDF
from xml_damage import XML
from zip_damage import CONTAINERS, operated

from reportlint.config import Limits
from reportlint.document import Document, Table
from reportlint.readers import Reason, UnreadableFile, read_bytes
from reportlint.readers.pdf import reader as pdf_reader

Step = tuple[int, int]
"""Which damage, and how the dice fall."""
LIMITS = Limits(seconds=8.0, ocr_seconds=0.0)
LARGEST = 100_000
"""Bytes of a file that is large enough: what damage repeats grows fast."""
SECOND_OPINIONS = 20
"""One in so many PDFs is also given to pdfplumber, which starts a process of its own."""


@dataclass(frozen=True)
class Target:
    """A reader: the files to begin with, and the kinds of damage."""

    name: str
    samples: Sequence[Callable[[], bytes]]
    damages: Sequence[Damage]

    def damaged(self, sample: int, steps: Sequence[Step]) -> bytes:
        """A sample after all steps."""
        data = _made(self.samples[sample])
        for kind, seed in steps:
            if len(data) < LARGEST:
                data = self.damages[kind](data, random.Random(seed))
        return data


_MADE: dict[Callable[[], bytes], bytes] = {}


def _made(sample: Callable[[], bytes]) -> bytes:
    if sample not in _MADE:
        _MADE[sample] = sample()
    return _MADE[sample]


def in_archive(parts: Sequence[Damage]) -> tuple[Damage, ...]:
    """Damage to the members of a packed document, three times as often as to its container."""
    inside = tuple(partial(_inside, parts=(part,)) for part in parts)
    return (*inside, *inside, *CONTAINERS)


def _inside(data: bytes, dice: random.Random, parts: Sequence[Damage]) -> bytes:
    return operated(data, parts, dice)


def _fixed_layout() -> bytes:
    turned = text_object("转向1.5", 60, 90, 'CTM="0 1 -1 0 0 0"')
    lines = column(["一、概况", "全年支出12.50万元。", "甲  1.00  2.00", "乙  3.00  4.00"])
    return package(
        [page(*lines), page(*lines[:2], turned)], **{"Doc_0/Tpls/T.xml": page(*lines[:1])}
    )


def _old_workbook() -> bytes:
    cells = [(0, 0, "项目", 0), (0, 1, "金额", 0), (1, 0, "甲", 0), (1, 1, 12.5, 1)]
    return old_books.workbook({"甲": cells, "乙": cells}, ["0.00%"], merged=[(2, 3, 0, 1)])


PDFS = (small_pdfs.plain, small_pdfs.packed, small_pdfs.by_hand, small_pdfs.in_streams)
TARGETS = {
    target.name: target
    for target in (
        Target("docx", (small_docx.everything, small_docx.table_alone), in_archive(XML)),
        Target("pdf", PDFS, PDF),
        Target("xlsx", (partial(workbooks.written, workbooks.form),), in_archive(XML)),
        Target("text", small_texts.SAMPLES, TEXTS),
        Target("html", (small_texts.page, small_texts.web_archive), (*HTML, *TEXTS)),
        Target("ofd", (_fixed_layout,), in_archive(XML)),
        Target("xls", (_old_workbook,), BYTES),
    )
}


def outcome(data: bytes, name: str) -> Document | Reason:
    """The document that was read, or why there is none. Raises for whatever is a defect."""
    try:
        with _spared(data):
            document = read_bytes(data, Path(f"a.{name}"), LIMITS)
    except UnreadableFile as error:
        return _foreseen(error)
    verify(document)
    return document


def _spared(data: bytes) -> AbstractContextManager[object]:
    """Most of the time, no process is started for a second opinion on a PDF."""
    if zlib.crc32(data) % SECOND_OPINIONS == 0:
        return nullcontext()
    return patch.object(pdf_reader, "parse_again", lambda *_: {})


def _foreseen(error: UnreadableFile) -> Reason:
    if error.reason is Reason.UNFORESEEN:
        raise AssertionError(error.notice.message.en) from error.__cause__
    if len(error.notice.message.zh.splitlines()) != 1:
        raise AssertionError(f"not one line: {error.notice.message.zh}")
    return error.reason


def verify(document: Document) -> None:
    """It says something, or why it does not; and every character of it can be located."""
    assert document.blocks or document.notices
    for block in document.blocks:
        for piece in block.cells() if isinstance(block, Table) else (block,):
            for start in {0, len(piece.text) // 2, max(len(piece.text) - 1, 0)}:
                piece.source.locate(start, start + 1)
