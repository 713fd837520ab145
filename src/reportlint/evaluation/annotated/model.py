"""What a person has written down about a passage."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Value = Fraction | tuple[Fraction, Fraction] | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in a passage: characters `start`..`end` of its text, without marks.

    `value` is in the printed unit without scale (yuan for 万元), a pair for a range; `unit` is
    without scale (`元` for 万元). `indicators` are names that are equally good, empty where no
    name is asked for. An `optional` one is neither asked for nor wrong.
    """

    id: str
    start: int
    end: int
    value: Value
    unit: str
    indicators: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation as annotated: `kind`, its result ("" if it has none), signed operands.

    `operands` are (figure, sign, side): side 1 above and −1 below a fraction line, 1 elsewhere.
    `open` is a sum of some of the parts; `listed` the number of names behind a count; `direction`
    the sign of an order.
    """

    kind: str
    result: str
    operands: tuple[tuple[str, int, int], ...] = ()
    open: bool = False
    optional: bool = False
    listed: int = 0
    direction: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with what is known of it. `file` and `name` say where it stands."""

    file: str
    name: str
    text: str
    marks: tuple[Mark, ...]
    statements: tuple[Statement, ...]
