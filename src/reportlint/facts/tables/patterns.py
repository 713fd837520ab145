"""Relations between columns (or rows) that their figures bear out, whatever the headers say.

Where most rows of a table print a figure that follows in one way from two others of their row, the
table is made so, and a row that departs from it is wrong. Columns are compared as numbers first,
exact arithmetic judges afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import permutations

from reportlint.arithmetic.model import RelationKind, Role, Verdict
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.columns import Side
from reportlint.facts.tables.drafts import Draft
from reportlint.facts.tables.rows import Row, Total
from reportlint.facts.tables.sums import Cells, Position
from reportlint.lexicon.fits import fit_cues

_MOST = 14
"""Columns of a wider table are too many to be compared three by three."""
_LIKELY = 1e-3
"""How likely chance may be to make the rows fit, over all the patterns tried."""
_PROOF, _MAJORITY = 3, 3
"""So many rows prove a pattern against one that departs, if they outnumber the departing so."""
_ROUGH = 1e-9
_LINEAR = frozenset({RelationKind.DIFFERENCE, RelationKind.POINTS_CHANGE})
_PERCENTS = frozenset({FigureKind.PERCENT})
_RATED = frozenset({FigureKind.PERCENT, FigureKind.OTHER, FigureKind.COUNT, FigureKind.AMOUNT})

Line = Sequence["Cell | None"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of the table as a number; `slack` is half its last place."""

    figure: Figure
    value: float
    slack: float
    at: Position


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way in which one figure of a row follows from two others.

    `computed` gives its value, None where the row cannot tell (0 − 0, 5 × 1); `fitting` whether the
    three are of kinds that can be so related.
    """

    kind: RelationKind
    roles: tuple[Role, Role]
    computed: Callable[[float, float], float | None]
    fitting: Callable[[Cell, Cell, Cell], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern of three columns with the rows that bear it out and those that do not."""

    pattern: Pattern
    fits: tuple[Draft, ...]
    fails: tuple[Draft, ...]
    apart: int


def pattern_drafts(
    side: Side, rows: Sequence[Row], cells: Cells, known: Set[frozenset[str]]
) -> Iterator[Draft]:
    """Relations between the columns of a side; `known` holds the figures tied together already."""
    columns = [c.index for c in side.values]
    totals = {r.index for r in rows if r.total is not Total.NONE}
    lines = [[_cell(cells, row.index, c) for c in columns] for row in rows]
    heads = {c.index: c.head for c in side.values}
    for found in _patterns(lines):
        for draft in found.fits:
            if frozenset(f.id for f in draft.figures) not in known:
                yield _headed(draft, heads)
        proven = _is_proven(found, side)
        for draft in found.fails:
            at = draft.cell
            if frozenset(f.id for f in draft.figures) not in known:
                yield _headed(draft, heads, certain=proven and at[0] not in totals)


def _is_proven(found: Found, side: Side) -> bool:
    """Whether a row that departs from the pattern is wrong.

    A rate may be capped, or turned round where less is better; what a difference is called must say
    so, and it stands to the right of what it is made of.
    """
    if len(found.fits) < _PROOF or len(found.fails) > 1 or found.pattern.kind is RelationKind.RATIO:
        return False
    *_, (_, column) = sorted(d.cell for d in found.fails) or [(0, -1)]
    operands = [f.cell[1] for d in found.fails for f, _, _ in d.terms if f.cell is not None]
    if any(o > column for o in operands):
        return False
    name = next((c.words for c in side.values if c.index == column), "")
    linear = found.pattern.kind is RelationKind.DIFFERENCE
    return not linear or any(word in name for word in fit_cues()["difference"])


def _headed(draft: Draft, heads: dict[int, Position | None], certain: bool = True) -> Draft:
    head = heads.get(draft.cell[1]) or draft.cell
    return Draft(draft.kind, draft.result, draft.terms, head, draft.direction, certain=certain)


def _cell(cells: Cells, row: int, column: int) -> Cell | None:
    figure = cells.figures.get((row, column))
    if figure is None or figure.value is None or figure.numeral.hedge is not None:
        return None
    return Cell(figure, float(figure.value), float(figure.place) / 2, (row, column))


def _patterns(lines: Sequence[Line]) -> Iterator[Found]:
    """The best pattern of each column that has one."""
    width = max(map(len, lines), default=0)
    if not 3 <= width <= _MOST or len(lines) < 2:
        return
    taken: set[frozenset[int]] = set()
    for result in reversed(range(width)):
        best: Found | None = None
        best_columns: frozenset[int] = frozenset()
        for a, b in permutations([c for c in range(width) if c != result], 2):
            columns = frozenset((result, a, b))
            if columns in taken:
                continue
            for pattern in PATTERNS:
                found = _tried(pattern, lines, (result, a, b))
                if found is not None and (best is None or _rank(found) > _rank(best)):
                    best, best_columns = found, columns
        if best is not None:
            taken.add(best_columns)
            yield best


def _rank(found: Found) -> tuple[int, int]:
    return len(found.fits) - len(found.fails), -found.apart


