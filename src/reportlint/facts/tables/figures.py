"""The numbers of a table as figures: unit, kind, indicator and period from headers and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from reportlint.arithmetic.model import Interval
from reportlint.facts.indicators import describe
from reportlint.facts.model import Figure, FigureKind, Numeral
from reportlint.facts.numerals.cells import read_cell
from reportlint.facts.tables.columns import Column, Measure, Side, Use, unit_in
from reportlint.facts.tables.grid import Grid
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.terms import terms

_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?:年|$|(?=\D))")
_LAST = re.compile(r"(?:上|去|前一?)年度?(?!结转|结余|年末)")
_NOTE = re.compile(r"^(?:其中|本年|上年|年[初末])[:：]?|\([^()]*\)$")
_UNITLESS = (Measure.AMOUNT, Measure.COUNT)
_BARE = (FigureKind.OTHER, FigureKind.COUNT, FigureKind.AMOUNT)


Special = tuple[frozenset[int], frozenset[int], Mapping[int, str]]
"""Columns of percentages without a sign, columns of whole numbers only, units by row."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole table: place, title, unit of money, year, words for indicators."""

    grid: Grid
    caption: str
    unit: str
    year: int | None
    where: tuple[str, ...]
    confidence: float = 1.0


def figures_of(
    setting: Setting, side: Side, rows: tuple[Row, ...], paths: Mapping[int, str]
) -> Iterator[Figure]:
    """The figures of one side. `paths` gives rows (by index) their full item name."""
    grid = setting.grid
    bare = _percent_columns(grid, side, rows)
    whole = _whole_columns(grid, side, rows)
    handed = _handed_down(rows)
    for row in rows:
        for column in side.values:
            at = (row.index, column.index)
            if at in grid.numerals and grid.is_origin(*at):
                yield _figure(
                    setting,
                    side,
                    row,
                    column,
                    paths.get(row.index, row.name),
                    (bare, whole, handed),
                )


def _figure(
    setting: Setting, side: Side, row: Row, column: Column, item: str, special: Special
) -> Figure:
    at = (row.index, column.index)
    numeral, unit = _with_unit(setting, side, row, column, special)
    text = setting.grid.table.rows[at[0]][at[1]].text
    phrase = _phrase(setting, row, column, item)
    return Figure(
        id=f"t{setting.grid.block}.{at[0]}.{at[1]}",
        numeral=numeral,
        block=setting.grid.block,
        start=numeral.start,
        end=min(numeral.end, len(text)),
        cell=at,
        indicator=describe(phrase),
        period=period_of(column, setting.caption, setting.year),
        unit=unit,
        how="table",
        confidence=setting.grid.table.rows[at[0]][at[1]].confidence,
        where=(*setting.where, setting.caption, row.name, "/".join(column.path)),
    )


def _phrase(setting: Setting, row: Row, column: Column, item: str) -> str:
    """The words that say what a cell is a figure of, as printed."""
    return " ".join(p for p in (item or row.name, "".join(column.path)) if p)


def period_of(column: Column, caption: str, year: int | None) -> str:
    """The year of a column: printed in its header, relative to the report's, or the title's."""
    if found := _YEAR.search(column.words):
        return found[1]
    titled = _YEAR.search(caption)
    base = int(titled[1]) if titled else year
    if base is None:
        return ""
    return str(base - 1 if _LAST.search(column.words) else base)


def _with_unit(
    setting: Setting, side: Side, row: Row, column: Column, special: Special
) -> tuple[Numeral, str]:
    """The numeral in its unit: its own, its row's, its column's, or the table's."""
    numeral = setting.grid.numerals[row.index, column.index]
    bare, whole, handed = special
    if numeral.unit:
        return numeral, numeral.unit
    if column.measure is Measure.SCORE:
        return replace(
            numeral, kind=FigureKind.SCORE, exact=_exact(numeral, row, column, whole)
        ), "分"
    if column.index in bare:
        return _scaled(numeral, FigureKind.PERCENT, Fraction(1)), "%"
    unit = _unit(setting, side, row, column, whole) or _handed(handed, row, column)
    known = read_cell(f"1{unit}") if unit else None
    if known is None or numeral.kind not in _BARE:
        counted = column.measure is Measure.COUNT and column.index in whole and not unit
        return replace(numeral, exact=counted and not terms().has("measured", column.words)), unit
    return _scaled(numeral, known.kind, known.scale, known.exact), known.unit


