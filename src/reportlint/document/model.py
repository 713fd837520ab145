"""Blocks, tables and cells as every reader delivers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from reportlint.result import Place, Severity, Text


class Layer(StrEnum):
    """Which stream of the page a block belongs to. Rules read `BODY` unless they say otherwise."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    COMMENT = "comment"
    TOC = "toc"


class Source(Protocol):
    """Leads characters of a block or cell back to the file they were read from."""

    def locate(self, start: int, end: int) -> Place:
        """The place of characters `start` to `end` (exclusive) of the text this belongs to."""
        ...


@runtime_checkable
class Recognised(Source, Protocol):
    """A source that may have been read from a picture."""

    def confidence(self, start: int, end: int) -> float:
        """How surely characters `start` to `end` were recognised, 0 to 1."""
        ...


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The source of text that has no position of its own."""

    def locate(self, start: int, end: int) -> Place:
        """An empty place."""
        return Place()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text. `confidence` is below 1 only where it was read by OCR."""

    text: str
    source: Source = Nowhere()
    layer: Layer = Layer.BODY
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Heading(Paragraph):
    """A paragraph that the file itself marks as a heading (style, outline level, markdown #).

    Most headings of real reports are unmarked paragraphs; `facts.outline` finds those.
    """

    level: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, at the top left of the grid positions it spans."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    source: Source = Nowhere()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. `rows[r][c]` is the cell covering that position, so merged cells repeat."""

    rows: tuple[tuple[Cell, ...], ...]
    layer: Layer = Layer.BODY
    source: Source = Nowhere()

    @classmethod
    def of(cls, cells: Iterable[Cell], *, layer: Layer = Layer.BODY) -> Table:
        """Lay cells out on the smallest grid that holds them; gaps become empty cells."""
        taken: dict[tuple[int, int], Cell] = {}
        for cell in cells:
            for r in range(cell.row, cell.row + cell.row_span):
                for c in range(cell.column, cell.column + cell.column_span):
                    taken.setdefault((r, c), cell)
        height = 1 + max((r for r, _ in taken), default=-1)
        width = 1 + max((c for _, c in taken), default=-1)
        rows = tuple(
            tuple(taken.get((r, c)) or Cell("", r, c) for c in range(width)) for r in range(height)
        )
        return cls(rows, layer)

    def cells(self) -> Iterator[Cell]:
        """Each cell once, row by row."""
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row):
                if (cell.row, cell.column) == (r, c):
                    yield cell


Block = Paragraph | Table
"""`Heading` is a `Paragraph`."""


def block_text(block: Block, cell: tuple[int, int] | None = None) -> str:
    """The text in which an anchor's `start` and `end` count."""
    if isinstance(block, Table):
        return block.rows[cell[0]][cell[1]].text if cell else ""
    return block.text


def confidence_at(block: Block, start: int, end: int, cell: tuple[int, int] | None = None) -> float:
    """How surely characters of a block, or of a cell of it, were read: 1 unless by OCR."""
    held = block.rows[cell[0]][cell[1]] if isinstance(block, Table) and cell else block
    if isinstance(held, Table) or held.confidence >= 1:
        return 1.0
    if isinstance(held.source, Recognised) and end > start:
        return held.source.confidence(start, end)
    return held.confidence


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader has to say of the file itself: becomes a DOC flag.

    `code` is DOC001, DOC002, DOC004 or DOC005; `block` the nearest block, if there is one;
    `severity` None takes that of the code.
    """

    code: str
    message: Text
    advice: Text
    block: int | None = None
    page: int | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` (exclusive) of a block, or of a cell of it."""

    block: int
    start: int
    end: int
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the file that speaks to this program, and the words it was put on."""

    text: str
    author: str
    on: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: blocks in document order and what the reader noticed.

    `format` is the format found by content (`docx`, `pdf`, `text`, …), not by name.
    """

    path: str
    sha256: str
    format: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    pages: int | None = None
    remarks: tuple[Remark, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)

    def body(self) -> Iterator[tuple[int, Block]]:
        """Blocks of the body with their indices, tables included."""
        for index, block in enumerate(self.blocks):
            if block.layer is Layer.BODY:
                yield index, block

    def paragraphs(self) -> Iterator[tuple[int, Paragraph]]:
        """Paragraphs (and headings) of the body with their indices."""
        for index, block in self.body():
            if isinstance(block, Paragraph):
                yield index, block

    def tables(self) -> Iterator[tuple[int, Table]]:
        """Tables of the body with their indices."""
        for index, block in self.body():
            if isinstance(block, Table):
                yield index, block
