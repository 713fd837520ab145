"""Totals of a form whose rows stand in two tables: execution above, indicators below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.model import Claim, ClaimSource, Figure, ScoreRow, Span, TableFacts

NEAR = 8
"""The two tables of one form are at most so many blocks apart."""

FULL_MARKS = Fraction(100)


def across_tables(
    tables: Sequence[TableFacts], figures: Mapping[str, Figure], summed: frozenset[str]
) -> Iterator[Claim]:
    """A claim for every total of weights and of marks that needs the row of another table.

    `summed` are figures of which the table itself already tells what they sum up. The weights
    prove that the other table belongs to the form: only with it do they make the total.
    """
    earlier: ScoreRow | None = None
    place = 0
    for table in tables:
        funds = [r for r in table.score_rows if r.fund and r.weight and r.scores]
        totals = [r for r in table.score_rows if r.total and r.scores]
        if len(totals) == 1 and not funds and earlier and table.block - place <= NEAR:
            yield from _claims(table, totals[0], earlier, figures, summed)
        if len(funds) == 1 and not totals:
            earlier, place = funds[0], table.block
        elif table.score_rows:
            earlier = None


def _claims(
    table: TableFacts,
    total: ScoreRow,
    fund: ScoreRow,
    figures: Mapping[str, Figure],
    summed: frozenset[str],
) -> Iterator[Claim]:
    rows = [fund, *(r for r in table.score_rows if not r.total and r.row < total.row)]
    awarded = [r for r in rows if r.weight or r.scores]
    if any(not r.weight or not r.scores for r in awarded):
        return
    weights = [r.weight for r in awarded if r.weight]
    whole = figures[total.weight].value if total.weight else FULL_MARKS
    if sum((figures[w].value or Fraction(0)) for w in weights) != whole:
        return
    if total.weight and total.weight not in summed:
        yield _claim(table, total, total.weight, weights, figures)
    if total.scores[0] not in summed:
        yield _claim(table, total, total.scores[0], [r.scores[0] for r in awarded], figures)


def _claim(
    table: TableFacts,
    total: ScoreRow,
    result: str,
    parts: Sequence[str],
    figures: Mapping[str, Figure],
) -> Claim:
    name = f"{result}+"
    figure = figures[result]
    relation = Relation(name, RelationKind.SUM, result, tuple(Term(p, Role.ADDEND) for p in parts))
    words = Span(table.block, figure.start, figure.end, figure.cell)
    return Claim(name, relation, ClaimSource.TABLE, words, measured=total.name)
