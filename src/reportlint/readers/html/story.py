"""Walk a page once, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlint.config import Limits
from reportlint.document import Block, Cell, Heading, Layer, Paragraph, Table
from reportlint.document.traced import Traced, joined
from reportlint.readers.clock import Clock
from reportlint.readers.container import DEPTH, Element
from reportlint.readers.failure import over_limit
from reportlint.readers.html.furniture import DROPPED, REPORT, Furniture, is_hidden
from reportlint.readers.html.grid import Placed, placed, rows_of
from reportlint.readers.html.source import HtmlSource
from reportlint.readers.html.spacing import lines_of, raw

INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font"),
        *("i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "ruby", "rb"),
    )
)
"""Elements that do not begin a line; a name with a prefix (`o:p`, `st1:date`) is one too."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LAYOUT_CELLS, LAYOUT_TEXT = 3, 400
"""A table around tables, or of a few long texts, is there to place things on the page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an element inherits from those around it."""

    layer: Layer = Layer.BODY
    heading: int | None = None
    preformatted: bool = False
    in_report: bool = False
    depth: int = 0


def line_of(element: Element) -> int:
    """The line of the source at which an element begins, from 1."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext())).strip()


class Story:
    """The blocks of a page. `cut`: a table was too large."""

    def __init__(self, root: Element, limits: Limits) -> None:
        self._root = root
        self._limits = limits
        self._clock = Clock(limits)
        self._furniture = Furniture(root)
        self._parts: list[Traced] = []
        self.cut = False

    def blocks(self) -> Iterator[Block]:
        """Everything in reading order."""
        setting = Setting()
        yield from self._walk(self._root, setting)
        yield from self._flushed(setting)

    def _walk(self, element: Element, outer: Setting) -> Iterator[Block]:
        tag = element.tag
        if tag in DROPPED or is_hidden(element):
            return
        self._clock.check()
        if outer.depth > self._limits.xml_depth:
            raise over_limit(DEPTH, self._limits.xml_depth, "xml_depth")
        if tag == "br":
            self._parts.append(Traced.of("\n", line_of(element)))
        elif tag == "table":
            yield from self._flushed(outer)
            yield from self._table(element, self._inside(element, outer))
        elif tag in INLINE or ":" in tag:
            yield from self._content(element, replace(outer, depth=outer.depth + 1))
        else:
            setting = self._inside(element, outer)
            yield from self._flushed(outer)
            yield from self._content(element, setting)
            yield from self._flushed(setting)

    def _inside(self, element: Element, outer: Setting) -> Setting:
        return Setting(
            self._furniture.layer(element, outer.layer, in_report=outer.in_report),
            HEADINGS.get(element.tag, outer.heading),
            outer.preformatted or element.tag == "pre",
            outer.in_report or element.tag in REPORT,
            outer.depth + 1,
        )

    def _content(self, element: Element, setting: Setting) -> Iterator[Block]:
        self._add(element.text, element, setting)
        for child in element:
            yield from self._walk(child, setting)
            self._add(child.tail, child, setting)

    def _add(self, text: str | None, element: Element, setting: Setting) -> None:
        if text:
            self._parts.append(raw(text, line_of(element), preformatted=setting.preformatted))

    def _flushed(self, setting: Setting) -> Iterator[Block]:
        """The paragraphs gathered so far."""
        parts, self._parts = self._parts, []
        is_heading = setting.heading is not None and setting.layer is Layer.BODY
        for line in lines_of(parts, heading=is_heading):
            source = HtmlSource(line.marks)
            if is_heading and setting.heading is not None:
                yield Heading(line.text, source, setting.layer, level=setting.heading)
            else:
                yield Paragraph(line.text, source, setting.layer)

    def _table(self, table: Element, setting: Setting) -> Iterator[Block]:
        rows = rows_of(table)
        for caption in table.iterchildren("caption"):
            yield from self._content(caption, setting)
            yield from self._flushed(setting)
        if self._is_layout(table, rows):
            for cell in (cell for row in rows for cell in row):
                yield from self._content(cell, self._inside(cell, setting))
                yield from self._flushed(setting)
            return
        cells, cut = placed(rows, self._limits.max_table_cells)
        self.cut = self.cut or cut
        nested: list[Block] = []
        made = [self._cell(cell, setting, nested) for cell in cells]
        if any(cell.text for cell in made):
            source = HtmlSource(Traced.of("", line_of(table)).marks)
            yield replace(Table.of(made, layer=setting.layer), source=source)
        yield from nested

    def _is_layout(self, table: Element, rows: list[list[Element]]) -> bool:
        cells = [cell for row in rows for cell in row]
        if len(cells) == 1:
            return True
        if next(table.iterdescendants("table"), None) is not None:
            plain = [c for c in cells if next(c.iterdescendants("table"), None) is None]
            said = [c for c in plain if _text(c)]
            return len(said) <= LAYOUT_CELLS
        return len(rows) == 1 and any(len(_text(c)) > LAYOUT_TEXT for c in cells)

    def _cell(self, cell: Placed, setting: Setting, nested: list[Block]) -> Cell:
        """A cell with one line for each paragraph; tables in it are put aside."""
        lines: list[Traced] = []
        inner = self._inside(cell.element, setting)
        for block in (*self._content(cell.element, inner), *self._flushed(inner)):
            if isinstance(block, Table):
                nested.append(block)
            elif isinstance(block.source, HtmlSource):
                lines.append(Traced(block.text, block.source.marks))
        empty = Traced.of("", line_of(cell.element))
        text = joined(lines, "\n") if lines else empty
        source = HtmlSource(text.marks)
        spans = cell.row_span, cell.column_span
        return Cell(text.text, cell.row, cell.column, *spans, source)
