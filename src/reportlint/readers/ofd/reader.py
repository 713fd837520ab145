"""From the bytes of an OFD to a `Document`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportlint.config import Limits
from reportlint.document import Block, Cell, Document, Layer, Notice, Paragraph, Table
from reportlint.document.alignment import aligned_tables
from reportlint.document.contents import contents_lines
from reportlint.document.traced import Traced
from reportlint.document.wrapping import layout_of, rejoined
from reportlint.readers.clock import Clock
from reportlint.readers.extent import CUT_TABLE, rows_within
from reportlint.readers.failure import over_limit
from reportlint.readers.ofd.furniture import layers
from reportlint.readers.ofd.glyphs import glyphs_of
from reportlint.readers.ofd.lines import Line, lines_of
from reportlint.readers.ofd.losses import broken_page, more_pages, nothing
from reportlint.readers.ofd.package import Package
from reportlint.readers.ofd.source import OfdSource
from reportlint.result import Text


def read_ofd(data: bytes, path: Path, sha256: str, limits: Limits) -> Document:
    """The document in `data`. Raises `UnreadableFile`."""
    return _Reading(limits).document(data, path, sha256)


class _Reading:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lines: list[Line] = []
        self._notices: list[Notice] = []
        self._images = False
        self._clock = Clock(limits)

    def document(self, data: bytes, path: Path, sha256: str) -> Document:
        """Everything read, with what is to be said of it."""
        pages = list(self._pages(Package(data, self._limits)))
        sorted_out = list(layers(pages))
        self._lines = [line for line, _ in sorted_out]
        body = [i for i, (_, layer) in enumerate(sorted_out) if layer is Layer.BODY]
        blocks = list(self._blocks([self._traced(i) for i in body]))
        blocks = _with_contents(blocks)
        for index, (_, layer) in enumerate(sorted_out):
            if layer is not Layer.BODY:
                blocks.append(self._paragraph(self._traced(index).strip(), layer))
        if not blocks:
            raise nothing(images=self._images)
        return Document(
            str(path), sha256, "ofd", tuple(blocks), tuple(self._notices), pages=len(pages)
        )

    def _pages(self, package: Package) -> Iterator[list[Line]]:
        characters = 0
        for number, parts in enumerate(package.pages(), 1):
            if number > self._limits.max_pages:
                self._notices.append(more_pages(self._limits.max_pages))
                return
            self._clock.check()
            roots = [root for root in parts.roots if root is not None]
            if len(roots) < len(parts.roots):
                self._notices.append(broken_page(number))
            self._images |= any(next(r.iter("{*}ImageObject"), None) is not None for r in roots)
            lines = lines_of((glyph for root in roots for glyph in glyphs_of(root)), number)
            characters += sum(len(line.text) for line in lines)
            if characters > self._limits.max_characters:
                what = Text("文字数", "Number of characters")
                raise over_limit(what, self._limits.max_characters, "max_characters")
            yield lines

    def _traced(self, index: int) -> Traced:
        return Traced.of(self._lines[index].text, index)

    def _blocks(self, lines: Sequence[Traced]) -> Iterator[Block]:
        """Tables where rows stand in columns, paragraphs elsewhere."""
        position = 0
        for run, rows in aligned_tables(lines):
            yield from self._prose(lines[position : run.start])
            yield self._table(rows)
            position = run.stop
        yield from self._prose(lines[position:])

    def _prose(self, lines: Sequence[Traced]) -> Iterator[Block]:
        layout = layout_of([line.text for line in lines])
        for text in rejoined(lines, layout):
            yield self._paragraph(text, Layer.BODY)

    def _paragraph(self, text: Traced, layer: Layer) -> Paragraph:
        return Paragraph(text.text, OfdSource(self._lines, text.marks), layer)

    def _table(self, found: Sequence[Sequence[Traced]]) -> Table:
        rows = rows_within(found, self._limits.max_table_cells)
        if len(rows) < len(found):
            self._notices.append(CUT_TABLE)
        cells = [
            Cell(cell.text, r, c, source=OfdSource(self._lines, cell.marks))
            for r, row in enumerate(rows)
            for c, cell in enumerate(row)
        ]
        first = next(cell.source for cell in cells if cell.text)
        return replace(Table.of(cells), source=first)


def _with_contents(blocks: Sequence[Block]) -> list[Block]:
    found = contents_lines([b.text if isinstance(b, Paragraph) else None for b in blocks])
    return [
        replace(block, layer=Layer.TOC) if index in found else block
        for index, block in enumerate(blocks)
    ]
