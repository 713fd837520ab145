"""Formulas that a table prints: 3=1+2 in a row of column numbers, B/A behind a header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.bands import Band
from reportlint.facts.tables.columns import Column, Side, Use
from reportlint.facts.tables.drafts import Draft, Family
from reportlint.facts.tables.picking import pick
from reportlint.facts.tables.rows import Row
from reportlint.facts.tables.sums import Cells, Position
from reportlint.facts.tables.terms import terms

_NAME = r"(?:[A-Z]|\d{1,2})"
_RESULT = rf"(?:{_NAME}=)?"
_TIMES = r"(?:[*×]100%?)?"
_SUM = re.compile(rf"{_RESULT}({_NAME}(?:[+\-]{_NAME})+)")
_QUOTIENT = re.compile(rf"{_RESULT}\(?({_NAME})[/÷]({_NAME})\)?{_TIMES}")
_GROWTH = re.compile(rf"{_RESULT}[(\[]({_NAME})-({_NAME})[)\]][/÷]({_NAME}){_TIMES}")
_BARE = re.compile(r"[A-Z][/÷][A-Z]$")
_TERM = re.compile(rf"([+\-]?)({_NAME})")
_ROW_SUM = re.compile(r"\(?(?:\d{1,2}=)(\d{1,2}(?:[+\-]\d{1,2})+)\)?")

Operands = tuple[tuple[Figure, Role, int], ...]


def printed_formulas(side: Side, band: Band, rows: Sequence[Row], cells: Cells) -> Iterator[Draft]:
    """The drafts of every column whose header or number states how it is made."""
    named = {c.letter: c for c in side.values if c.letter}
    for column in side.values:
        for text, cell in _texts(column, band, cells):
            drafts = tuple(_column_drafts(text, cell, column, named, rows, cells))
            yield from pick([Family(drafts, firm=True)])


def row_formulas(sides: Sequence[tuple[Side, Sequence[Row]]], cells: Cells) -> Iterator[Draft]:
    """The drafts of rows whose label sums others by their 行次."""
    numbers: dict[str, tuple[Row, Side]] = {}
    for side, rows in sides:
        for row in rows:
            for column in side.of(Use.ORDINAL):
                numbers.setdefault(cells.grid.texts[row.index][column.index], (row, side))
    for side, rows in sides:
        for row in rows:
            found = _ROW_SUM.search(row.path[-1]) if row.path else None
            if found:
                yield from _row_drafts(found[1], row, side, numbers, cells)


def _texts(column: Column, band: Band, cells: Cells) -> Iterator[tuple[str, Position]]:
    if band.ordinals is not None:
        yield cells.grid.texts[band.ordinals][column.index], (band.ordinals, column.index)
    name = column.name
    if column.head is None:
        return
    if name.endswith(")"):
        yield from ((name[i + 1 : -1], column.head) for i, char in enumerate(name) if char == "(")
    elif found := _BARE.search(name):
        yield found[0], column.head


def _column_drafts(
    text: str,
    cell: Position,
    column: Column,
    named: Mapping[str, Column],
    rows: Sequence[Row],
    cells: Cells,
) -> Iterator[Draft]:
    kind, parts = _parse(text)
    if kind is None or any(name not in named or named[name] is column for name, _, _ in parts):
        return
    rate = _formula_id(column.name) if kind is RelationKind.RATIO else None
    for row in rows:
        result = cells.figures.get((row.index, column.index))
        at = [((row.index, named[n].index), role, sign) for n, role, sign in parts]
        operands = _operands(at, cells, blank_is_zero=kind is RelationKind.SUM)
        if result is not None and operands and _fitting(kind, result, operands):
            direction = 1 if kind is RelationKind.DIFFERENCE else 0
            yield Draft(kind, result, operands, cell, direction, formula=rate)


def _parse(text: str) -> tuple[RelationKind | None, list[tuple[str, Role, int]]]:
    if found := _GROWTH.fullmatch(text):
        if found[2] != found[3]:
            return None, []
        return RelationKind.GROWTH, [(found[1], Role.CURRENT, 1), (found[2], Role.PREVIOUS, 1)]
    if found := _QUOTIENT.fullmatch(text):
        return RelationKind.RATIO, [(found[1], Role.NUMERATOR, 1), (found[2], Role.DENOMINATOR, 1)]
    if found := _SUM.fullmatch(text):
        terms_ = [(name, -1 if sign == "-" else 1) for sign, name in _TERM.findall(found[1])]
        if [s for _, s in terms_] == [1, -1]:
            roles = (Role.MINUEND, Role.SUBTRAHEND)
            pairs = zip(terms_, roles, strict=True)
            return RelationKind.DIFFERENCE, [(n, role, 1) for (n, _), role in pairs]
        return RelationKind.SUM, [(n, Role.ADDEND, s) for n, s in terms_]
    return None, []


def _operands(
    places: Sequence[tuple[Position, Role, int]], cells: Cells, *, blank_is_zero: bool
) -> Operands:
    """The printed operands; nothing where one is missing that counts."""
    found: list[tuple[Figure, Role, int]] = []
    for place, role, sign in places:
        figure = cells.figures.get(place)
        if figure is not None:
            found.append((figure, role, sign))
        elif cells.grid.texts[place[0]][place[1]].strip("-—/") or not blank_is_zero:
            return ()
    return tuple(found)


def _fitting(kind: RelationKind, result: Figure, operands: Operands) -> bool:
    kinds = {f.numeral.kind for f, _, _ in operands}
    rate = kind in (RelationKind.RATIO, RelationKind.GROWTH)
    wanted = {FigureKind.PERCENT} if rate else kinds
    return len(kinds) == 1 and result.numeral.kind in wanted


def _formula_id(name: str) -> str | None:
    return "exec_rate" if terms().has("exec_rate", name) else None


def _row_drafts(
    text: str,
    row: Row,
    side: Side,
    numbers: Mapping[str, tuple[Row, Side]],
    cells: Cells,
) -> Iterator[Draft]:
    parts = [(n, -1 if sign == "-" else 1) for sign, n in _TERM.findall(text)]
    if any(n not in numbers for n, _ in parts):
        return
    drafts: list[Draft] = []
    for k, column in enumerate(side.values):
        result = cells.figures.get((row.index, column.index))
        columns = [numbers[n][1].values for n, _ in parts]
        if result is None or any(k >= len(c) for c in columns):
            continue
        at = [
            ((numbers[n][0].index, c[k].index), Role.ADDEND, sign)
            for (n, sign), c in zip(parts, columns, strict=True)
        ]
        operands = _operands(at, cells, blank_is_zero=True)
        if operands and _fitting(RelationKind.SUM, result, operands):
            drafts.append(Draft(RelationKind.SUM, result, operands, row.cell))
    yield from pick([Family(tuple(drafts), firm=True)])
