"""One paragraph: its figures and grade words first, then, knowing all others, its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from reportlint.facts.claims.balances import balance_claims
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.changes import change_claims
from reportlint.facts.claims.comparisons import comparison_claims
from reportlint.facts.claims.completions import completion_claims
from reportlint.facts.claims.expressions import expression_claims
from reportlint.facts.claims.families import family_claims
from reportlint.facts.claims.grades import grade_claims, grade_figures
from reportlint.facts.claims.lists import compositions, parts_of
from reportlint.facts.claims.making import cautious
from reportlint.facts.claims.mention import Passage
from reportlint.facts.claims.orders import order_claims
from reportlint.facts.claims.overbase import over_printed_difference
from reportlint.facts.claims.products import product_claims
from reportlint.facts.claims.proportions import proportion_claims
from reportlint.facts.claims.quotients import quotient_claims
from reportlint.facts.claims.rates import rate_claims
from reportlint.facts.claims.reading import DATES, Setting, plain_figures, read_passage
from reportlint.facts.claims.remainders import remainder_claims
from reportlint.facts.claims.shares import share_claims
from reportlint.facts.claims.standards import standard_claims
from reportlint.facts.claims.sums import sum_claims
from reportlint.facts.claims.totals import closing_claims
from reportlint.facts.model import Claim, Figure, Numeral
from reportlint.facts.numerals import find_numerals


class Source(NamedTuple):
    """A paragraph to read: its text, what is known around it, whether it is only a title."""

    text: str
    setting: Setting
    title: bool = False


class ReadParagraph(NamedTuple):
    """A paragraph that holds figures: its mentions, its grade words, its dates."""

    passage: Passage
    grades: tuple[Figure, ...]
    dates: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them in the order of the text."""
        found = chain((m.figure for m in self.passage.mentions), self.grades, self.dates)
        return tuple(sorted(found, key=lambda f: f.start))


class Scan(NamedTuple):
    """A paragraph with the numbers and grade words in it, before anything is known of them."""

    source: Source
    numerals: tuple[Numeral, ...]
    grades: tuple[Figure, ...]

    @property
    def holds_figures(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.numerals or self.grades)


def scan(source: Source) -> Scan:
    """Look a paragraph over for figures: cheap, and done once for each."""
    numerals = _numerals(source)
    return Scan(source, numerals, _grades(source, len(numerals)))


def read_paragraph(scanned: Scan, setting: Setting) -> ReadParagraph:
    """The figures of a paragraph with their meaning; `setting` is its own, or richer."""
    passage = read_passage(scanned.source.text, scanned.numerals, setting)
    dates = tuple(plain_figures(scanned.numerals, setting))
    return ReadParagraph(passage, scanned.grades, dates)


def _numerals(source: Source) -> tuple[Numeral, ...]:
    """The numbers of a paragraph; the years of a title are no figures."""
    found = find_numerals(source.text)
    return tuple(n for n in found if n.kind not in DATES) if source.title else found


def _grades(source: Source, count: int) -> tuple[Figure, ...]:
    if source.title:
        return ()
    setting = source.setting
    year = str(setting.year or "")
    return tuple(grade_figures(source.text, setting.block, setting.where, count, year))


def claims_of(found: ReadParagraph, book: Book) -> Iterator[Claim]:
    """The claims of one paragraph, `book` holding what the whole report says."""
    passage = found.passage
    lists = compositions(passage)
    made: Iterable[Claim] = chain(
        sum_claims(passage, lists),
        closing_claims(passage, lists, book),
        rate_claims(passage, book),
        completion_claims(passage, book, lists),
        change_claims(passage, book, lists),
        share_claims(passage, book, lists),
        order_claims(passage, book),
        product_claims(passage, book),
        balance_claims(passage),
        expression_claims(passage),
        grade_claims(passage, found.grades, parts_of(lists)),
    )
    said = list(made)
    said += remainder_claims(passage, said)
    said += family_claims(passage, book.scene(passage), said)
    said += standard_claims(passage, said)
    said += comparison_claims(passage, book, said)
    said += quotient_claims(passage, book, lists, said)
    said += proportion_claims(passage, said)
    told = over_printed_difference(passage, said)
    checked = (cautious(claim, book.figures) for claim in told)
    return iter(sorted(checked, key=lambda c: (c.words.end, c.words.start)))
