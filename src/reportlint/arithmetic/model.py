"""What arithmetic works on: intervals, quantities as printed, and relations between them.

Pure mathematics: nothing here knows Chinese, units or documents. All values are exact rationals in
base units (yuan, persons, …; a percentage is its number, 99.35 for 99.35 %).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of rationals; `None` is infinite; an infinite end is never closed."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed.

    `value` is the printed value, `place` the unit of its last printed digit (zero for an exact
    count), both in base units. `bounds` replaces the interval of rounding where words widen or
    shift it (约, 超过, 以上); a quantity with bounds never makes a relation inconsistent unless
    even its bounds exclude it.
    """

    value: Fraction
    place: Fraction = Fraction(0)
    bounds: Interval | None = None


class RelationKind(StrEnum):
    """The relations of the JSON contract."""

    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    SHARE = "share"
    GROWTH = "growth"
    POINTS_CHANGE = "points-change"
    MULTIPLE = "multiple"
    AVERAGE = "average"
    PRODUCT = "product"
    EQUAL = "equal"
    ORDER = "order"
    COUNT = "count"
    SCORE = "score"
    GRADE = "grade"


class Role(StrEnum):
    """The part a figure plays in a relation."""

    ADDEND = "addend"
    TOTAL = "total"
    MINUEND = "minuend"
    SUBTRAHEND = "subtrahend"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    PART = "part"
    WHOLE = "whole"
    CURRENT = "current"
    PREVIOUS = "previous"
    FACTOR = "factor"
    TARGET = "target"
    ACTUAL = "actual"
    ITEM = "item"


class Verdict(StrEnum):
    """What a recomputation found (DESIGN §9)."""

    CONSISTENT = "consistent"
    ROUNDING = "rounding"
    IMPROBABLE = "improbable"
    INCONSISTENT = "inconsistent"
    UNRESOLVED = "unresolved"
    NOT_ASSESSABLE = "not-assessable"


@dataclass(frozen=True, slots=True)
class Term:
    """One figure's place in a relation: which figure, in which role, counted how.

    `figure` names the variable (the figure's id); `sign` is −1 for a subtracted addend.
    """

    figure: str
    role: Role
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Relation:
    """`result` = f(`terms`), f given by `kind`.

    - sum: result = Σ sign·addend. With `exhaustive` false: Σ addends ≤ result. With `result` None
      the addends are a complete list of shares (percent): Σ = 100 exactly, of place 0.
    - difference: result = minuend − subtrahend; with `direction` 0 the result is unsigned.
    - ratio, share: result (percent) = 100 · numerator ÷ denominator (part ÷ whole).
    - growth: result (percent) = 100 · (current ÷ previous − 1); or, when the change is printed
      instead of one of the two: numerator ÷ previous, numerator ÷ (current − direction·numerator).
      A fall may be printed without its sign: `direction` −1 says that the printed rate is a fall;
      0 that its sign is as printed or lost.
    - points-change: result = current − previous (percentages), signed by `direction` as growth.
    - multiple: result = current ÷ previous (`direction` 0), or current ÷ previous − 1 (+1).
    - average: result = total ÷ (scale · factor). product: result = scale · Π factors. `scale` takes
      base units to those that are multiplied (500元 for each 亩, the area in m²: 3/2000).
    - equal: all items are one quantity (`result` None).
    - order: current against previous by `direction` (+1 greater, −1 less, 0 equal).
    """

    id: str
    kind: RelationKind
    result: str | None
    terms: tuple[Term, ...]
    direction: int = 0
    exhaustive: bool = True
    scale: Fraction = Fraction(1)

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure of the relation, the result first."""
        rest = tuple(t.figure for t in self.terms)
        return rest if self.result is None else (self.result, *rest)


class Edit(StrEnum):
    """What may have happened between the true figure and the printed one (ALGORITHMS 3.6)."""

    UNIT = "unit"
    DIGIT = "digit"
    TRANSPOSITION = "transposition"
    DROPPED_DIGIT = "dropped-digit"
    INSERTED_DIGIT = "inserted-digit"
    SIGN = "sign"
    STALE = "stale"
    SWAP = "swap"
    COMPLEMENT = "complement"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RootCause:
    """One wrong figure, or the figures of which one is wrong, and the relations that it breaks.

    `suspects`: all candidates, the likeliest first; for a swap both figures. `admissible`: where
    the first suspect's true value would have to lie. `corrected`: its likeliest true value, as
    it would have been printed. `decided` is false when the search was cut off.
    """

    suspects: tuple[str, ...]
    relations: tuple[str, ...]
    admissible: Interval | None = None
    corrected: Fraction | None = None
    edit: Edit = Edit.UNKNOWN
    decided: bool = True
