"""How claims are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term, Verdict
from reportlint.arithmetic.verdicts import judge
from reportlint.facts.claims.belief import one_slip_away
from reportlint.facts.claims.mention import Mention, Passage
from reportlint.facts.model import Claim, ClaimSource, Figure, Span
from reportlint.facts.quantities import quantity_of


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a statement: its relation without an id."""

    kind: RelationKind
    result: str | None
    terms: tuple[Term, ...]
    direction: int = 0
    exhaustive: bool = True
    scale: Fraction = Fraction(1)

    def relation(self, name: str = "") -> Relation:
        """The relation under a name."""
        how = (self.direction, self.exhaustive, self.scale)
        return Relation(name, self.kind, self.result, self.terms, *how)


def term(figure: str | Mention, role: Role) -> Term:
    """A figure in a role."""
    return Term(figure if isinstance(figure, str) else figure.id, role)


def addends(mentions: Iterable[Mention]) -> tuple[Term, ...]:
    """Mentions as the addends of a sum."""
    return tuple(term(m, Role.ADDEND) for m in mentions)


def stated(
    passage: Passage,
    readings: Sequence[Reading],
    words: tuple[int, int],
    *,
    formula: str | None = None,
    measured: str = "",
    named: bool = True,
    certain: bool = True,
) -> Claim:
    """A claim of the prose: the first reading is the one meant, the others alternatives."""
    first, *others = readings
    start, end = words
    while start < end and passage.text[start] in "，,、；;：:。）) \n":
        start += 1
    return Claim(
        id="",
        relation=first.relation(),
        source=ClaimSource.STATED,
        words=Span(passage.block, start, end),
        formula=formula,
        measured=measured,
        named=named,
        alternatives=tuple(r.relation() for r in others),
        certain=certain,
    )


def fits(reading: Reading, figures: Mapping[str, Figure], digits: Fraction = Fraction(1)) -> bool:
    """Whether a quotient's printed figures make its printed percentage, give or take last digits.

    Only for choosing among readings: the verdict is arithmetic's.
    """
    result = figures.get(reading.result or "")
    found = [figures.get(t.figure) for t in reading.terms]
    values = [f.value for f in found if f is not None and f.value is not None]
    if result is None or result.value is None or len(values) < len(reading.terms):
        return True
    *tops, bottom = values
    if not bottom:
        return True
    offset = 100 if reading.kind is RelationKind.GROWTH else 0
    computed = 100 * sum(tops, Fraction(0)) / bottom - offset
    slack = result.place * digits + sum((f.place for f in found if f), Fraction(0)) * 100 / abs(
        bottom
    )
    return any(abs(computed - sign * result.value) <= slack for sign in (1, -1))


def holds(reading: Reading, figures: Mapping[str, Figure]) -> bool:
    """Whether a reading is true of the figures as printed."""
    named = reading.relation()
    found = {f: quantity_of(figures[f]) for f in named.figures if f in figures}
    known = {name: quantity for name, quantity in found.items() if quantity is not None}
    return judge(named, known).verdict is Verdict.CONSISTENT


_APART = 3
"""Beyond this factor a printed rate and its recomputation speak of different figures."""
_ORDER = 20
"""Beyond this factor no slip of the pen leads from one difference to another."""
_ENDS = 3
_QUOTIENTS = frozenset({RelationKind.RATIO, RelationKind.SHARE, RelationKind.GROWTH})


def cautious(claim: Claim, figures: Mapping[str, Figure]) -> Claim:
    """The claim, not certain where its result is absurd: then the pairing is wrong, not a figure.

    A slip leaves a trace: a shifted point, a wrong or lost digit, the complement.
    """
    printed = figures.get(claim.relation.result or "")
    if not claim.certain or printed is None or not printed.value:
        return claim
    if claim.kind is RelationKind.DIFFERENCE:
        absurd = _far_off(claim.relation, figures)
    elif claim.kind in _QUOTIENTS:
        computed = _computed(claim.relation, figures)
        absurd = computed is not None and not leaves_trace(abs(printed.value), abs(computed))
    else:
        absurd = False
    if not absurd or one_slip_away(claim.relation, figures):
        return claim
    return replace(claim, certain=False)


def _far_off(relation: Relation, figures: Mapping[str, Figure]) -> bool:
    """Whether a printed difference is of another order than that of its figures."""
    found = [figures[f].value for f in relation.figures if f in figures]
    values = [abs(v) for v in found if v is not None]
    if len(values) != _ENDS or not all(values):
        return False
    printed, *ends = values
    gap = abs(ends[0] - ends[1])
    return bool(gap) and max(gap / printed, printed / gap) > _ORDER


def _computed(relation: Relation, figures: Mapping[str, Figure]) -> Fraction | None:
    found = [figures.get(t.figure) for t in relation.terms]
    values = [f.value for f in found if f is not None and f.value is not None]
    if len(values) < len(relation.terms) or not values[-1]:
        return None
    *tops, bottom = values
    roles = {t.role for t in relation.terms}
    if Role.NUMERATOR in roles and Role.CURRENT in roles:
        bottom = bottom - relation.direction * values[0]
        tops = values[:1]
    if not bottom:
        return None
    quotient = 100 * sum(tops, Fraction(0)) / bottom
    grown = relation.kind is RelationKind.GROWTH and Role.NUMERATOR not in roles
    return quotient - 100 if grown else quotient


def leaves_trace(printed: Fraction, computed: Fraction) -> bool:
    """Whether a printed value may be the computed one after a slip of the pen."""
    if not computed:
        return False
    factor = max(printed / computed, computed / printed)
    if factor <= _APART or abs(printed + computed - 100) < 1:
        return True
    while factor > _APART:
        factor /= 10
    shifted = Fraction(97, 100) < factor < Fraction(103, 100)
    return shifted or _one_digit(printed, computed)


def _one_digit(printed: Fraction, computed: Fraction) -> bool:
    """Whether only one of the leading digits differs: 16% for 96%."""
    one, other = (f"{float(v):09.2f}"[:6] for v in (printed, computed))
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def words_of(*mentions: Mention) -> tuple[int, int]:
    """From the first word that belongs to the mentions to the end of the last."""
    return min(m.start for m in mentions), max(m.figure.end for m in mentions)


def numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with ids c0, c1 …, their relations with ids of the same stem."""
    return tuple(_named(claim, f"c{n}") for n, claim in enumerate(claims))


def _named(claim: Claim, name: str) -> Claim:
    others = tuple(replace(r, id=f"{name}.{n}") for n, r in enumerate(claim.alternatives, 1))
    relation = replace(claim.relation, id=name)
    return replace(claim, id=name, relation=relation, alternatives=others)
