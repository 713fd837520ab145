"""Tables typed with blanks or tabs: which lines belong to one, which column a cell stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.document.aligned import (
    Row,
    aligned_row,
    is_data_row,
    is_group_row,
    is_header_row,
)
from reportlint.document.traced import Traced

HEADER_ROWS = 2
NOTHING = Traced()


def aligned_tables(lines: Sequence[Traced]) -> Iterator[tuple[range, list[list[Traced]]]]:
    """The stretches of consecutive lines that are tables, with their rows, all of one width.

    A table has at least two rows of a label and figures, or one under a header; prose never is one.
    """
    rows = [aligned_row(line) for line in lines]
    start = 0
    while start < len(rows):
        stop = _end_of_run(rows, start)
        head = _head_of(rows, start, stop)
        if stop > start and _believed(rows, head, start, stop):
            yield range(head, stop), _grid(rows[head:stop])
        start = max(stop, start + 1)


def _end_of_run(rows: Sequence[Row], start: int) -> int:
    """The end (exclusive) of the rows of one shape that begin at `start`."""
    if not is_data_row(rows[start]):
        return start
    stop, widest = start + 1, rows[start]
    while stop < len(rows):
        grouped = is_group_row(rows[stop]) and stop + 1 < len(rows)
        following = rows[stop + 1] if grouped else rows[stop]
        if not _alike(following, widest):
            break
        widest = following if len(following.cells) > len(widest.cells) else widest
        stop += 2 if grouped else 1
    return stop


def _alike(row: Row, widest: Row) -> bool:
    """Whether a row has the shape of those above: as many cells or, set wide, some left empty."""
    if not is_data_row(row) or row.wide != widest.wide or row.tabbed != widest.tabbed:
        return False
    if len(row.cells) == len(widest.cells):
        return True
    return row.tabbed or (row.wide and _fits(row, widest))


def _fits(row: Row, widest: Row) -> bool:
    """Whether the cells of the shorter row stand under (or over) cells of the longer."""
    short, long = sorted((row, widest), key=lambda other: len(other.cells))
    places = _places(short, long)
    return len(set(places)) == len(places) and all(
        _distance(span, long.spans[place]) == 0
        for span, place in zip(short.spans, places, strict=True)
    )


def _head_of(rows: Sequence[Row], start: int, stop: int) -> int:
    """Where the header rows above the data begin."""
    width = max((len(row.cells) for row in rows[start:stop]), default=0)
    head = start
    while head > 0 and start - head < HEADER_ROWS and is_header_row(rows[head - 1], width):
        head -= 1
    return head


def _believed(rows: Sequence[Row], head: int, start: int, stop: int) -> bool:
    """Two rows of figures make a table; one does under a header, when both are set wide apart."""
    if sum(1 for row in rows[start:stop] if len(row.cells) > 1) > 1:
        return True
    headed = head < start and rows[start - 1].wide and rows[start].wide
    return headed and len(rows[start].cells) > 2


def _grid(rows: Sequence[Row]) -> list[list[Traced]]:
    """Every cell in its column, empty cells where a row has none."""
    width = max(len(row.cells) for row in rows)
    widest = next(row for row in rows if len(row.cells) == width)
    return [_filled(row, widest) for row in rows]


def _filled(row: Row, widest: Row) -> list[Traced]:
    width = len(widest.cells)
    places = list(range(len(row.cells)))
    if len(row.cells) < width and not row.tabbed:
        found = _places(row, widest)
        places = found if len(set(found)) == len(found) else places
    elif len(row.cells) == width - 1 and not is_data_row(row) and width > 2:
        places = [place + 1 for place in places]
    cells = [NOTHING] * width
    for place, cell in zip(places, row.cells, strict=True):
        cells[place] = cell
    return cells


def _places(row: Row, widest: Row) -> list[int]:
    """For each cell of a row the column of `widest` it stands nearest to."""
    return [
        min(range(len(widest.spans)), key=lambda i: (_distance(span, widest.spans[i]), i))
        for span in row.spans
    ]


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How far apart two spans are, 0 when they overlap or touch."""
    return max(0, one[0] - other[1], other[0] - one[1])
