"""What authors typed where Word has a feature: tables of contents, tables set with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlint.document import Block, Cell, Heading, Layer, Paragraph, Table, block_text
from reportlint.document.alignment import aligned_tables
from reportlint.document.contents import contents_lines
from reportlint.document.traced import Traced
from reportlint.readers.docx.source import DocxSource

MAYBE_ROW = re.compile(r"\S[ \t\u3000]+\S*\d")


def arranged(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the body with typed contents in their layer and typed tables as tables."""
    texts = [block.text if isinstance(block, Paragraph) else None for block in blocks]
    found = contents_lines(texts)
    apart = [_as_contents(block) if i in found else block for i, block in enumerate(blocks)]
    return list(_with_tables(apart))


def _with_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    for plain, group in groupby(blocks, _is_plain):
        stretch = list(group)
        lines = [_traced(block) for block in stretch] if plain else []
        if not any(MAYBE_ROW.search(line.text) for line in lines):
            yield from stretch
            continue
        position = 0
        for run, rows in aligned_tables(lines):
            yield from stretch[position : run.start]
            yield _table(rows, stretch[run.start])
            position = run.stop
        yield from stretch[position:]


def _is_plain(block: Block) -> bool:
    ordinary = isinstance(block, Paragraph) and not isinstance(block, Heading)
    return ordinary and block.layer is Layer.BODY


def _traced(block: Block) -> Traced:
    marks = block.source.marks if isinstance(block.source, DocxSource) else ()
    return Traced(block_text(block), marks)


def _table(rows: Sequence[Sequence[Traced]], first: Block) -> Table:
    part = first.source.part if isinstance(first.source, DocxSource) else ""
    cells = [
        Cell(cell.text, r, c, source=DocxSource(part, cell.marks))
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
    ]
    return Table(Table.of(cells).rows, source=first.source)


def _as_contents(block: Block) -> Block:
    if isinstance(block, Table):
        return block
    return Paragraph(block.text, block.source, Layer.TOC)
