"""What each column of a band is: code, label, figures of some measure, note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportlint.facts.model import FigureKind
from reportlint.facts.numerals.cells import read_cell
from reportlint.facts.tables.bands import Band
from reportlint.facts.tables.grid import Content, Grid
from reportlint.facts.tables.terms import terms

_CODE = re.compile(r"\d{2,3}|\d{5}|\d{7}")
_LETTER = re.compile(r"\(([A-Z]|\d{1,2})(?:=[^()]*)?\)$|(?<![A-Z/*+\-=(×÷])([A-Z])$")
_UNIT = re.compile(r"\((?:单位[:：]?)?([^()\dA-Z]{1,6})\)")


class Use(StrEnum):
    """What a column is there for."""

    ORDINAL = "ordinal"
    CODE = "code"
    LABEL = "label"
    UNIT = "unit"
    NOTE = "note"
    VALUE = "value"


class Measure(StrEnum):
    """What the figures of a column or row measure, as far as the words tell."""

    AMOUNT = "amount"
    PERCENT = "percent"
    SCORE = "score"
    COUNT = "count"
    PRICE = "price"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `path`: its header texts, outermost first; `letter`: A, B or 1, 2 as printed."""

    index: int
    use: Use
    path: tuple[str, ...]
    measure: Measure = Measure.AMOUNT
    letter: str = ""
    head: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """The innermost header text."""
        return self.path[-1] if self.path else ""

    @property
    def words(self) -> str:
        """All header texts in one."""
        return "".join(self.path)


@dataclass(frozen=True, slots=True)
class Side:
    """Label columns with the value columns that belong to them; most tables have one side."""

    number: int
    columns: tuple[Column, ...]

    def of(self, *uses: Use) -> tuple[Column, ...]:
        """Its columns with one of these uses."""
        return tuple(c for c in self.columns if c.use in uses)

    @property
    def values(self) -> tuple[Column, ...]:
        """Its columns of figures."""
        return self.of(Use.VALUE)


def sides_of(grid: Grid, band: Band) -> tuple[Side, ...]:
    """The columns of a band, split where labels begin anew to the right of figures."""
    groups: list[list[Column]] = [[]]
    valued = False
    for column in _columns(grid, band):
        opens = column.use in (Use.LABEL, Use.CODE, Use.ORDINAL)
        if opens and valued:
            groups.append([])
            valued = False
        valued = valued or column.use is Use.VALUE
        groups[-1].append(column)
    return tuple(Side(n, tuple(columns)) for n, columns in enumerate(groups))


def _columns(grid: Grid, band: Band) -> list[Column]:
    found: list[Column] = []
    for index in range(grid.width):
        path, head = _path(grid, band, index)
        valued = any(c.use is Use.VALUE for c in found)
        use = _use(grid, band, index, path, valued)
        letter = _letter(grid, band, index, path)
        measure = _measure(path)
        if measure in (Measure.AMOUNT, Measure.COUNT) and _all_percent(grid, band, index):
            measure = Measure.PERCENT
        found.append(Column(index, use, path, measure, letter, head))
    return found


def _path(grid: Grid, band: Band, column: int) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """Header texts over a column, merged cells once, and the innermost header cell."""
    seen: list[tuple[int, int]] = []
    for place, row in enumerate(band.header):
        over = _over(grid, row, column, band.header[place + 1 :])
        origin = grid.origin(row, over)
        if grid.texts[row][over] and origin not in seen:
            seen.append(origin)
    texts = [grid.texts[r][c] for r, c in seen]
    kept = [t for i, t in enumerate(texts) if i == 0 or t != texts[i - 1]]
    return tuple(kept), (seen[-1] if seen else None)


def _over(grid: Grid, row: int, column: int, below: tuple[int, ...]) -> int:
    """The column whose header stands over this one, where a reader left merged cells blank."""
    if grid.texts[row][column] or not any(grid.texts[r][column] for r in below):
        return column
    if any(cell.column_span > 1 for cell in grid.table.rows[row]):
        return column
    left = (c for c in range(column - 1, -1, -1) if grid.texts[row][c])
    return next(left, column)


