"""From the bytes of a workbook to a `Document`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from reportlint.config import Limits
from reportlint.document import Block, Document, Notice, block_text
from reportlint.readers.clock import Clock
from reportlint.readers.container import Container
from reportlint.readers.failure import UnreadableFile, damaged, over_limit
from reportlint.readers.spreadsheet.cells import read_sheet
from reportlint.readers.spreadsheet.layout import blocks_of
from reportlint.readers.spreadsheet.losses import (
    broken_sheet,
    cut_sheet,
    hidden_sheets,
    no_cells,
    uncomputed,
)
from reportlint.readers.spreadsheet.remarks import remarks
from reportlint.readers.spreadsheet.sheet import Sheet
from reportlint.readers.spreadsheet.workbook import KIND, Entry, Workbook, open_workbook
from reportlint.result import Text

OF_THE_PROGRAM = "WpsReserved_"
"""Sheets that WPS keeps for itself, never for people."""

Opened = tuple[Entry, Sheet | None]
"""A sheet of the workbook and its cells, `None` where it is damaged."""


def read_xlsx(data: bytes, path: Path, sha256: str, limits: Limits) -> Document:
    """The document in an xlsx. Raises `UnreadableFile`."""
    clock = Clock(limits)
    container = Container(data, limits, KIND)
    workbook = open_workbook(container)
    sheets = (
        (entry, _sheet(container, entry, workbook, limits, clock))
        for entry in workbook.entries
        if not entry.name.startswith(OF_THE_PROGRAM)
    )
    return _document(sheets, path, sha256, "xlsx", limits, clock)


def read_binary(data: bytes, path: Path, sha256: str, limits: Limits) -> Document:
    """The document in a workbook that is no xlsx: xls, et, xlsb. Raises `UnreadableFile`."""
    from reportlint.readers.spreadsheet.binary import binary_sheets

    clock = Clock(limits)
    return _document(binary_sheets(data, limits), path, sha256, "xls", limits, clock)


def _sheet(
    container: Container, entry: Entry, workbook: Workbook, limits: Limits, clock: Clock
) -> Sheet | None:
    try:
        blob = container.read(entry.part)
        sheet = None if blob is None else read_sheet(entry.name, blob, workbook, limits, clock)
    except UnreadableFile:
        return None
    try:
        return sheet and replace(sheet, remarks=tuple(remarks(container, entry)))
    except UnreadableFile:
        return sheet and replace(sheet, cut=True)


def _document(
    sheets: Iterable[Opened], path: Path, sha256: str, format: str, limits: Limits, clock: Clock
) -> Document:
    """The visible sheets one after another; hidden ones that hold anything are named."""
    blocks: list[Block] = []
    notices: list[Notice] = []
    hidden: list[str] = []
    characters = 0
    for entry, sheet in sheets:
        clock.check()
        characters += _length(sheet) if sheet else 0
        if characters > limits.max_characters:
            what = Text("文字数", "Number of characters")
            raise over_limit(what, limits.max_characters, "max_characters")
        if entry.hidden:
            hidden += [entry.name] if sheet and sheet.cells else []
            continue
        found, cut = blocks_of(sheet, limits.max_table_cells) if sheet else ([], False)
        blocks += [*found, *(sheet.remarks if sheet else ())]
        notices += _notices(entry, sheet, cut)
    if not blocks:
        raise damaged(KIND) if any(map(_is_broken, notices)) else no_cells()
    notices += [hidden_sheets(hidden)] if hidden else []
    return Document(str(path), sha256, format, tuple(blocks), tuple(notices))


def _length(sheet: Sheet) -> int:
    boxes = sum(len(block_text(remark)) for remark in sheet.remarks)
    return sum(map(len, sheet.cells.values())) + boxes


def _is_broken(notice: Notice) -> bool:
    return "damaged" in notice.message.en


def _notices(entry: Entry, sheet: Sheet | None, cut: bool) -> Iterator[Notice]:
    if sheet is None:
        yield broken_sheet(entry.name)
        return
    if cut or sheet.cut:
        yield cut_sheet(entry.name)
    if sheet.uncomputed:
        yield uncomputed(entry.name, sheet.uncomputed)
