"""What the program says of a passage, in the terms of the annotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlint.arithmetic.model import Relation, RelationKind, Role
from reportlint.config import Config
from reportlint.document import Block, Document, Table, block_text
from reportlint.evaluation.annotated.model import Mark, Passage, Statement, Value
from reportlint.evaluation.annotated.values import scaled
from reportlint.facts.enumerations import enumerations
from reportlint.facts.extraction import extract
from reportlint.facts.model import ClaimSource, Facts, Figure, FigureKind, Hedge
from reportlint.readers import read_bytes

_UNMARKED = (FigureKind.DATE, FigureKind.PERIOD, FigureKind.GRADE)
_SILENT = re.compile(r"[\s|]")
_MARKUP = re.compile(r"^(?:[|\s:-]+$|#+\s)", re.MULTILINE)
_SIDES = {
    Role.DENOMINATOR: -1,
    Role.WHOLE: -1,
    Role.PREVIOUS: -1,
}
_COUNTED = (ClaimSource.STATED, ClaimSource.TABLE)


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure as the program reads it; `start`, `end` count the visible characters before it."""

    id: str
    start: int
    end: int
    text: str
    value: Value
    unit: str
    indicator: str
    hedge: Hedge | None


@dataclass(frozen=True, slots=True)
class Answers:
    """Figures, relations with whether they count as asserted, and the lists counted."""

    figures: tuple[Answer, ...]
    relations: tuple[tuple[Statement, bool], ...]
    counts: tuple[tuple[str, int, int], ...]


def facts_of(passage: Passage, config: Config) -> Facts:
    """What the program makes of `passage`, read as a file of its own."""
    document = read_bytes(passage.text.encode(), Path("passage.md"), config.limits)
    return extract(document, config)


def answers(passage: Passage, facts: Facts) -> Answers:
    """`facts` in the terms of the annotation. Raises `ValueError` if other words were read."""
    places, seen = _visible(facts.document)
    if seen != visible(passage.text)[1]:
        raise ValueError(f"{passage.file} {passage.name}: the reader sees other words")
    figures = tuple(_figures(facts, places))
    return Answers(figures, tuple(_relations(facts)), tuple(_counts(facts)))


def visible(text: str, markup: bool = True) -> tuple[list[int], str]:
    """For each character how many visible ones stand before it; and the visible ones.

    With `markup` the signs of Markdown count as invisible, as spaces do.
    """
    hidden = {i for m in _MARKUP.finditer(text) if markup for i in range(*m.span())}
    before: list[int] = []
    kept = ""
    for i, char in enumerate(text):
        before.append(len(kept))
        kept += "" if i in hidden or _SILENT.match(char) else char
    return [*before, len(kept)], kept


def _visible(document: Document) -> tuple[Mapping[tuple[int, object], list[int]], str]:
    places: dict[tuple[int, object], list[int]] = {}
    seen = ""
    for index, block in document.body():
        for cell in _cells(block):
            before, kept = visible(block_text(block, cell), markup=False)
            places[index, cell] = [len(seen) + b for b in before]
            seen += kept
    return places, seen


def _cells(block: Block) -> Sequence[tuple[int, int] | None]:
    if isinstance(block, Table):
        return [(cell.row, cell.column) for cell in block.cells()]
    return [None]


def _figures(facts: Facts, places: Mapping[tuple[int, object], list[int]]) -> Iterator[Answer]:
    for figure in facts.figures.values():
        if figure.numeral.kind not in _UNMARKED:
            before = places[figure.block, figure.cell]
            value, unit = _value(figure)
            yield Answer(
                figure.id,
                before[figure.start],
                before[figure.end],
                figure.numeral.text,
                value,
                unit,
                figure.indicator.text,
                figure.numeral.hedge,
            )


def _value(figure: Figure) -> tuple[Value, str]:
    """Value and unit as printed, the scale taken out of the unit: 3.8万亩 is 38,000 亩."""
    numeral = figure.numeral
    scale, unit = scaled(numeral.unit or figure.unit)
    if numeral.value is not None:
        return numeral.value * scale, unit
    low, high = numeral.interval.low, numeral.interval.high
    if low is None or high is None:
        return None, unit
    base = numeral.scale / scale
    return (low / base, high / base), unit


def _relations(facts: Facts) -> Iterator[tuple[Statement, bool]]:
    skipped = {f.id for f in facts.figures.values() if f.numeral.kind in _UNMARKED}
    for claim in facts.claims:
        if claim.kind is RelationKind.GRADE or skipped & set(claim.relation.figures):
            continue
        yield _statement(claim.relation), claim.source in _COUNTED


_KINDS = {RelationKind.DIFFERENCE: "diff", RelationKind.POINTS_CHANGE: "points"}


def _statement(relation: Relation) -> Statement:
    operands = tuple(
        (t.figure, _sign(t.sign, t.role), _side(relation, t.role)) for t in relation.terms
    )
    result = relation.result or ("100%" if relation.kind is RelationKind.SUM else "")
    return Statement(
        _KINDS.get(relation.kind, str(relation.kind)),
        result,
        operands,
        open=relation.kind is RelationKind.SUM and not relation.exhaustive,
        direction=relation.direction,
    )


def _sign(sign: int, role: Role) -> int:
    return -sign if role is Role.SUBTRAHEND else sign


def _side(relation: Relation, role: Role) -> int:
    if relation.kind is RelationKind.AVERAGE and role is Role.FACTOR:
        return -1
    if relation.kind is RelationKind.GROWTH and role is Role.NUMERATOR:
        return 0
    if relation.kind is RelationKind.ORDER and role is Role.TARGET:
        return -1
    return _SIDES.get(role, 1)


def _counts(facts: Facts) -> Iterator[tuple[str, int, int]]:
    for found in enumerations(facts):
        yield found.count.id, found.fewest, found.most


def naming(marks: Sequence[Mark], text: str, figures: Sequence[Answer]) -> Mapping[str, str]:
    """For each figure of the program the id of the mark it overlaps (`?` for an optional one)."""
    before, _ = visible(text)
    named: dict[str, str] = {}
    for mark in marks:
        start, end = before[mark.start], before[mark.end]
        for figure in figures:
            if figure.start < end and start < figure.end:
                named.setdefault(figure.id, mark.id)
    return named
