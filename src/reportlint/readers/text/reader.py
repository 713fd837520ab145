"""From the bytes of a text file to a `Document`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportlint.config import Limits
from reportlint.document import Block, Document, Heading, Layer, Notice, Paragraph
from reportlint.document.traced import Traced
from reportlint.document.wrapping import Layout, continues, layout_of, one_line
from reportlint.readers.clock import Clock
from reportlint.readers.detection import refusal
from reportlint.readers.encoding import decode
from reportlint.readers.extent import CUT_TABLE, rows_within
from reportlint.readers.failure import over_limit
from reportlint.readers.text.flow import Entry, Furniture, Item, Rows, Running, Title, flow_of
from reportlint.readers.text.source import TextSource
from reportlint.readers.text.tables import table_of
from reportlint.result import Text


def read_text(data: bytes, path: Path, sha256: str, limits: Limits) -> Document:
    """The document in `data`. Raises `UnreadableFile` when it is no text or too long."""
    text = decode(data)
    if text is None:
        raise refusal("binary")
    if len(text) > limits.max_characters:
        what = Text("文字数", "Number of characters")
        raise over_limit(what, limits.max_characters, "max_characters")
    clock = Clock(limits)
    flow, notices = _bounded(flow_of(text, path.name), limits)
    clock.check()
    blocks = tuple(_timed(blocks_of(flow), clock))
    if not blocks:
        raise refusal("empty")
    return Document(str(path), sha256, "text", blocks, notices)


def _bounded(flow: Sequence[Item], limits: Limits) -> tuple[list[Item], tuple[Notice, ...]]:
    """The items with no table beyond the limit of cells, and what is to be said of that."""
    found: list[Item] = []
    cut = False
    for item in flow:
        if isinstance(item, Rows):
            rows = rows_within(item.rows, limits.max_table_cells)
            cut = cut or len(rows) < len(item.rows)
            found.append(Rows(list(rows)))
        else:
            found.append(item)
    return found, (CUT_TABLE,) if cut else ()


def _timed(blocks: Iterable[Block], clock: Clock) -> Iterator[Block]:
    for block in blocks:
        clock.check()
        yield block


def blocks_of(flow: Sequence[Item]) -> Iterator[Block]:
    """Blocks in reading order, broken lines joined; furniture follows the paragraph it cuts."""
    layout = layout_of([item.text.text if isinstance(item, Running) else "" for item in flow])
    pending: list[Traced] = []
    aside: list[Furniture] = []
    for item in flow:
        if isinstance(item, Furniture):
            aside.append(item)
            continue
        if isinstance(item, Running) and _goes_on(pending, item.text, layout):
            pending.append(item.text)
            continue
        yield from _flushed(pending, aside)
        pending, aside = [item.text] if isinstance(item, Running) else [], []
        yield from _standing(item)
    yield from _flushed(pending, aside)


def _goes_on(pending: Sequence[Traced], line: Traced, layout: Layout) -> bool:
    return bool(pending) and continues(pending[-1].text, line.text, layout)


def _flushed(lines: Sequence[Traced], aside: Sequence[Furniture]) -> Iterator[Block]:
    """The paragraph that `lines` make, then the furniture met on the way."""
    if lines:
        yield _paragraph(one_line(lines))
    for item in aside:
        yield _paragraph(item.text, item.layer)


def _standing(item: Item) -> Iterator[Block]:
    """The block of an item that stands by itself."""
    if isinstance(item, Title):
        yield Heading(item.text.text, TextSource(item.text.marks), level=item.level)
    elif isinstance(item, Entry):
        yield _paragraph(item.text, Layer.TOC)
    elif isinstance(item, Rows):
        cells = [cell for row in item.rows for cell in row]
        # A single cell is a frame around text, not a table.
        yield _paragraph(cells[0]) if len(cells) == 1 else table_of(item.rows)


def _paragraph(text: Traced, layer: Layer = Layer.BODY) -> Paragraph:
    return Paragraph(text.text, TextSource(text.marks), layer)
