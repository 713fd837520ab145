"""How claims are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.claims.mention import Mention, Passage
from reportlint.facts.model import Claim, ClaimSource, Figure, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a statement: its relation without an id."""

    kind: RelationKind
    result: str | None
    terms: tuple[Term, ...]
    direction: int = 0
    exhaustive: bool = True

    def relation(self, name: str = "") -> Relation:
        """The relation under a name."""
        return Relation(name, self.kind, self.result, self.terms, self.direction, self.exhaustive)


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


def fits(reading: Reading, figures: Mapping[str, Figure]) -> bool:
    """Whether a quotient's printed figures make its printed percentage, give or take a last digit.

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
    slack = result.place + sum((f.place for f in found if f), Fraction(0)) * 100 / abs(bottom)
    return any(abs(computed - sign * result.value) <= slack for sign in (1, -1))


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
