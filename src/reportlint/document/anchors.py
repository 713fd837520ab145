"""From a span of a document to an anchor that stands on its own."""

from __future__ import annotations

from reportlint.document.model import Document, Table, block_text
from reportlint.result import QUOTE_LIMIT, Anchor, Place

CONTEXT = 20
"""Characters of context kept on either side of a quote."""


def anchor_at(
    document: Document,
    block: int | None,
    start: int = 0,
    end: int | None = None,
    *,
    cell: tuple[int, int] | None = None,
    where: tuple[str, ...] = (),
) -> Anchor:
    """The anchor of characters `start`–`end` (whole text when `end` is None) of a block or cell.

    `cell` is (row, column) in a table. With `block` None the anchor means the file as a whole.
    """
    if block is None:
        return Anchor("", "", "", where, None, None, 0, 0)
    found = document.blocks[block]
    source = found.source
    if isinstance(found, Table):
        cell = cell or (0, 0)
        source = found.rows[cell[0]][cell[1]].source
    text = block_text(found, cell)
    stop = len(text) if end is None else end
    place = source.locate(start, stop) if stop > start else source.locate(0, len(text))
    return Anchor(
        quote=text[start:stop][:QUOTE_LIMIT],
        before=text[max(0, start - CONTEXT) : start],
        after=text[stop : stop + CONTEXT],
        where=where,
        block=block,
        cell=cell,
        start=start,
        end=stop,
        place=place or Place(),
    )
