"""What the rows of a side say of their level: codes, numbers, 其中, totals, indents, groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from reportlint.facts.tables.bands import Band
from reportlint.facts.tables.columns import Side, Use
from reportlint.facts.tables.grid import Content, Grid
from reportlint.facts.tables.terms import terms

_STYLES = (
    re.compile(r"[一二三四五六七八九十]{1,3}[、.:]"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)[、.]?"),
    re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))"),
    re.compile(r"\(\d{1,2}\)[、.]?|\d{1,2}\)"),
    re.compile(r"[①-⑳]"),
)
_WHICH = re.compile(r"(?:其中|内含)[:：]?")
_PREFIX = re.compile(r"(?:加|减)[:：]")
_GLUED = re.compile(r"\[?([235]\d{2}(?:\d{2}){0,2})\]?[-—]?(?=[^\d.,%年月日])")
_DIGITS = re.compile(r"\d{2,7}")


class Total(IntEnum):
    """How far a total reaches; a stronger one takes in the weaker."""

    NONE = 0
    SUBTOTAL = 1
    TOTAL = 2
    GRAND = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of one side.

    `path`: the label cells, outermost first; `name`: the innermost label without number and 其中;
    `style`: depth of its printed number (0 for 一、, 1 for （一） …, None without a number);
    `code`: its classification code in full digits; `cell` is where the label stands.
    """

    index: int
    side: int
    path: tuple[str, ...]
    name: str
    code: str
    style: int | None
    indent: int
    total: Total
    of_which: bool
    cell: tuple[int, int]

    @property
    def group(self) -> tuple[str, ...]:
        """The labels that it shares with the rows of its group."""
        return self.path[:-1]


def rows_of(grid: Grid, band: Band, side: Side) -> tuple[Row, ...]:
    """The labelled rows of one side, from top to bottom."""
    rows: list[Row] = []
    codes: list[str] = []
    for index in band.body:
        cells = _label_cells(grid, side, index)
        code = _code(grid, side, index, codes)
        if cells or code or _has_figures(grid, side, index):
            rows.append(_row(grid, side, index, cells, code))
    return tuple(rows)


def _has_figures(grid: Grid, side: Side, row: int) -> bool:
    return any(grid.contents[row][c.index] is Content.NUMBER for c in side.values)


def _label_cells(grid: Grid, side: Side, row: int) -> list[tuple[int, int]]:
    """Origins of the label cells of a row; a total may stand in the code columns."""
    found: list[tuple[int, int]] = []
    for column in side.of(Use.LABEL, Use.CODE, Use.ORDINAL):
        if grid.contents[row][column.index] is not Content.TEXT:
            continue
        text, origin = grid.texts[row][column.index], grid.origin(row, column.index)
        heading = column.use is Use.CODE and terms().is_("code", text)
        heading = heading or (column.use is Use.ORDINAL and total_of(text) is Total.NONE)
        if origin not in found and not heading:
            found.append(origin)
    return found


def _code(grid: Grid, side: Side, row: int, previous: list[str]) -> str:
    """The full code of a row: levels in columns of their own are joined."""
    parts = [grid.texts[row][c.index] for c in side.of(Use.CODE)]
    digits = [p for p in parts if _DIGITS.fullmatch(p)]
    if not digits:
        return ""
    whole = max(digits, key=len) if len(max(digits, key=len)) > 3 else "".join(digits)
    if len(digits[0]) == 2 and previous and len(digits) < len(parts):
        place = next(i for i, p in enumerate(parts) if p == digits[0])
        whole = previous[-1][: 1 + 2 * place] + whole
    previous.append(whole)
    return whole if len(whole) in (3, 5, 7) else ""


def _row(grid: Grid, side: Side, index: int, cells: list[tuple[int, int]], code: str) -> Row:
    path = tuple(grid.texts[r][c] for r, c in cells)
    cell = cells[-1] if cells else (index, side.columns[0].index)
    text = path[-1] if path else code
    glued = _GLUED.match(text)
    if glued and not code:
        code, text = glued[1], text[glued.end() :]
    which = _WHICH.match(text)
    text = text[which.end() :] if which else text
    style, text = _numbered(text)
    inner = _WHICH.match(text)
    text = text[inner.end() :] if inner else text
    name = _PREFIX.sub("", text)
    raw = grid.table.rows[cell[0]][cell[1]].text
    return Row(
        index, side.number, path, name, code, style, _indent(raw), total_of(name, path),
        bool(which or inner), cell,
    )  # fmt: skip


def _numbered(text: str) -> tuple[int | None, str]:
    for depth, style in enumerate(_STYLES):
        if found := style.match(text):
            return depth, text[found.end() :]
    return None, text


def _indent(raw: str) -> int:
    """Width of the leading space of a label, in half-width characters."""
    text = raw.lstrip("\n\r")
    blank = text[: len(text) - len(text.lstrip())]
    return sum(2 if char == "\u3000" else 1 for char in blank)


def total_of(name: str, path: tuple[str, ...] = ()) -> Total:
    """The strength of the total that a label names."""
    words = terms()
    if words.is_("grand", name):
        return Total.GRAND
    if words.is_("total", name) or words.is_("fund_total", name):
        return Total.TOTAL
    return Total.SUBTOTAL if words.is_("subtotal", name) else Total.NONE
