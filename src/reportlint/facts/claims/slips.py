"""Whether one slip of the pen accounts for a sum or difference that does not come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reportlint.arithmetic.edits import plausible
from reportlint.arithmetic.model import Edit, Interval, Quantity, Relation, Role
from reportlint.facts.model import Figure

_EDITS = frozenset({Edit.DIGIT, Edit.TRANSPOSITION, Edit.DROPPED_DIGIT, Edit.INSERTED_DIGIT})
_EXCHANGED, _OTHER = 3, 5
"""So many digits a figure needs for a transposition, or another edit, to be no coincidence."""
ANY = _OTHER
"""To spare where words speak of the sum or difference anyway: figures of any length count."""


def mended(
    total: Figure, parts: Sequence[Figure], signs: Sequence[int] = (), spare: int = 0
) -> Iterator[Figure]:
    """The figures of which one slip, undone, makes total = Σ sign·part hold exactly.

    Only figures of enough digits count, less `spare`: short ones come near anything.
    """
    terms = [(total, -1), *zip(parts, signs or (1,) * len(parts), strict=True)]
    if any(f.value is None for f, _ in terms):
        return
    gap = sum((sign * _value(f) for f, sign in terms), Fraction(0))
    slack = _slack([f for f, _ in terms])
    step = _step([f for f, _ in terms])
    for figure, sign in terms:
        if gap and _accounts(figure, _value(figure) - sign * gap, slack, step, spare):
            yield figure


def mended_in(relation: Relation, figures: Mapping[str, Figure]) -> tuple[Figure, ...]:
    """As `mended`, for a sum or a difference: whatever one edit would set right, long or short."""
    if relation.result is None:
        return ()
    parts = [figures[t.figure] for t in relation.terms]
    signs = [-t.sign if t.role is Role.SUBTRAHEND else t.sign for t in relation.terms]
    return tuple(mended(figures[relation.result], parts, signs, ANY))


def _value(figure: Figure) -> Fraction:
    return figure.value or Fraction(0)


def _slack(figures: Sequence[Figure]) -> Fraction:
    """What figures coarser than the finest may add: nothing where all have the same decimals."""
    finest = min(f.place for f in figures)
    return sum((f.place for f in figures if f.place > finest), Fraction(0)) / 2


def _step(figures: Sequence[Figure]) -> Fraction:
    """The last place in which any of the figures is not zero."""
    step = min(f.place or Fraction(1) for f in figures)
    values = [f.value for f in figures if f.value]
    while all((v / (step * 10)).denominator == 1 for v in values):
        step *= 10
    return step


def _accounts(
    figure: Figure, wanted: Fraction, slack: Fraction, step: Fraction, spare: int
) -> bool:
    """Whether one edit leads from the printed figure to the wanted value."""
    if wanted <= 0 or not figure.value:
        return False
    place = max(step, figure.place)
    digits = len(str(int(max(figure.value, wanted) / place)))
    near = Interval(wanted - slack, wanted + slack)
    found = plausible(Quantity(figure.value, place), near)
    edits = {c.edit for c in found if c.edit in _EDITS and abs(c.value - wanted) <= slack}
    needed = _EXCHANGED if Edit.TRANSPOSITION in edits else _OTHER
    return bool(edits) and digits >= needed - spare
