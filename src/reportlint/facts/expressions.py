"""A relation's right-hand side written out, figure by figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint.arithmetic.model import Relation, RelationKind, Role
from reportlint.arithmetic.readings import BOTTOM, TOP

Writer = Callable[[str], str]
"""Writes the figure of an id."""


def expression(relation: Relation, write: Writer, *, turned: bool = False) -> str:
    """`a ÷ b`, `a + b − c`, …; `turned` puts the base first, for a fall printed unsigned."""
    change = CHANGES.get(relation.kind)
    if change:
        return change(relation, write, turned)
    return _PLAIN.get(relation.kind, _sum)(relation, write)


def _side(relation: Relation, roles: frozenset[Role], write: Writer) -> str:
    terms = [t for t in relation.terms if t.role in roles]
    text = _signed([(t.sign, write(t.figure)) for t in terms])
    return f"({text})" if len(terms) > 1 else text


def _signed(terms: Sequence[tuple[int, str]]) -> str:
    text = " ".join(f"{'+' if sign > 0 else '−'} {shown}" for sign, shown in terms)
    return text.removeprefix("+ ")


def _sum(relation: Relation, write: Writer) -> str:
    return _signed([(t.sign, write(t.figure)) for t in relation.terms])


def _difference(relation: Relation, write: Writer, turned: bool = False) -> str:
    side = -1 if turned else 1
    terms = [(side * (-t.sign if t.role in BOTTOM else t.sign), t) for t in relation.terms]
    terms.sort(key=lambda item: (item[1].role in BOTTOM) != turned)
    return _signed([(sign, write(t.figure)) for sign, t in terms])


def _quotient(relation: Relation, write: Writer) -> str:
    top = _side(relation, TOP, write)
    return f"{top} ÷ {_side(relation, BOTTOM | {Role.FACTOR}, write)}"


def _growth(relation: Relation, write: Writer, turned: bool = False) -> str:
    roles = {t.role for t in relation.terms}
    if Role.NUMERATOR in roles and Role.PREVIOUS in roles:
        return _quotient(relation, write)
    if Role.NUMERATOR in roles:
        change = _side(relation, frozenset({Role.NUMERATOR}), write)
        current = _side(relation, frozenset({Role.CURRENT}), write)
        return f"{change} ÷ ({current} {'+' if relation.direction < 0 else '−'} {change})"
    base = _side(relation, BOTTOM, write)
    top = _side(relation, TOP, write)
    return f"({base} − {top}) ÷ {base}" if turned else f"({top} − {base}) ÷ {base}"


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


CHANGES: dict[RelationKind, Callable[[Relation, Writer, bool], str]] = {
    RelationKind.DIFFERENCE: _difference,
    RelationKind.POINTS_CHANGE: _difference,
    RelationKind.GROWTH: _growth,
}
_PLAIN: dict[RelationKind, Callable[[Relation, Writer], str]] = {
    RelationKind.RATIO: _quotient,
    RelationKind.SHARE: _quotient,
    RelationKind.MULTIPLE: _multiple,
    RelationKind.AVERAGE: _average,
    RelationKind.PRODUCT: _product,
    RelationKind.COUNT: _count,
    RelationKind.SCORE: _score,
}