def _use(grid: Grid, band: Band, column: int, path: tuple[str, ...], valued: bool) -> Use:
    words = terms()
    name = path[-1] if path else ""
    numbers, texts, codes = _census(grid, band, column)
    if words.is_("ordinal", name) or (not name and _counts_up(grid, band, column)):
        return Use.ORDINAL
    if words.is_("code", name) and not numbers - codes:
        return Use.CODE
    if words.has("identifier", name):
        return Use.NOTE if valued or numbers else Use.LABEL
    if words.is_("unit_column", name) and not numbers and _holds_units(grid, band, column):
        return Use.UNIT
    if texts and _is_sign(grid, band, column):
        return Use.NOTE
    if words.is_("target", name) or words.is_("actual", name):
        return Use.VALUE if numbers else Use.NOTE
    if words.is_("note", name) and texts >= numbers and valued:
        return Use.NOTE
    if texts > numbers or (not texts and not numbers and words.is_("label", name)):
        opens = words.is_("label", name) or not name
        return Use.LABEL if opens or not valued else Use.NOTE
    return Use.VALUE if path or numbers else Use.LABEL if not valued else Use.NOTE


def _is_sign(grid: Grid, band: Band, column: int) -> bool:
    """A column that says of each target how it is meant: ≥, ≤, 定性."""
    texts = {grid.texts[r][column] for r in band.body} - {""}
    return bool(texts) and all(terms().is_("nature", t) for t in texts)


def _holds_units(grid: Grid, band: Band, column: int) -> bool:
    texts = {grid.texts[r][column] for r in band.body} - {""}
    return bool(texts) and all(len(t) <= 4 and read_cell(f"1{t}") is not None for t in texts)


def _all_percent(grid: Grid, band: Band, column: int) -> bool:
    kinds = [grid.numerals[r, column].kind for r in band.body if (r, column) in grid.numerals]
    return bool(kinds) and all(kind is FigureKind.PERCENT for kind in kinds)


def _census(grid: Grid, band: Band, column: int) -> tuple[int, int, int]:
    """Numbers, texts and code-like numbers among the cells of a column."""
    cells = [grid.contents[r][column] for r in band.body]
    codes = sum(
        cell is Content.NUMBER and _CODE.fullmatch(grid.texts[r][column]) is not None
        for r, cell in zip(band.body, cells, strict=True)
    )
    return cells.count(Content.NUMBER), cells.count(Content.TEXT), codes


def _counts_up(grid: Grid, band: Band, column: int) -> bool:
    texts = [grid.texts[r][column] for r in band.body if grid.texts[r][column]]
    numbers = [int(t) for t in texts if t.isdecimal() and len(t) < 4]
    if len(numbers) < 3 or len(numbers) != len(texts):
        return False
    return all(b - a == 1 for a, b in pairwise(numbers))


def _measure(path: tuple[str, ...]) -> Measure:
    words = terms()
    name, joined = path[-1] if path else "", "".join(path)
    if words.is_("target", name) or words.is_("actual", name):
        return Measure.TARGET
    if words.has("percent", name):
        return Measure.PERCENT
    marks = words.has("deduction", name) or words.is_("score", name)
    if marks or words.is_("weight", name):
        return Measure.SCORE
    if words.has("price", name):
        return Measure.PRICE
    return Measure.COUNT if words.has("count", joined) else Measure.AMOUNT


def _letter(grid: Grid, band: Band, column: int, path: tuple[str, ...]) -> str:
    """The letter or number that formulas use for a column."""
    if band.ordinals is not None:
        found = re.match(r"\(?(\d{1,2}|[A-Z])", grid.texts[band.ordinals][column])
        if found and grid.is_origin(band.ordinals, column):
            return found[1]
    found = _LETTER.search(path[-1]) if path else None
    return (found[1] or found[2]) if found else ""


def unit_in(text: str) -> str:
    """The unit that a header or label gives in brackets: 预算数（万元） → 万元."""
    found: list[str] = [u for u in _UNIT.findall(text) if not terms().is_("not_unit", u)]
    return found[-1] if found else ""
