"""Claims about scores that neither a table alone nor a sentence alone yields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.arithmetic.model import RelationKind
from reportlint.document import Document, block_text
from reportlint.facts.model import (
    Claim,
    ClaimSource,
    Figure,
    FigureKind,
    Outline,
    Part,
    TableFacts,
)
from reportlint.facts.scoring.across import across_tables
from reportlint.facts.scoring.execution import execution_claims
from reportlint.facts.scoring.finals import final_claims
from reportlint.facts.scoring.labels import scores_by_text
from reportlint.facts.scoring.levels import level_claims
from reportlint.facts.scoring.limits import limit_claims
from reportlint.facts.scoring.splits import split_claims
from reportlint.facts.scoring.weights import is_weight
from reportlint.lexicon.scoring import scoring_words


def with_scores(
    document: Document,
    outline: Outline,
    parts: Sequence[Part],
    tables: Sequence[TableFacts],
    figures: Mapping[str, Figure],
    known: Sequence[Claim],
) -> tuple[Claim, ...]:
    """`known` with the claims about scores that it takes the whole report to see.

    Totals over two tables and in prose, full marks, marks for execution, restated scores; none
    of the known claims is made again. Sums of marks that leave a doubt are dropped.
    """
    known = [c for c in known if not _unsound(document, c, figures)]
    spans = [range(p.start_block, p.end_block) for p in parts] or [range(len(document.blocks))]
    texts = list(scores_by_text(document, figures))
    summed = frozenset(c.relation.result for c in known if c.certain and c.relation.result)
    drafts: Iterator[Claim] = iter(
        (
            *across_tables(tables, figures, summed),
            *split_claims(texts, summed),
            *limit_claims(texts, tables, figures),
            *execution_claims(document, tables, figures, texts),
            *level_claims(texts, tables, figures, spans),
            *final_claims(texts, tables, figures, outline, parts),
        )
    )
    made = {_key(c) for c in known if c.certain}
    return (*known, *(c for c in drafts if _key(c) not in made))


def _unsound(document: Document, claim: Claim, figures: Mapping[str, Figure]) -> bool:
    """Whether a sum of prose mixes full marks and marks (立项8分得7.5分), or leaves out a bonus."""
    if claim.kind is not RelationKind.SUM or claim.source is ClaimSource.TABLE:
        return False
    terms = [figures[t.figure] for t in claim.relation.terms]
    scores = [f for f in terms if f.numeral.kind is FigureKind.SCORE]
    if not scores:
        return False
    text = block_text(document.blocks[scores[0].block], scores[0].cell)
    mixed = len({is_weight(document, f) for f in scores}) > 1
    return mixed or scoring_words().has("bonus", text)


def _key(claim: Claim) -> tuple[object, ...]:
    terms = frozenset(t.figure for t in claim.relation.terms)
    return claim.kind, claim.relation.result, terms