def _tried(pattern: Pattern, lines: Sequence[Line], columns: tuple[int, int, int]) -> Found | None:
    """The pattern on three columns, unless too few rows bear it out or chance might do so."""
    fits, fails, chance = [], [], 1.0
    largest = max((abs(c.value) for line in lines if (c := line[columns[0]])), default=0.0)
    for line in lines:
        result, a, b = (line[c] for c in columns)
        if result is None or a is None or b is None or not pattern.fitting(result, a, b):
            continue
        computed = pattern.computed(a.value, b.value)
        if computed is None:
            continue
        slack = result.slack + _blur(pattern, computed, a, b) + _ROUGH
        row = _draft(pattern, result, a, b)
        if abs(abs(computed) - abs(result.value)) <= 2 * slack and _holds(row):
            fits.append(row)
            exact = abs(abs(computed) - abs(result.value)) <= result.slack + _ROUGH
            chance *= min(1.0, 2 * (result.slack if exact else slack) / max(largest, slack))
        else:
            fails.append(row)
        if len(fails) > 1 and len(fails) * _MAJORITY > len(lines):
            return None
    enough = len(fits) >= 2 and len(fits) >= _MAJORITY * len(fails)
    tried = len(PATTERNS) * len(lines[0]) ** 3
    if not enough or chance * tried > _LIKELY:
        return None
    apart = abs(columns[0] - columns[1]) + abs(columns[0] - columns[2])
    return Found(pattern, tuple(fits), tuple(fails), apart)


def _blur(pattern: Pattern, computed: float, a: Cell, b: Cell) -> float:
    """How much the operands' last digits may move what is computed from them."""
    if pattern.kind in _LINEAR:
        return a.slack + b.slack
    one = a.slack / abs(a.value) if a.value else 0.0
    other = b.slack / abs(b.value) if b.value else 0.0
    whole = 100 if pattern.kind is RelationKind.GROWTH else 0
    return (abs(computed) + whole) * (one + other)


def _holds(draft: Draft) -> bool:
    return draft.verdict() in (Verdict.CONSISTENT, Verdict.ROUNDING)


def _draft(pattern: Pattern, result: Cell, a: Cell, b: Cell) -> Draft:
    roles = zip((a.figure, b.figure), pattern.roles, strict=True)
    terms = tuple((figure, role, 1) for figure, role in roles)
    changes = pattern.kind in (RelationKind.GROWTH, RelationKind.POINTS_CHANGE)
    direction = 1 if changes else 0
    return Draft(pattern.kind, result.figure, terms, result.at, direction)


def _quotient(a: float, b: float) -> float | None:
    return _telling(100 * a / b) if a and b else None


def _growth(a: float, b: float) -> float | None:
    return _telling(100 * (a / b - 1)) if a and b else None


def _telling(rate: float) -> float | None:
    """All or nothing of a figure, or a hair's breadth from it, comes of many pairs."""
    return rate if abs(rate) >= 1 and abs(abs(rate) - 100) >= 1 else None


def _gap(a: float, b: float) -> float | None:
    return a - b if a and b and a != b else None


def _product(a: float, b: float) -> float | None:
    return a * b if a and b and 1 not in (a, b) else None


def _average(a: float, b: float) -> float | None:
    return a / b if a and b and b != 1 else None


def _rated(result: Cell, a: Cell, b: Cell) -> bool:
    """A rate of two figures of one sort; its own sign may have been left to the header."""
    kinds = a.figure.numeral.kind is b.figure.numeral.kind
    own = result.figure.numeral.kind
    return kinds and own in _RATED and (own in _PERCENTS or own is not a.figure.numeral.kind)


def _changed(result: Cell, a: Cell, b: Cell) -> bool:
    return _rated(result, a, b) and result.figure.numeral.kind in _PERCENTS


def _alike(result: Cell, a: Cell, b: Cell) -> bool:
    kinds = {c.figure.numeral.kind for c in (result, a, b)}
    return len(kinds) == 1 and not kinds & _PERCENTS


def _points(result: Cell, a: Cell, b: Cell) -> bool:
    kinds = (a.figure.numeral.kind, b.figure.numeral.kind)
    own = result.figure.numeral.kind
    return set(kinds) == _PERCENTS and own in (FigureKind.POINTS, FigureKind.PERCENT)


def _priced(result: Cell, a: Cell, b: Cell) -> bool:
    own, each, count = (c.figure.numeral.kind for c in (result, a, b))
    counted = count in (FigureKind.COUNT, FigureKind.OTHER)
    return own is each is FigureKind.AMOUNT and counted


def _averaged(result: Cell, a: Cell, b: Cell) -> bool:
    return _priced(a, result, b)


PATTERNS = (
    Pattern(RelationKind.DIFFERENCE, (Role.MINUEND, Role.SUBTRAHEND), _gap, _alike),
    Pattern(RelationKind.RATIO, (Role.NUMERATOR, Role.DENOMINATOR), _quotient, _rated),
    Pattern(RelationKind.GROWTH, (Role.CURRENT, Role.PREVIOUS), _growth, _changed),
    Pattern(RelationKind.POINTS_CHANGE, (Role.CURRENT, Role.PREVIOUS), _gap, _points),
    Pattern(RelationKind.PRODUCT, (Role.FACTOR, Role.FACTOR), _product, _priced),
    Pattern(RelationKind.AVERAGE, (Role.TOTAL, Role.FACTOR), _average, _averaged),
)
