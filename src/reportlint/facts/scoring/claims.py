"""Claims about scores that neither a table alone nor a sentence alone yields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.document import Document
from reportlint.facts.model import Claim, Figure, Outline, Part, TableFacts
from reportlint.facts.scoring.across import across_tables
from reportlint.facts.scoring.execution import execution_claims
from reportlint.facts.scoring.finals import final_claims
from reportlint.facts.scoring.labels import scores_by_text
from reportlint.facts.scoring.levels import level_claims
from reportlint.facts.scoring.limits import limit_claims
from reportlint.facts.scoring.splits import split_claims


def score_claims(
    document: Document,
    outline: Outline,
    parts: Sequence[Part],
    tables: Sequence[TableFacts],
    figures: Mapping[str, Figure],
    known: Sequence[Claim],
) -> tuple[Claim, ...]:
    """Totals over two tables, totals of first-level scores in prose, restated totals.

    `known` are the claims found so far; none of them is made again.
    """
    spans = [range(p.start_block, p.end_block) for p in parts] or [range(len(document.blocks))]
    texts = list(scores_by_text(document, figures))
    summed = frozenset(c.relation.result for c in known if c.certain and c.relation.result)
    drafts: Iterator[Claim] = iter(
        (
            *across_tables(tables, figures, summed),
            *split_claims(texts),
            *limit_claims(texts, tables, figures),
            *execution_claims(document, tables, figures, texts),
            *level_claims(texts, tables, figures, spans),
            *final_claims(texts, tables, figures, outline, parts),
        )
    )
    made = {_key(c) for c in known if c.certain}
    return tuple(c for c in drafts if _key(c) not in made)


def _key(claim: Claim) -> tuple[object, ...]:
    terms = frozenset(t.figure for t in claim.relation.terms)
    return claim.kind, claim.relation.result, terms
