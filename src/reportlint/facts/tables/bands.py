"""The bands of a table: header rows with the rows of figures under them.

An ordinary table is one band; a self-evaluation form stacks several, each with its own header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reportlint.facts.tables.grid import Content, Grid
from reportlint.facts.tables.terms import terms

_SENTENCE = re.compile(r"[,，。;；]")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?(?:\(.{0,8}\))?")
_FORMULA = re.compile(r"\(?(?:\d{1,2}|[A-Z])(?:=[\dA-Z+＋\-/*×÷().%%]+)?\)?|[\d+\-=*/()栏列.]{3,}")


@dataclass(frozen=True, slots=True)
class Band:
    """Rows `header` name the columns of the figures in rows `body`; `ordinals` is a 栏次 row."""

    header: tuple[int, ...]
    body: tuple[int, ...]
    ordinals: int | None = None


def bands_of(grid: Grid) -> tuple[Band, ...]:
    """Split the rows of a table into bands; rows of free text belong to none."""
    columns = _number_columns(grid)
    starts = _starts(grid, columns)
    bands: list[Band] = []
    for start, stop in zip(starts, [*starts[1:], grid.height], strict=True):
        band = _band(grid, columns, start, stop)
        if band is None:
            continue
        if bands and _texts(grid, band.header) == _texts(grid, bands[-1].header):
            bands[-1] = Band(bands[-1].header, bands[-1].body + band.body, bands[-1].ordinals)
        else:
            bands.append(band)
    return tuple(bands)


def _texts(grid: Grid, rows: tuple[int, ...]) -> list[tuple[str, ...]]:
    return [grid.texts[r] for r in rows]


def _starts(grid: Grid, columns: frozenset[int]) -> list[int]:
    """Rows at which a band begins: the first, and every header row that follows content."""
    starts = [0]
    inside = False
    for row in range(grid.height):
        if is_header_row(grid, row, columns):
            if inside:
                starts.append(row)
            inside = False
        else:
            inside = inside or _has_figures(grid, row) or _is_prose(grid, row)
    return starts


def _is_prose(grid: Grid, row: int) -> bool:
    """Whether a row holds sentences, not names of columns."""
    return any(len(t) > 24 or _SENTENCE.search(t) for _, t in grid.distinct(row)[1:])


def _band(grid: Grid, columns: frozenset[int], start: int, stop: int) -> Band | None:
    first = next((r for r in range(start, stop) if _is_body(grid, r, columns, stop)), stop)
    header = _header_rows(grid, start, first, columns)
    ordinals = next((r for r in header if is_ordinal_row(grid, r)), None)
    known = {grid.texts[r] for r in header}
    rows = (r for r in range(first, stop) if grid.texts[r] not in known)
    body = tuple(r for r in rows if not is_ordinal_row(grid, r))
    if not any(_has_figures(grid, r) for r in body):
        return None
    return Band(tuple(r for r in header if r != ordinals), body, ordinals)


def _header_rows(grid: Grid, start: int, first: int, columns: frozenset[int]) -> tuple[int, ...]:
    """Leading rows without titles over the whole width and without 项目名称 … rows."""
    rows = [r for r in range(start, first) if not _is_title(grid, r) and not _is_key_row(grid, r)]
    return tuple(r for r in rows if grid.distinct(r))


def _is_title(grid: Grid, row: int) -> bool:
    cells = grid.distinct(row)
    if len(cells) != 1 or grid.width < 3:
        return False
    cell = grid.table.rows[row][cells[0][0]]
    narrow = cell.column_span < grid.width and cell.column_span > 1
    return cell.row_span == 1 and not narrow


def _is_key_row(grid: Grid, row: int) -> bool:
    """项目名称 with the name beside it; not where names of columns follow."""
    cells = grid.distinct(row)
    if not cells or len(cells) > 4 or not terms().is_("key_row", cells[0][1]):
        return False
    return len(cells) < 3 or not all(terms().has("header", text) for _, text in cells[1:])


def _is_body(grid: Grid, row: int, columns: frozenset[int], stop: int) -> bool:
    """Whether figures begin here: a number, or a label with nothing over the number columns."""
    if is_ordinal_row(grid, row) or _is_year_row(grid, row) or _is_title(grid, row):
        return False
    if _has_figures(grid, row):
        return True
    if not grid.distinct(row) or _is_key_row(grid, row) or is_header_row(grid, row, columns):
        return False
    return _labelled_only(grid, row, columns) and not any(
        is_header_row(grid, r, columns) for r in range(row + 1, min(row + 3, stop))
    )


def _labelled_only(grid: Grid, row: int, columns: frozenset[int]) -> bool:
    texts = [t for _, t in grid.distinct(row)]
    if all(terms().is_("code", t) or terms().is_("label", t) for t in texts):
        return False
    return not any(grid.contents[row][c] is Content.TEXT for c in columns)


def is_header_row(grid: Grid, row: int, columns: frozenset[int]) -> bool:
    """Whether a row without figures names columns of figures."""
    if _has_figures(grid, row) or _is_title(grid, row) or _is_key_row(grid, row):
        return False
    cells = [(c, t) for c, t in grid.distinct(row) if grid.origin(row, c)[0] == row]
    named = [c for c, t in cells if len(t) <= 24 and terms().has("header", t)]
    spanned = {d for c in named for d in _columns_of(grid, row, c)}
    return len(named) >= 2 and bool(spanned & columns) and len(named) * 2 >= len(cells)


def _columns_of(grid: Grid, row: int, column: int) -> range:
    cell = grid.table.rows[row][column]
    return range(cell.column, cell.column + cell.column_span)


def _has_figures(grid: Grid, row: int) -> bool:
    if is_ordinal_row(grid, row) or _is_year_row(grid, row):
        return False
    return any(content is Content.NUMBER for content in grid.contents[row])


def _number_columns(grid: Grid) -> frozenset[int]:
    """Columns that hold a number anywhere below the first row."""
    years = {r for r in {r for r, _ in grid.numerals} if _is_year_row(grid, r)}
    return frozenset(c for r, c in grid.numerals if r > 0 and r not in years)


def _is_year_row(grid: Grid, row: int) -> bool:
    cells = [t for c, t in grid.distinct(row) if (row, c) in grid.numerals]
    return bool(cells) and all(_YEAR.fullmatch(t) for t in cells)


def is_ordinal_row(grid: Grid, row: int) -> bool:
    """Whether a row numbers the columns (栏次 1 2 3=1+2) instead of giving figures."""
    cells = [t for _, t in grid.distinct(row)]
    rest = [t for t in cells if not terms().is_("ordinal_row", t)]
    named = len(rest) < len(cells)
    if len(rest) < (1 if named else 3) or not all(_FORMULA.fullmatch(t) for t in rest):
        return False
    leading = [int(m[0]) for t in rest if (m := re.match(r"\d+", t))]
    letters = [t[0] for t in rest if t[0].isalpha()]
    if letters:
        return len(set(letters)) == len(letters)
    return len(leading) >= 1 and all(b - a == 1 for a, b in pairwise(leading))
