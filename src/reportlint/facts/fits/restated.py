"""A quantity said again: the same value under a name that has something in common."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Figure, FigureKind, Span

_KINDS = frozenset(FigureKind) - {FigureKind.DATE, FigureKind.PERIOD, FigureKind.GRADE}
_DIGITS, _FEW = 3, 2
"""A value of fewer significant digits turns up again by chance; a name of so many must agree."""
_LAST = 50
"""Earlier figures of one value that are looked at."""
_WITHIN = 24
"""Nobody repeats a quantity within so many characters."""


def restated_claims(figures: Sequence[Figure], claims: Sequence[Claim]) -> Iterator[Claim]:
    """An `equal` claim for a figure that repeats an earlier one, `e1`, `e2`, …

    It confirms both. `claims` hold those that are said to be equal already.
    """
    tied = _tied(claims)
    said: defaultdict[tuple[object, ...], deque[Figure]] = defaultdict(lambda: deque(maxlen=_LAST))
    count = 0
    for figure in figures:
        if figure.numeral.kind not in _KINDS or figure.value is None or not figure.value:
            continue
        earlier = said[_key(figure)]
        same = next((f for f in reversed(earlier) if _again(f, figure)), None)
        earlier.append(figure)
        if same is not None and tied[same.id].isdisjoint(tied[figure.id]):
            count += 1
            yield _claim(f"e{count}", same, figure)


def _tied(claims: Sequence[Claim]) -> defaultdict[str, set[int]]:
    """For each figure the statements that call it equal to another."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, claim in enumerate(claims):
        for name in claim.relation.figures if claim.kind is RelationKind.EQUAL else ():
            found[name].add(number)
    return found


def _key(figure: Figure) -> tuple[object, ...]:
    kind = figure.numeral.kind
    unit = figure.numeral.unit if kind in (FigureKind.COUNT, FigureKind.OTHER) else ""
    return kind, unit, figure.value


def _again(earlier: Figure, figure: Figure) -> bool:
    if earlier.block == figure.block and earlier.cell is not None:
        return False
    near = earlier.block == figure.block and figure.start - earlier.end < _WITHIN
    return not near and _shares(earlier, figure, _digits(figure))


def _digits(figure: Figure) -> int:
    return len("".join(c for c in figure.numeral.text if c.isdigit()).strip("0"))


def _shares(earlier: Figure, figure: Figure, digits: int) -> bool:
    """Whether two names may be one quantity's: fewer digits ask for more of the name."""
    one, other = _name(earlier), _name(figure)
    if digits < _DIGITS:
        return len(one) >= _FEW and len(other) >= _FEW and (one in other or other in one)
    return not one or not other or bool(_pairs(one) & _pairs(other))


def _name(figure: Figure) -> str:
    row = figure.where[-2:] if figure.how == "table" else ()
    return "".join((*row, figure.indicator.text))


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}


def _claim(id: str, earlier: Figure, figure: Figure) -> Claim:
    terms = tuple(Term(f.id, Role.ITEM) for f in (earlier, figure))
    return Claim(
        id=id,
        relation=Relation(id, RelationKind.EQUAL, None, terms),
        source=ClaimSource.RESTATEMENT,
        words=Span(figure.block, figure.start, figure.end, figure.cell),
        measured=figure.indicator.text,
        named=False,
        certain=False,
        borne_out=True,
    )
