"""Pages to blocks: furniture apart, tables stitched, paragraphs joined, contents told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportlint.document import Block, Cell, Layer, Paragraph, Table
from reportlint.readers.pdf.contents import mark_contents
from reportlint.readers.pdf.furniture import find_furniture
from reportlint.readers.pdf.legibility import Legibility
from reportlint.readers.pdf.lines import Line
from reportlint.readers.pdf.margins import Margins, measure
from reportlint.readers.pdf.notes import begins_note, find_notes
from reportlint.readers.pdf.page import PageContent
from reportlint.readers.pdf.paragraphs import Flow, continues
from reportlint.readers.pdf.source import printed
from reportlint.readers.pdf.stitching import stitch
from reportlint.readers.pdf.tables import PageCell, PageTable

Item = Line | PageTable


@dataclass(slots=True)
class _Layout:
    """Blocks in the making. `seams`: lines held back that only repeat the head of a table."""

    layers: dict[int, Layer]
    margins: dict[int, Margins]
    found: list[tuple[Flow, Layer] | PageTable]

    def last(self) -> tuple[Flow, Layer] | PageTable | None:
        """The last block of the body."""
        for item in reversed(self.found):
            if isinstance(item, PageTable) or item[1] is Layer.BODY:
                return item
        return None


def arrange_blocks(pages: Sequence[PageContent], most: int) -> tuple[list[Block], bool]:
    """The blocks of a document in reading order, and whether a table was cut at `most` cells."""
    layers = find_furniture(pages)
    layout = _Layout(layers, _margins(pages, layers), [])
    for page in pages:
        layers.update(find_notes(page, layout.margins[round(page.width)], layers))
        _add_page(layout, page)
    recognised = {page.number: page.legibility for page in pages if page.legibility}
    cut = [_cut(item, most) for item in layout.found if isinstance(item, PageTable)]
    return mark_contents([_block(item, recognised) for item in layout.found]), any(cut)


def _cut(table: PageTable, most: int) -> bool:
    """Whether a table had rows beyond the limit of cells, which it then has lost."""
    width = max((c.column + c.column_span for c in table.cells), default=1)
    height = max(most // width, 1)
    whole = all(c.row + c.row_span <= height for c in table.cells)
    if not whole:
        table.cells = [c for c in table.cells if c.row + c.row_span <= height]
    return not whole


def _margins(pages: Sequence[PageContent], layers: dict[int, Layer]) -> dict[int, Margins]:
    groups: dict[int, list[Line]] = {}
    for page in pages:
        body = [line for line in page.lines if id(line) not in layers]
        groups.setdefault(round(page.width), []).extend(body)
    return {width: measure(lines, width) for width, lines in groups.items()}


def _add_page(layout: _Layout, page: PageContent) -> None:
    margins = layout.margins[round(page.width)]
    items = list(_in_order(page))
    body = [item for item in items if id(item) not in layout.layers]
    skipped = _continued(layout, body, page)
    for item in items:
        if id(item) in skipped:
            continue
        if isinstance(item, PageTable):
            layout.found.append(item)
        else:
            _add_line(layout, item, margins)


def _in_order(page: PageContent) -> Iterator[Item]:
    items: list[Item] = [*page.lines, *page.tables]
    yield from sorted(items, key=lambda item: item.place)


def _continued(layout: _Layout, body: list[Item], page: PageContent) -> set[int]:
    """Join the first table of a page to the table before it; what that used up."""
    upper = layout.last()
    lead = next((k for k, item in enumerate(body) if isinstance(item, PageTable)), None)
    if not isinstance(upper, PageTable) or lead is None or upper.last_page != page.number - 1:
        return set()
    lower = body[lead]
    heads = [item for item in body[:lead] if isinstance(item, Line)]
    if not isinstance(lower, PageTable) or not all(_repeats(layout, upper, h) for h in heads):
        return set()
    if not stitch(upper, lower, page.height):
        return set()
    return {id(item) for item in body[: lead + 1]}


def _repeats(layout: _Layout, table: PageTable, line: Line) -> bool:
    """Whether a line above a table repeats what stands above its first part."""
    text = line.text.replace(" ", "")
    if text in ("续表", "（续）", "续上表", "(续)", "接上表"):
        return True
    at = next(k for k, item in enumerate(layout.found) if item is table)
    above = [item[0].text for item in layout.found[max(0, at - 4) : at] if isinstance(item, tuple)]
    bare = text.removesuffix("（续）").removesuffix("(续)").removesuffix("续表")
    return any(bare == a.replace(" ", "") for a in above)


def _add_line(layout: _Layout, line: Line, margins: Margins) -> None:
    layer = layout.layers.get(id(line), Layer.BODY)
    last = layout.last() if layer is Layer.BODY else None
    if isinstance(last, tuple) and continues(last[0], line, margins):
        last[0].add(line)
        return
    if layer is Layer.NOTE and not begins_note(line) and layout.found:
        before = layout.found[-1]
        if isinstance(before, tuple) and before[1] is Layer.NOTE:
            before[0].add(line)
            return
    flow = Flow()
    flow.add(line)
    layout.found.append((flow, layer))


def _block(item: tuple[Flow, Layer] | PageTable, recognised: Mapping[int, Legibility]) -> Block:
    if isinstance(item, PageTable):
        return Table.of(_cell(cell, recognised) for cell in item.cells)
    flow, layer = item
    source = printed(flow.strips, recognised)
    return Paragraph(flow.text, source, layer, source.confidence(0, len(flow.text)))


def _cell(cell: PageCell, recognised: Mapping[int, Legibility]) -> Cell:
    source = printed(cell.strips, recognised)
    confidence = source.confidence(0, len(cell.text))
    place = cell.row, cell.column, cell.row_span, cell.column_span
    return Cell(cell.text, *place, source, confidence)
