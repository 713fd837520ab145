"""The line a reviewer can redo on a calculator."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from reportlint.arithmetic.model import Interval, Relation, RelationKind, Verdict
from reportlint.arithmetic.readings import BOTTOM, TOP
from reportlint.arithmetic.rounding import half_up
from reportlint.arithmetic.verdicts import Judgement
from reportlint.facts.expressions import CHANGES, Writer, expression
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.notation import as_printed, like, unit_of, unrounded
from reportlint.result import Text

Figures = Mapping[str, Figure]
ROUNDED = Text("，四舍五入为 {}", ", rounded: {}")
BETWEEN = Text("（应在 {}～{} 之间）", " (should be from {} to {})")
APART = Text("；", "; ")


def working(relation: Relation, judgement: Judgement, figures: Figures, lang: str = "zh") -> str:
    """`1416914.19 ÷ 1426240.16 = 99.346…%，四舍五入为 99.35%`; "" when nothing was computed.

    Figures keep the author's units in either language (`zh`, `en`).
    """
    if judgement.verdict is Verdict.NOT_ASSESSABLE:
        return ""
    mixed = _mixed(relation, figures)

    def write(name: str) -> str:
        return as_printed(figures[name], unit=mixed)

    if relation.kind is RelationKind.SUM and relation.result is None:
        last = figures[relation.terms[-1].figure]
        return expression(relation, write) + _outcome(judgement, last, mixed, lang)
    if relation.result is None or relation.kind is RelationKind.GRADE:
        return _comparison(relation, figures, write, lang)
    if not relation.exhaustive and judgement.value is None:
        return _part_of(relation, expression(relation, write), figures, write)
    left = expression(relation, write, turned=_turned(relation, judgement, figures))
    return left + _outcome(judgement, figures[relation.result], mixed, lang)


def _mixed(relation: Relation, figures: Figures) -> bool:
    """Whether amounts of different units meet: then each is written with its own."""
    own = [figures[f] for f in relation.figures if f in figures]
    return len({unit_of(f) for f in own if f.numeral.kind is FigureKind.AMOUNT}) > 1


def _turned(relation: Relation, judgement: Judgement, figures: Figures) -> bool:
    """Whether a fall was printed without its sign, so that the base stands first."""
    if judgement.value is None or relation.kind not in CHANGES:
        return False
    above = sum((figures[t.figure].value or 0) * t.sign for t in relation.terms if t.role in TOP)
    below = sum((figures[t.figure].value or 0) * t.sign for t in relation.terms if t.role in BOTTOM)
    return (above - below) * judgement.value < 0


def _outcome(judgement: Judgement, result: Figure, mixed: bool, lang: str) -> str:
    value = judgement.value
    if value is None:
        return ""
    bare = result.numeral.kind is FigureKind.AMOUNT and not mixed
    unit = "" if bare else unit_of(result)
    exact, rounded = unrounded(result, value), like(result, value, unit=False)
    said = ROUNDED.in_(lang).format(rounded + unit)
    tail = "" if exact == rounded else said
    if judgement.verdict is Verdict.INCONSISTENT and judgement.expected is not None:
        tail += _range(judgement.expected, result, unit, lang)
    return f" = {exact}{unit}{tail}"


def _range(expected: Interval, result: Figure, unit: str, lang: str) -> str:
    """Where the result would have to lie, when more than one printed value could be right."""
    if expected.low is None or expected.high is None or not result.place:
        return ""
    low, high = (half_up(end, result.place) for end in (expected.low, expected.high))
    if low == high:
        return ""
    ends = [like(result, end, unit=False) + unit for end in (low, high)]
    return BETWEEN.in_(lang).format(*ends)


def _comparison(relation: Relation, figures: Figures, write: Writer, lang: str) -> str:
    """Two or more figures side by side: `12.5 < 13.0`, `12.5 ≠ 12.6`."""
    names = list(dict.fromkeys(relation.figures))
    values = [figures[n].value for n in names]
    if relation.kind is not RelationKind.ORDER or len(names) != 2:
        return (" = " if len(set(values)) == 1 else APART.in_(lang)).join(write(n) for n in names)
    first, second = values
    if first is None or second is None:
        return ""
    sign = "=" if first == second else ("<" if first < second else ">")
    return f"{write(names[0])} {sign} {write(names[1])}"


def _part_of(relation: Relation, left: str, figures: Figures, write: Writer) -> str:
    values = [figures[t.figure].value or Fraction(0) for t in relation.terms]
    total = sum(values, start=Fraction(0))
    result = relation.result
    whole = figures[result].value if result is not None else None
    if result is None or whole is None:
        return left
    shown = f" = {unrounded(figures[result], total)}" if len(relation.terms) > 1 else ""
    return f"{left}{shown} {'≤' if total <= whole else '>'} {write(result)}"
