"""Tables that go on over pages made one, and rows that a page end broke joined."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.readers.pdf.figures import is_figure, is_part
from reportlint.readers.pdf.tables import PageCell, PageTable

_NEAR = 4.0
"""Column lines of two pages closer than this are the same."""
_SHARED = 0.6
"""One part must have this part of the columns of the other."""
_LOW = 0.5
"""A table that ends above this part of the page was ended by its author."""
_LABELLED = 0.9
"""A first column filled in this part of the rows is filled in every whole row."""
_WHOLE_ROW = 0.6


def stitch(upper: PageTable, lower: PageTable, page_height: float) -> bool:
    """Add `lower`, first on its page, to `upper`, last on the page before, if it continues it."""
    if bool(upper.columns) != bool(lower.columns):
        return False
    if upper.columns:
        if not _renumber(upper, lower):
            return False
    else:
        columns = _common(upper.xs, lower.xs)
        if columns is None:
            return False
        _spread(upper, columns)
        _spread(lower, columns)
    repeated = _repeated(upper, lower)
    if not repeated and upper.bottom < _LOW * page_height:
        return False
    _append(upper, lower, repeated)
    return True


def _renumber(upper: PageTable, lower: PageTable) -> bool:
    """Give the columns of `lower`, which has no lines, the numbers of those of `upper`."""
    own: list[int] = []
    for low, high in lower.columns:
        over = [k for k, (a, b) in enumerate(upper.columns) if low < b and high > a]
        if len(over) != 1 or over[0] in own:
            return False
        own += over
    upper.columns = tuple(
        (min(a, lower.columns[own.index(k)][0]), max(b, lower.columns[own.index(k)][1]))
        if k in own
        else (a, b)
        for k, (a, b) in enumerate(upper.columns)
    )
    for cell in lower.cells:
        last = own[cell.column + cell.column_span - 1]
        cell.column = own[cell.column]
        cell.column_span = last - cell.column + 1
    return True


def _common(upper: Sequence[float], lower: Sequence[float]) -> tuple[float, ...] | None:
    """The column lines of both parts, if those of one are among those of the other."""
    shift = upper[0] - lower[0]
    moved = [x + shift for x in lower]
    if abs(moved[-1] - upper[-1]) > 2 * _NEAR:
        return None
    few, many = sorted((list(upper), moved), key=len)
    if len(few) - 1 < _SHARED * (len(many) - 1):
        return None
    if all(any(abs(x - y) <= _NEAR for y in many) for x in few):
        return tuple(many)
    return None


def _spread(table: PageTable, xs: tuple[float, ...]) -> None:
    """Number the columns of a table by the lines `xs`."""
    shift = xs[0] - table.xs[0]
    if len(table.xs) != len(xs):
        new = [min(range(len(xs)), key=lambda k: abs(xs[k] - x - shift)) for x in table.xs]
        for cell in table.cells:
            left, right = new[cell.column], new[cell.column + cell.column_span]
            cell.column, cell.column_span = left, max(1, right - left)
        table.xs = tuple(x - shift for x in xs)


def _signature(row: Sequence[PageCell]) -> tuple[tuple[int, str], ...]:
    return tuple((cell.column, cell.text) for cell in row if cell.text)


def _repeated(upper: PageTable, lower: PageTable) -> int:
    """How many rows at the head of both parts are the same."""
    count = 0
    for a, b in zip(upper.rows(), lower.rows(), strict=False):
        if _signature(a) != _signature(b):
            break
        count += 1
    rows = lower.rows()
    while count and any(c.row + c.row_span > count for row in rows[:count] for c in row):
        count -= 1
    return count if any(_signature(row) for row in rows[:count]) else 0


def _append(upper: PageTable, lower: PageTable, repeated: int) -> None:
    rows = lower.rows()[repeated:]
    offset = upper.height - repeated
    if rows and _is_rest_of_row(upper, rows[0], repeated):
        _join_row(upper, rows[0])
        rows, offset = rows[1:], offset - 1
    elif rows:
        rows[0] = _prolong(upper, rows[0])
    for row in rows:
        for cell in row:
            cell.row += offset
            upper.cells.append(cell)
    upper.height = offset + lower.height
    upper.bottom, upper.last_page = lower.bottom, lower.last_page


def _filled(row: Sequence[PageCell]) -> set[int]:
    return {cell.column for cell in row if cell.text}


def _last_row(table: PageTable) -> dict[int, PageCell]:
    """The cells that touch the last row, by column."""
    return {c.column: c for c in table.cells if c.row + c.row_span == table.height}


def _is_rest_of_row(upper: PageTable, row: Sequence[PageCell], header: int) -> bool:
    """Whether a row on a new page is the rest of a row that the page end broke."""
    body = upper.rows()[header:] or upper.rows()
    labelled = sum(0 in _filled(r) for r in body) >= _LABELLED * len(body)
    last, filled = _last_row(upper), _filled(row)
    if not labelled or not filled or 0 in filled or any(c.row_span > 1 for c in row):
        return False
    if not all(column in last and last[column].text for column in filled):
        return False
    figures = [(last[c.column].text, c.text) for c in row if is_part(c.text)]
    if figures:
        return all(_is_split(*pair) for pair in figures)
    typical = max(len(_filled(r)) for r in body[-3:])
    return len(filled) < _WHOLE_ROW * typical


def _is_split(upper: str, lower: str) -> bool:
    """Whether two texts are one figure, and the upper one is none by itself."""
    return not is_figure(upper) and is_figure(upper + lower)


def _join_row(upper: PageTable, row: Sequence[PageCell]) -> None:
    last = _last_row(upper)
    for cell in row:
        if cell.text:
            last[cell.column].extend(cell.text, cell.strips)


def _prolong(upper: PageTable, row: list[PageCell]) -> list[PageCell]:
    """Let merged cells of the last row reach into empty cells of the next page's first row."""
    last, filled = _last_row(upper), _filled(row)
    kept: list[PageCell] = []
    leading = True
    for cell in sorted(row, key=lambda c: c.column):
        above = last.get(cell.column)
        leading = leading and not cell.text
        merged = cell.row_span > 1 or (above is not None and above.row_span > 1)
        if leading and filled and above is not None and merged and _alike(above, cell):
            above.row_span += cell.row_span
        else:
            kept.append(cell)
    return kept


def _alike(above: PageCell, cell: PageCell) -> bool:
    return above.column_span == cell.column_span
