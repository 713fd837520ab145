"""The equations behind the relations, each solvable for any of its figures, each figure once.

A form knows no rounding: it maps domains (intervals) of its figures to the interval of one of them.
`Form.solve` may answer `LINE` (no restriction) where the equation cannot be solved, never less than
the truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Protocol

from reportlint.arithmetic.intervals import (
    LINE,
    ZERO,
    ZeroDivisorError,
    add,
    contains,
    divide,
    exactly,
    intersect,
    is_empty,
    meets,
    multiply,
    negate,
    scale,
    shift,
)
from reportlint.arithmetic.mobius import mobius
from reportlint.arithmetic.model import Interval

Domains = Mapping[str, Interval]
Values = Mapping[str, Fraction]


class Form(Protocol):
    """An equation (or inequality) over figures."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The figures of the form, the result first."""
        ...

    def point(self, values: Values) -> Fraction | None:
        """What the result would have to be if all other figures were exact; None if undefined."""
        ...

    def solve(self, figure: str, domains: Domains) -> Interval:
        """The values of `figure` that satisfy the form for some values of the others."""
        ...


@dataclass(frozen=True, slots=True)
class Linear:
    """Σ coefficient · figure + constant = 0, or ≤ 0 (`at_most`), or < 0 (`strict` as well)."""

    coefficients: tuple[tuple[str, int], ...]
    constant: Fraction = ZERO
    at_most: bool = False
    strict: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """The figures, the result first."""
        return tuple(f for f, _ in self.coefficients)

    def point(self, values: Values) -> Fraction | None:
        """The result from all other figures."""
        (_, own), rest = self.coefficients[0], self.coefficients[1:]
        total = _total([(c, values[f]) for f, c in rest]) + self.constant
        return total if own == -1 else total / -own

    def satisfied(self, values: Values) -> bool:
        """Whether the values as printed satisfy the (in)equality."""
        total = _total([(c, values[f]) for f, c in self.coefficients]) + self.constant
        return total < 0 or (total == 0 and not self.strict) if self.at_most else total == 0

    def solve(self, figure: str, domains: Domains) -> Interval:
        """Coefficient · figure = −(everything else); with ≤, anything below that as well."""
        own = next(c for f, c in self.coefficients if f == figure)
        rest = _weighted_sum([(c, domains[f]) for f, c in self.coefficients if f != figure])
        found = negate(shift(rest, self.constant))
        if self.at_most:
            found = Interval(None, found.high, False, found.high_closed and not self.strict)
        return found if own == 1 else scale(found, Fraction(1, own))


@dataclass(frozen=True, slots=True)
class Quotient:
    """sign · result + offset = factor · numerator ÷ (denominator + own · numerator).

    `own` is not zero where the numerator is part of the denominator (part ÷ (part + rest)); it then
    is a single figure.
    """

    result: str
    sign: int
    offset: int
    factor: int
    numerator: tuple[tuple[str, int], ...]
    denominator: tuple[tuple[str, int], ...]
    own: int = 0

    @property
    def variables(self) -> tuple[str, ...]:
        """The figures, the result first."""
        return (self.result, *(f for f, _ in (*self.numerator, *self.denominator)))

    def point(self, values: Values) -> Fraction | None:
        """The result; None when the denominator is zero."""
        bottom = self.base(values)
        if bottom == 0:
            return None
        top = _total([(c, values[f]) for f, c in self.numerator])
        return self.sign * (self.factor * top / bottom - self.offset)

    def base(self, values: Values) -> Fraction:
        """What is divided by."""
        bottom = _total([(c, values[f]) for f, c in self.denominator])
        if self.own:
            bottom += self.own * _total([(c, values[f]) for f, c in self.numerator])
        return bottom

    def solve(self, figure: str, domains: Domains) -> Interval:
        """Solve the quotient for the result, or for one figure of either side."""
        if figure == self.result:
            return self._result(domains)
        side = self.numerator if any(f == figure for f, _ in self.numerator) else self.denominator
        whole = self._side(side is self.numerator, domains)
        if is_empty(whole):
            return whole
        own = next(c for f, c in side if f == figure)
        rest = _weighted_sum([(c, domains[f]) for f, c in side if f != figure])
        return scale(add(whole, negate(rest)), Fraction(1, own))

    def _result(self, domains: Domains) -> Interval:
        top = _weighted_sum([(c, domains[f]) for f, c in self.numerator])
        bottom = _weighted_sum([(c, domains[f]) for f, c in self.denominator])
        found = scale(self._fraction(top, bottom), Fraction(self.factor))
        return scale(shift(found, Fraction(-self.offset)), Fraction(self.sign))

    def _fraction(self, top: Interval, bottom: Interval) -> Interval:
        """Numerator ÷ (denominator + own · numerator)."""
        if not self.own:
            return _quotient(top, bottom)
        if meets(bottom, exactly(ZERO)):
            return mobius(0, 1, 1, self.own, _quotient(bottom, top))
        return mobius(1, 0, self.own, 1, _quotient(top, bottom))

    def _side(self, upper: bool, domains: Domains) -> Interval:
        """The numerator from the denominator and the result, or the other way round."""
        shown = shift(scale(domains[self.result], Fraction(self.sign)), Fraction(self.offset))
        given = _weighted_sum(
            [(c, domains[f]) for f, c in (self.denominator if upper else self.numerator)]
        )
        if upper:
            return _times(given, mobius(1, 0, -self.own, self.factor, shown))
        kept = _nonzero(shown, given)
        return kept if is_empty(kept) else _times(given, mobius(-self.own, self.factor, 1, 0, kept))


