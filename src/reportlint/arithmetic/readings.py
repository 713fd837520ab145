"""From a relation to its equations: one form for each way its signs may be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from reportlint.arithmetic.forms import Form, Linear, Monomial, Quotient, Same
from reportlint.arithmetic.model import Quantity, Relation, RelationKind, Role, Term

Quantities = Mapping[str, Quantity]
Signed = tuple[tuple[str, int], ...]

TOP = frozenset({Role.NUMERATOR, Role.PART, Role.CURRENT, Role.ACTUAL, Role.TOTAL, Role.MINUEND})
BOTTOM = frozenset({Role.DENOMINATOR, Role.WHOLE, Role.PREVIOUS, Role.TARGET, Role.SUBTRAHEND})
PERCENT = 100


class MalformedRelationError(ValueError):
    """The relation lacks an operand that its kind needs."""


def readings(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    """The forms of which one must hold; the reading of the printed signs first.

    Raises `MalformedRelationError` when an operand is missing from the relation.
    """
    return _BUILDERS[relation.kind](relation, quantities)


def _pick(terms: tuple[Term, ...], roles: frozenset[Role] | Role) -> Signed:
    """Figures in these roles with their coefficients; a figure named twice is merged."""
    wanted = roles if isinstance(roles, frozenset) else frozenset({roles})
    merged: dict[str, int] = {}
    for term in terms:
        if term.role in wanted:
            merged[term.figure] = merged.get(term.figure, 0) + term.sign
    return tuple((f, c) for f, c in merged.items() if c)


def _need(found: Signed) -> Signed:
    if not found:
        raise MalformedRelationError("an operand is missing")
    return found


def _result(relation: Relation) -> str:
    if relation.result is None:
        raise MalformedRelationError("the relation has no result")
    return relation.result


def _signs(relation: Relation, quantities: Quantities) -> tuple[int, ...]:
    """What a change as printed is to be multiplied with: by its direction and printed sign."""
    negative = quantities[_result(relation)].value < 0
    if relation.direction < 0:
        return (1,) if negative else (-1,)
    return (1,) if relation.direction > 0 or negative else (1, -1)


def _linear(result: str, sign: int, terms: Signed, constant: int = 0) -> Linear:
    """sign · result = Σ terms + constant, the result merged if it stands among the terms."""
    own = -sign + dict(terms).get(result, 0)
    rest = tuple((f, c) for f, c in terms if f != result)
    if own == 0:
        raise MalformedRelationError("the result is its own operand")
    return Linear(((result, own), *rest), Fraction(constant))


def _sum(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    terms = _need(_pick(relation.terms, frozenset(Role)))
    if relation.result is None:
        return (Linear(terms, Fraction(-PERCENT)),)
    result = relation.result
    if relation.exhaustive:
        return (_linear(result, 1, terms),)
    if any(f == result for f, _ in terms):
        raise MalformedRelationError("the result is its own operand")
    return (Linear(((result, -1), *terms), at_most=True),)


def _difference(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    top = _need(_pick(relation.terms, TOP | {Role.ADDEND, Role.FACTOR}))
    bottom = _need(_pick(relation.terms, BOTTOM))
    terms = _merge(top, tuple((f, -c) for f, c in bottom))
    result = _result(relation)
    return tuple(_linear(result, s, terms) for s in _signs(relation, quantities))


def _merge(left: Signed, right: Signed) -> Signed:
    merged = dict(left)
    for figure, coefficient in right:
        merged[figure] = merged.get(figure, 0) + coefficient
    return tuple((f, c) for f, c in merged.items() if c)


def _share(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    top = _need(_pick(relation.terms, TOP))
    bottom = _need(_pick(relation.terms, BOTTOM | {Role.FACTOR, Role.ADDEND}))
    own = 0
    if len(top) == 1 and top[0][1] == 1:
        own = dict(bottom).get(top[0][0], 0)
        rest = tuple((f, c) for f, c in bottom if f != top[0][0])
        if own and not rest:
            raise MalformedRelationError("numerator and denominator are one figure")
        bottom = rest
    return (Quotient(_result(relation), 1, 0, PERCENT, top, bottom, own),)


def _growth(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    current, previous, change = (
        _pick(relation.terms, role) for role in (Role.CURRENT, Role.PREVIOUS, Role.NUMERATOR)
    )
    result, signs = _result(relation), _signs(relation, quantities)
    if change and (previous or current):
        return _by_change(relation, quantities, change, previous, current)
    top = _need(current or _pick(relation.terms, TOP))
    bottom = _need(previous or _pick(relation.terms, BOTTOM))
    return tuple(Quotient(result, s, PERCENT, PERCENT, top, bottom) for s in signs)


def _by_change(
    relation: Relation, quantities: Quantities, change: Signed, previous: Signed, current: Signed
) -> tuple[Form, ...]:
    """Change ÷ previous, or change ÷ (current − change); magnitudes unless they are a rise."""
    result = _result(relation)
    rate, amount = (_sign(quantities[f]) for f in (result, change[0][0]))
    rise = relation.direction > 0
    if previous:
        sign = 1 if rise else rate * amount
        return (Quotient(result, sign, 0, PERCENT, change, previous),)
    if len(change) != 1 or change[0][1] != 1:
        raise MalformedRelationError("a change needs one figure")
    if rise:
        return (Quotient(result, 1, 0, PERCENT, change, current, -1),)
    signs = (-1,) if relation.direction < 0 or min(rate, amount) < 0 else (1, -1)
    return tuple(
        Quotient(result, rate * amount, 0, PERCENT, change, current, -s * amount) for s in signs
    )


def _sign(quantity: Quantity) -> int:
    return -1 if quantity.value < 0 else 1


def _points(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    return _difference(relation, quantities)


def _multiple(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    top = _need(_pick(relation.terms, TOP))
    bottom = _need(_pick(relation.terms, BOTTOM | {Role.FACTOR}))
    return (Quotient(_result(relation), 1, 1 if relation.direction > 0 else 0, 1, top, bottom),)


def _average(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    bottom = _pick(relation.terms, BOTTOM | {Role.FACTOR})
    items = _pick(relation.terms, frozenset({Role.ADDEND, Role.ITEM}))
    top = _need(_pick(relation.terms, TOP) or items)
    if bottom and relation.scale != 1:
        above, below = tuple(f for f, _ in top), tuple(f for f, _ in bottom)
        return (Monomial(_result(relation), above, below, 1 / relation.scale),)
    if bottom:
        return (Quotient(_result(relation), 1, 0, 1, top, bottom),)
    return (Linear(((_result(relation), -len(items)), *_need(items))),)


def _product(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    figures = tuple(t.figure for t in relation.terms)
    if not figures or len(set(figures)) < len(figures):
        raise MalformedRelationError("a product needs distinct factors")
    return (Monomial(_result(relation), figures, factor=relation.scale),)


def _same(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    figures = tuple(dict.fromkeys(relation.figures))
    if len(figures) < 2:
        raise MalformedRelationError("fewer than two figures to compare")
    return (Same(figures),)


def _order(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    figures = tuple(dict.fromkeys(t.figure for t in sorted(relation.terms, key=_is_base)))
    if len(figures) != 2:
        raise MalformedRelationError("an order needs two figures")
    if relation.direction == 0:
        return (Same(figures),)
    up = relation.direction
    return (Linear(((figures[0], -up), (figures[1], up)), at_most=True, strict=True),)


def _is_base(term: Term) -> bool:
    return term.role in BOTTOM


def _count(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    addends = _pick(relation.terms, Role.ADDEND)
    if addends:
        return (_linear(_result(relation), 1, addends),)
    items = [t for t in relation.terms if t.role is Role.ITEM]
    if not items:
        raise MalformedRelationError("nothing to count")
    return (Linear(((_result(relation), -1),), Fraction(len(items))),)


def _score(relation: Relation, quantities: Quantities) -> tuple[Form, ...]:
    weights = tuple(f for f, _ in _pick(relation.terms, Role.FACTOR))
    top = tuple(f for f, _ in _pick(relation.terms, TOP))
    bottom = tuple(f for f, _ in _pick(relation.terms, BOTTOM))
    if not weights:
        return _sum(relation, quantities)
    factor = Fraction(1) if bottom else Fraction(1, PERCENT)
    return (Monomial(_result(relation), (*weights, *top), bottom, factor),)


_BUILDERS: dict[RelationKind, Callable[[Relation, Quantities], tuple[Form, ...]]] = {
    RelationKind.SUM: _sum,
    RelationKind.DIFFERENCE: _difference,
    RelationKind.RATIO: _share,
    RelationKind.SHARE: _share,
    RelationKind.GROWTH: _growth,
    RelationKind.POINTS_CHANGE: _points,
    RelationKind.MULTIPLE: _multiple,
    RelationKind.AVERAGE: _average,
    RelationKind.PRODUCT: _product,
    RelationKind.EQUAL: _same,
    RelationKind.ORDER: _order,
    RelationKind.COUNT: _count,
    RelationKind.SCORE: _score,
    RelationKind.GRADE: _same,
}
