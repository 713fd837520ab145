"""The report as a flow of paragraphs and tables, made from our own model of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlint.document import Cell, Document, Layer, Table
from reportlint.facts.identity import identify
from reportlint.facts.outline import build_outline
from reportlint.writers.html.spans import Mark, Piece, Span, pieces

MAX_ROWS = 300
"""Longer tables show the rows with marks and their neighbours only."""
MAX_BLOCKS = 6000
"""Longer documents show the blocks with marks and their neighbours only."""

_HEAD, _AROUND = 6, 2
_NUMBER = re.compile(r"[-+−()（）]?[\d,，.]+\s*[%％)）]?|[-—–－/]")

_Home = tuple[int | None, tuple[int, int] | None]
_Spans = Mapping[_Home, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `level` is 0 for text, 1 to 6 for headings; `role` is title, a layer or ""."""

    block: int
    pieces: tuple[Piece, ...]
    level: int = 0
    role: str = ""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell at the top left of what it spans."""

    pieces: tuple[Piece, ...]
    row_span: int
    column_span: int
    number: bool
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. A row of None stands for rows left out, `omitted` counts them."""

    block: int
    rows: tuple[tuple[CellView, ...] | None, ...]
    omitted: int = 0
    role: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """`count` blocks left out."""

    count: int


def flow(document: Document, marks: Sequence[Mark]) -> list[Line | Grid | Gap]:
    """Every block as it is to be shown, marks included."""
    spans = _by_home(marks)
    levels, titles = _headings(document)
    marked = {home[0] for home in spans}
    found: list[Line | Grid | Gap] = []
    for index, block in enumerate(document.blocks):
        if len(document.blocks) > MAX_BLOCKS and not _near(index, marked):
            _skip(found)
        elif isinstance(block, Table):
            found.append(_grid(index, block, spans))
        else:
            role = "title" if index in titles else _role(block.layer)
            text = pieces(block.text, spans.get((index, None), ()))
            found.append(Line(index, text, levels.get(index, 0), role))
    return found


def _by_home(marks: Sequence[Mark]) -> dict[_Home, list[Span]]:
    found: dict[_Home, list[Span]] = defaultdict(list)
    for mark in marks:
        span = Span(mark.anchor["start"], mark.anchor["end"], mark.token, mark.severity)
        found[mark.home].append(span)
    return found


def _headings(document: Document) -> tuple[dict[int, int], frozenset[int]]:
    """Levels of the headings by block, and the blocks of the title."""
    titles = frozenset(identify(document).title_blocks)
    outline = build_outline(document, frozenset(), skip=titles)
    levels = {s.block: min(s.level, 6) for s in outline.sections if s.body_start is None}
    return levels, titles


def _role(layer: Layer) -> str:
    return "" if layer is Layer.BODY else layer.value


def _near(index: int, marked: set[int | None]) -> bool:
    return any(i in marked for i in range(index - _AROUND, index + _AROUND + 1))


def _skip(found: list[Line | Grid | Gap]) -> None:
    last = found[-1] if found else None
    if isinstance(last, Gap):
        found[-1] = Gap(last.count + 1)
    else:
        found.append(Gap(1))


def _grid(index: int, table: Table, spans: _Spans) -> Grid:
    kept = _kept_rows(index, table, spans)
    rows: list[tuple[CellView, ...] | None] = []
    for number, row in enumerate(table.rows):
        if number in kept:
            own = (c for i, c in enumerate(row) if (c.row, c.column) == (number, i))
            rows.append(
                tuple(_cell(cell, spans.get((index, (cell.row, cell.column)), ())) for cell in own)
            )
        elif rows and rows[-1] is not None:
            rows.append(None)
    return Grid(index, tuple(rows), len(table.rows) - len(kept), _role(table.layer))


def _kept_rows(index: int, table: Table, spans: _Spans) -> frozenset[int]:
    if len(table.rows) <= MAX_ROWS:
        return frozenset(range(len(table.rows)))
    marked = {cell[0] for block, cell in spans if block == index and cell}
    near = {row + i for row in marked for i in range(-_AROUND, _AROUND + 1)}
    return frozenset(r for r in range(len(table.rows)) if r < _HEAD or r in near)


def _cell(cell: Cell, spans: Sequence[Span]) -> CellView:
    number = bool(_NUMBER.fullmatch(cell.text.strip()))
    empty = () if cell.text else tuple(span.token for span in spans)
    text = pieces(cell.text, spans)
    return CellView(text, cell.row_span, cell.column_span, number, empty)