@dataclass(frozen=True, slots=True)
class Monomial:
    """result · Π divisors = factor · Π multipliers."""

    result: str
    multipliers: tuple[str, ...]
    divisors: tuple[str, ...] = ()
    factor: Fraction = Fraction(1)

    @property
    def variables(self) -> tuple[str, ...]:
        """The figures, the result first."""
        return (self.result, *self.multipliers, *self.divisors)

    def point(self, values: Values) -> Fraction | None:
        """The result; None when a divisor is zero."""
        value = self.factor
        for figure in self.multipliers:
            value *= values[figure]
        for figure in self.divisors:
            if values[figure] == 0:
                return None
            value /= values[figure]
        return value

    def solve(self, figure: str, domains: Domains) -> Interval:
        """Everything on the other side over everything on this one."""
        if figure == self.result or figure in self.divisors:
            above, below = self.multipliers, (self.result, *self.divisors)
            factor = self.factor
        else:
            above, below = (self.result, *self.divisors), self.multipliers
            factor = 1 / self.factor
        found = exactly(factor)
        for other in above:
            found = multiply(found, domains[other])
        for other in below:
            if other != figure:
                found = _quotient(found, domains[other])
        return found


@dataclass(frozen=True, slots=True)
class Same:
    """All figures are one quantity."""

    variables: tuple[str, ...]

    def point(self, values: Values) -> Fraction | None:
        """The value of the second figure (the first is compared with it)."""
        return values[self.variables[1]] if len(self.variables) > 1 else None

    def solve(self, figure: str, domains: Domains) -> Interval:
        """What all other figures share; empty when they contradict each other."""
        found = LINE
        for other in self.variables:
            if other != figure:
                found = intersect(found, domains[other])
        return found


def holds(form: Form, domains: Domains) -> bool:
    """Whether some values within the domains satisfy the form."""
    first = form.variables[0]
    found = form.solve(first, domains)
    return not is_empty(found) and meets(found, domains[first])


def _times(given: Interval, ratio: Interval) -> Interval:
    """The product; a ratio without limits says nothing, not even of zero times itself."""
    return LINE if ratio == LINE else multiply(given, ratio)


def _nonzero(shown: Interval, top: Interval) -> Interval:
    """A ratio that may be zero, kept to the sign that its numerator and a positive base give it."""
    if not contains(shown, ZERO) or contains(top, ZERO):
        return shown
    positive = top.low is not None and top.low >= 0
    half = Interval(ZERO, None, False, False) if positive else Interval(None, ZERO, False, False)
    return intersect(shown, half)


def _quotient(top: Interval, bottom: Interval) -> Interval:
    try:
        return divide(top, bottom)
    except ZeroDivisorError:
        return LINE


def _weighted_sum(terms: list[tuple[int, Interval]]) -> Interval:
    """Σ coefficient · interval, on a common denominator."""
    if len(terms) == 1:
        coefficient, only = terms[0]
        return only if coefficient == 1 else scale(only, Fraction(coefficient))
    ends = [
        (c, x.low, x.low_closed, x.high, x.high_closed)
        if c > 0
        else (c, x.high, x.high_closed, x.low, x.low_closed)
        for c, x in terms
    ]
    low = _sum_ends([(e[0], e[1]) for e in ends])
    high = _sum_ends([(e[0], e[3]) for e in ends])
    return Interval(
        low,
        high,
        low is not None and all(e[2] for e in ends),
        high is not None and all(e[4] for e in ends),
    )


def _sum_ends(ends: list[tuple[int, Fraction | None]]) -> Fraction | None:
    finite = [(c, v) for c, v in ends if v is not None]
    return None if len(finite) < len(ends) else _total(finite)


def _total(terms: list[tuple[int, Fraction]]) -> Fraction:
    """Σ coefficient · value in integers on a common denominator: rationals are slow to add."""
    common = lcm(*(v.denominator for _, v in terms))
    return Fraction(sum(c * v.numerator * (common // v.denominator) for c, v in terms), common)
