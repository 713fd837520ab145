"""The line a reviewer can redo on a calculator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportlint.arithmetic.model import Interval, Relation, RelationKind, Role, Verdict
from reportlint.arithmetic.readings import BOTTOM, TOP
from reportlint.arithmetic.rounding import half_up
from reportlint.arithmetic.verdicts import Judgement
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.notation import as_printed, like, unit_of, unrounded

Figures = Mapping[str, Figure]
Writer = Callable[[str], str]


def working(relation: Relation, judgement: Judgement, figures: Figures) -> str:
    """`1416914.19 ÷ 1426240.16 = 99.346…%，四舍五入为 99.35%`; "" when nothing was computed."""
    if judgement.verdict is Verdict.NOT_ASSESSABLE:
        return ""
    write = _writer(relation, figures)
    if relation.result is None or relation.kind is RelationKind.GRADE:
        return _comparison(relation, figures, write)
    left = _LEFT.get(relation.kind, _sum)(relation, write)
    if not relation.exhaustive and judgement.value is None:
        return _part_of(relation, left, figures, write)
    return left + _outcome(judgement, figures[relation.result])


def _writer(relation: Relation, figures: Figures) -> Writer:
    """Figures without units where all amounts share one, else each with its own."""
    own = [figures[f] for f in relation.figures if f in figures]
    units = {unit_of(f) for f in own if f.numeral.kind is FigureKind.AMOUNT}
    return lambda name: as_printed(figures[name], unit=len(units) > 1)


def _outcome(judgement: Judgement, result: Figure) -> str:
    value = judgement.value
    if value is None:
        return ""
    unit = unit_of(result)
    exact = unrounded(result, value)
    rounded = like(result, value)
    tail = "" if exact + unit == rounded else f"，四舍五入为 {rounded}"
    if judgement.verdict is Verdict.INCONSISTENT and judgement.expected is not None:
        tail += _range(judgement.expected, result)
    return f" = {exact}{unit}{tail}"


def _range(expected: Interval, result: Figure) -> str:
    """Where the result would have to lie, when more than one printed value could be right."""
    if expected.low is None or expected.high is None or not result.place:
        return ""
    low, high = (half_up(end, result.place) for end in (expected.low, expected.high))
    if low == high:
        return ""
    return f"（应在 {like(result, low)}～{like(result, high)} 之间）"


def _comparison(relation: Relation, figures: Figures, write: Writer) -> str:
    """Two or more figures side by side: `12.5 < 13.0`, `12.5 ≠ 12.6`."""
    names = list(dict.fromkeys(relation.figures))
    values = [figures[n].value for n in names]
    if relation.kind is not RelationKind.ORDER or len(names) != 2:
        return (" = " if len(set(values)) == 1 else "；").join(write(n) for n in names)
    first, second = values
    if first is None or second is None:
        return ""
    sign = "=" if first == second else ("<" if first < second else ">")
    return f"{write(names[0])} {sign} {write(names[1])}"


def _part_of(relation: Relation, left: str, figures: Figures, write: Writer) -> str:
    total = sum((v for t in relation.terms if (v := figures[t.figure].value) is not None), start=0)
    result = relation.result
    whole = figures[result].value if result is not None else None
    if result is None or whole is None:
        return left
    shown = f" = {unrounded(figures[result], total)}" if len(relation.terms) > 1 else ""
    return f"{left}{shown} {'≤' if total <= whole else '>'} {write(result)}"


def _side(relation: Relation, roles: frozenset[Role], write: Writer) -> str:
    terms = [t for t in relation.terms if t.role in roles]
    text = _signed([(t.sign, write(t.figure)) for t in terms])
    return f"({text})" if len(terms) > 1 else text


def _signed(terms: Sequence[tuple[int, str]]) -> str:
    text = " ".join(f"{'+' if sign > 0 else '−'} {shown}" for sign, shown in terms)
    return text.removeprefix("+ ")


def _sum(relation: Relation, write: Writer) -> str:
    return _signed([(t.sign, write(t.figure)) for t in relation.terms])


def _difference(relation: Relation, write: Writer) -> str:
    terms = [(-t.sign if t.role in BOTTOM else t.sign, t) for t in relation.terms]
    terms.sort(key=lambda item: item[1].role in BOTTOM)
    return _signed([(sign, write(t.figure)) for sign, t in terms])


def _quotient(relation: Relation, write: Writer) -> str:
    top = _side(relation, TOP, write)
    return f"{top} ÷ {_side(relation, BOTTOM | {Role.FACTOR}, write)}"


def _growth(relation: Relation, write: Writer) -> str:
    roles = {t.role for t in relation.terms}
    if Role.NUMERATOR in roles and Role.PREVIOUS in roles:
        return _quotient(relation, write)
    if Role.NUMERATOR in roles:
        change = _side(relation, frozenset({Role.NUMERATOR}), write)
        current = _side(relation, frozenset({Role.CURRENT}), write)
        return f"{change} ÷ ({current} {'+' if relation.direction < 0 else '−'} {change})"
    base = _side(relation, BOTTOM, write)
    return f"({_side(relation, TOP, write)} − {base}) ÷ {base}"


def _multiple(relation: Relation, write: Writer) -> str:
    return _quotient(relation, write) + (" − 1" if relation.direction > 0 else "")


def _average(relation: Relation, write: Writer) -> str:
    items = [t for t in relation.terms if t.role in (Role.ADDEND, Role.ITEM)]
    if not items:
        return _quotient(relation, write)
    return f"({_signed([(t.sign, write(t.figure)) for t in items])}) ÷ {len(items)}"


def _product(relation: Relation, write: Writer) -> str:
    return " × ".join(write(t.figure) for t in relation.terms)


def _count(relation: Relation, write: Writer) -> str:
    addends = [t for t in relation.terms if t.role is Role.ADDEND]
    return _sum(relation, write) if addends else "＋".join("1" for _ in relation.terms)


def _score(relation: Relation, write: Writer) -> str:
    if all(t.role is not Role.FACTOR for t in relation.terms):
        return _sum(relation, write)
    above = [write(t.figure) for t in relation.terms if t.role not in BOTTOM]
    below = [write(t.figure) for t in relation.terms if t.role in BOTTOM]
    return " ÷ ".join([" × ".join(above), *below])


_LEFT: dict[RelationKind, Callable[[Relation, Writer], str]] = {
    RelationKind.DIFFERENCE: _difference,
    RelationKind.POINTS_CHANGE: _difference,
    RelationKind.RATIO: _quotient,
    RelationKind.SHARE: _quotient,
    RelationKind.GROWTH: _growth,
    RelationKind.MULTIPLE: _multiple,
    RelationKind.AVERAGE: _average,
    RelationKind.PRODUCT: _product,
    RelationKind.COUNT: _count,
    RelationKind.SCORE: _score,
}