def _handed(units: Mapping[int, str], row: Row, column: Column) -> str:
    return units.get(row.index, "") if column.measure is Measure.AMOUNT else ""


def _handed_down(rows: tuple[Row, ...]) -> Mapping[int, str]:
    """The unit in a label for the rows of the 其中 under it that give none."""
    found: dict[int, str] = {}
    unit, inside = "", False
    for row in rows:
        own = unit_in(row.path[-1]) if row.path else ""
        if own and read_cell(f"1{own}") is not None:
            unit, inside = own, False
            continue
        inside = row.of_which or (inside and row.total is Total.NONE and row.style is None)
        if inside and not terms().has("count_row", row.name):
            found[row.index] = unit
    return found


def _exact(numeral: Numeral, row: Row, column: Column, whole: frozenset[int]) -> bool:
    """Scores are awarded, not measured: 22 beside 14.5 is 22; but a total may be rounded."""
    return column.index in whole or (not numeral.decimals and row.total is Total.NONE)


def _unit(
    setting: Setting, side: Side, row: Row, column: Column, whole: frozenset[int] = frozenset()
) -> str:
    for c in side.of(Use.UNIT):
        if text := setting.grid.texts[row.index][c.index]:
            return text
    own = [unit_in(t) for t in (row.path[-1:] + column.path[::-1])]
    if column.measure is Measure.AMOUNT:
        own += [unit_in(t) for c in side.of(Use.LABEL) for t in (*c.path, *row.path[:-1])]
    if unit := next((u for u in own if u and read_cell(f"1{u}") is not None), ""):
        return unit
    counts = column.index in whole and column.measure in _UNITLESS
    if counts and (implied := terms().measure_word(_NOTE.sub("", column.name))):
        return implied
    named = terms().has("count_row", row.name) or terms().has("percent", row.name)
    money = setting.unit.endswith("元")
    fitting = column.measure is Measure.AMOUNT or (not money and column.measure is Measure.COUNT)
    return setting.unit if fitting and not named else ""


def _scaled(numeral: Numeral, kind: FigureKind, scale: Fraction, exact: bool = False) -> Numeral:
    factor = scale / numeral.scale
    i = numeral.interval
    interval = Interval(
        None if i.low is None else i.low * factor,
        None if i.high is None else i.high * factor,
        i.low_closed,
        i.high_closed,
    )
    if numeral.exact and not exact and numeral.hedge is None and numeral.value is not None:
        half = scale / 10**numeral.decimals / 2
        value = numeral.value * scale
        interval = Interval(value - half, value + half, value > 0, value < 0)
    return replace(numeral, kind=kind, scale=scale, interval=interval, exact=exact)


def _percent_columns(grid: Grid, side: Side, rows: tuple[Row, ...]) -> frozenset[int]:
    """Percent columns whose numbers go without a sign: 98.5 under 执行率 or 执行率（%）."""
    found: set[int] = set()
    for column in side.values:
        if column.measure is not Measure.PERCENT:
            continue
        values = [
            n.value for n in _numerals(grid, column, rows) if n.value is not None and not n.unit
        ]
        if "%" in column.words or any(abs(v) > 2 for v in values):
            found.add(column.index)
    return frozenset(found)


def _whole_columns(grid: Grid, side: Side, rows: tuple[Row, ...]) -> frozenset[int]:
    return frozenset(
        c.index for c in side.values if not any(n.decimals for n in _numerals(grid, c, rows))
    )


def _numerals(grid: Grid, column: Column, rows: tuple[Row, ...]) -> Iterator[Numeral]:
    found = (grid.numerals.get((r.index, column.index)) for r in rows)
    return (n for n in found if n is not None)
