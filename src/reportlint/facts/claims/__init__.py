"""What the prose says: its figures with their meaning, and the statements that relate them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from reportlint.config import Config
from reportlint.document import Document, Heading
from reportlint.facts.claims.balances import balance_claims
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.changes import change_claims
from reportlint.facts.claims.completions import completion_claims
from reportlint.facts.claims.expressions import expression_claims
from reportlint.facts.claims.grades import grade_claims, grade_figures
from reportlint.facts.claims.identities import identity_claims
from reportlint.facts.claims.lists import compositions
from reportlint.facts.claims.making import numbered
from reportlint.facts.claims.mention import Passage
from reportlint.facts.claims.orders import order_claims
from reportlint.facts.claims.products import product_claims
from reportlint.facts.claims.rates import rate_claims
from reportlint.facts.claims.reading import DATES, Setting, plain_figures, read_passage
from reportlint.facts.claims.shares import share_claims
from reportlint.facts.claims.sums import sum_claims
from reportlint.facts.model import Claim, Figure, Outline, TableFacts
from reportlint.facts.numerals import find_numerals

__all__ = ["read", "read_text"]


class _Read(NamedTuple):
    """A paragraph that holds figures: its mentions, its grade words, its dates."""

    passage: Passage
    grades: tuple[Figure, ...]
    dates: tuple[Figure, ...]

    @property
    def figures(self) -> list[Figure]:
        found = chain((m.figure for m in self.passage.mentions), self.grades, self.dates)
        return sorted(found, key=lambda f: f.start)


def read(
    document: Document,
    outline: Outline,
    year: int | None = None,
    tables: Sequence[TableFacts] = (),
    table_figures: Sequence[Figure] = (),
    config: Config | None = None,
    *,
    organization: str | None = None,
) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """The figures of the prose (ids `f<block>.<n>`) and the claims of prose and identities.

    `table_figures` are what a statement may refer to when its operands stand in no sentence.
    Claim ids are `c<n>` in document order.
    """
    aliases = _aliases(config)
    titles = _titles(outline)
    found = [
        _read(
            paragraph.text,
            Setting(index, outline.where(index), year, organization, aliases),
            title=isinstance(paragraph, Heading) or index in titles,
        )
        for index, paragraph in document.paragraphs()
    ]
    return _claims([f for f in found if f is not None], table_figures)


def read_text(
    text: str, year: int | None = None, where: tuple[str, ...] = (), organization: str | None = None
) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """The figures and claims of one passage that stands alone (block 0)."""
    found = _read(text, Setting(0, where, year, organization))
    return _claims([found] if found else [], ())


def _titles(outline: Outline) -> frozenset[int]:
    return frozenset(s.block for s in outline.sections if s.body_start is None)


def _aliases(config: Config | None) -> Mapping[str, str]:
    if config is None:
        return {}
    return {name: concept for concept, names in config.lexicon.aliases.items() for name in names}


def _read(text: str, setting: Setting, *, title: bool = False) -> _Read | None:
    """Read a paragraph; None without figures. The years of a title are no figures."""
    numerals = find_numerals(text)
    if title:
        numerals = tuple(n for n in numerals if n.kind not in DATES)
    year = str(setting.year or "")
    found = grade_figures(text, setting.block, setting.where, len(numerals), year)
    grades = () if title else tuple(found)
    if not numerals and not grades:
        return None
    passage = read_passage(text, numerals, setting)
    dates = tuple(plain_figures(numerals, setting))
    return _Read(passage, grades, dates)


def _claims(
    found: Sequence[_Read], table_figures: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    passages = [r.passage for r in found]
    book = Book(passages, table_figures)
    claims = [c for r in found for c in _of_passage(r, book)]
    claims += identity_claims(passages, table_figures)
    figures = tuple(f for r in found for f in r.figures)
    return figures, numbered(claims)


def _of_passage(found: _Read, book: Book) -> Iterator[Claim]:
    passage = found.passage
    lists = compositions(passage)
    made: Iterable[Claim] = chain(
        sum_claims(passage, lists),
        rate_claims(passage, book),
        completion_claims(passage, book),
        change_claims(passage, book),
        share_claims(passage, book, lists),
        order_claims(passage, book),
        product_claims(passage, book),
        balance_claims(passage),
        expression_claims(passage),
        grade_claims(passage, found.grades),
    )
    return iter(sorted(made, key=lambda c: (c.words.end, c.words.start)))
