"""Marks for budget execution that are not what the rule gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.document import Document
from reportlint.facts.model import Claim, ClaimSource, Figure, Span, TableFacts
from reportlint.facts.scoring.execution_prose import judged_sentences
from reportlint.facts.scoring.execution_rows import execution_rows, judged_rows
from reportlint.facts.scoring.execution_rule import Execution, printed_rule
from reportlint.facts.scoring.labels import Score, scores_by_text

FORMULA = "execution_score"


def misjudged(
    document: Document, tables: Sequence[TableFacts], figures: Mapping[str, Figure]
) -> tuple[Execution, ...]:
    """The marks for execution, of tables and of prose, that no rounding explains."""
    return _misjudged(document, tables, figures, list(scores_by_text(document, figures)))


def _misjudged(
    document: Document,
    tables: Sequence[TableFacts],
    figures: Mapping[str, Figure],
    texts: Sequence[tuple[str, list[Score]]],
) -> tuple[Execution, ...]:
    rows = execution_rows(tables, figures)
    rule = printed_rule(document) if rows or texts else ""
    if rule == "bands":
        return ()
    formula = rule == "formula"
    return (
        *judged_rows(document, rows, figures, formula=formula),
        *judged_sentences(texts, figures, formula=formula),
    )


def execution_claims(
    document: Document,
    tables: Sequence[TableFacts],
    figures: Mapping[str, Figure],
    texts: Sequence[tuple[str, list[Score]]],
) -> Iterator[Claim]:
    """A claim `rate = score ÷ weight` for every mark that is certainly wrong."""
    for found in _misjudged(document, tables, figures, texts):
        if found.certain:
            yield _claim(found)


def _claim(found: Execution) -> Claim:
    score = found.score
    name = f"{score.id}%"
    terms = (Term(score.id, Role.NUMERATOR), Term(found.weight.id, Role.DENOMINATOR))
    relation = Relation(name, RelationKind.RATIO, found.rate.id, terms)
    words = Span(score.block, score.start, score.end, score.cell)
    source = ClaimSource.TABLE if score.how == "table" else ClaimSource.STATED
    return Claim(name, relation, source, words, FORMULA, "得分")
