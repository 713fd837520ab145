"""Tables: spans resolved, cells with their own text, nested tables apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlint.document import Cell
from reportlint.document.traced import Traced, joined
from reportlint.readers.clock import Clock
from reportlint.readers.docx.names import (
    ALTERNATE,
    CELL,
    ROW,
    SDT,
    SDT_CONTENT,
    VAL,
    WRAPPERS,
    Element,
    W,
    chosen,
    number,
)
from reportlint.readers.docx.source import DocxSource
from reportlint.readers.docx.story import Line, Story

PROPERTIES, SPAN = W + "tcPr", W + "gridSpan"
MERGED_DOWN, MERGED_RIGHT, CONTINUES = W + "vMerge", W + "hMerge", "continue"
WIDEST = 512
"""No word processor makes more columns; a wider span is damage or malice."""


@dataclass(slots=True)
class Draft:
    """A cell that may still grow downwards."""

    text: Traced
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Grid:
    """The cells of a table, the tables nested in it, and whether it was cut off."""

    cells: list[Cell] = field(default_factory=list)
    nested: list[Element] = field(default_factory=list)
    truncated: bool = False
    lone: list[Line | Element] | None = None
    """The content of a table that is a single cell: a frame around text, not a table."""


def read_table(table: Element, story: Story, max_cells: int, clock: Clock) -> Grid:
    """The cells of a `w:tbl`, at most `max_cells` grid positions of it."""
    grid = Grid()
    drafts: list[Draft] = []
    open_: dict[int, Draft] = {}
    widest = 0
    rows = list(table_rows(table))
    lone = _lone_cell(rows)
    if lone is not None:
        grid.lone = list(story.walk(lone))
        return grid
    for height, row in enumerate(rows):
        clock.check()
        if (height + 1) * max(widest, 1) > max_cells:
            grid.truncated = True
            break
        column = _offset(row)
        for cell in row_cells(row):
            column += _place(cell, (height, column), drafts, open_, grid, story)
        widest = max(widest, column)
    grid.cells = [_finished(draft, story.part) for draft in drafts]
    return grid


def table_rows(table: Element) -> Iterator[Element]:
    """The rows of a table that are left once all revisions are accepted."""
    for child in _unwrapped(table):
        if child.tag == ROW and child.find(f"{W}trPr/{W}del") is None:
            yield child


def row_cells(row: Element) -> Iterator[Element]:
    """The `w:tc` of a row."""
    return (child for child in _unwrapped(row) if child.tag == CELL)


def _unwrapped(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _unwrapped(content)
        elif child.tag in WRAPPERS:
            yield from _unwrapped(child)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _unwrapped(branch)
        else:
            yield child


def _lone_cell(rows: list[Element]) -> Element | None:
    cells = list(row_cells(rows[0])) if len(rows) == 1 else []
    return cells[0] if len(cells) == 1 else None


def _offset(row: Element) -> int:
    before = number(row.find(W + "trPr"), W + "gridBefore") or 0
    return min(max(before, 0), WIDEST)


@dataclass(slots=True)
class Spans:
    """How a cell spans: columns, and the values of its vertical and horizontal merge."""

    columns: int = 1
    vertical: str | None = None
    horizontal: str | None = None

    @classmethod
    def of(cls, cell: Element) -> Spans:
        """As the cell's properties say; a merge without a value continues one."""
        spans = cls()
        for properties in cell.iterchildren(PROPERTIES):
            for child in properties:
                tag = child.tag
                if tag == SPAN:
                    text = child.get(VAL, "1")
                    spans.columns = min(max(int(text), 1), WIDEST) if text.isdecimal() else 1
                elif tag == MERGED_DOWN:
                    spans.vertical = child.get(VAL, CONTINUES)
                elif tag == MERGED_RIGHT:
                    spans.horizontal = child.get(VAL, CONTINUES)
        return spans


def _place(
    cell: Element,
    at: tuple[int, int],
    drafts: list[Draft],
    open_: dict[int, Draft],
    grid: Grid,
    story: Story,
) -> int:
    """Put a cell on the grid at (row, column), or grow the one above it. Its width in columns."""
    row, column = at
    spans = Spans.of(cell)
    above = open_.get(column)
    if spans.vertical == CONTINUES and above is not None and above.row + above.rows == row:
        above.rows += 1
        return above.columns
    if spans.horizontal == CONTINUES and drafts:
        left = drafts[-1]
        if (left.row, left.column + left.columns) == at:
            left.columns += spans.columns
            return spans.columns
    draft = Draft(_cell_text(cell, grid, story), row, column, columns=spans.columns)
    drafts.append(draft)
    open_.pop(column, None)
    if spans.vertical is not None:
        open_[column] = draft
    return spans.columns


def _cell_text(cell: Element, grid: Grid, story: Story) -> Traced:
    """The text of a cell, one line per paragraph; tables in it are put aside."""
    lines: list[Traced] = []
    for item in story.walk(cell):
        if isinstance(item, Line):
            lines.append(item.text.strip())
        else:
            grid.nested.append(item)
    lines = [line for line in lines if line.text]
    return joined(lines, "\n") if lines else Traced.of("", story.index(cell))


def _finished(draft: Draft, part: str) -> Cell:
    source = DocxSource(part, draft.text.marks)
    return Cell(draft.text.text, draft.row, draft.column, draft.rows, draft.columns, source)
