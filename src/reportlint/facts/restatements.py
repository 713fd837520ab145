"""One quantity stated more than once: in prose and prose, prose and table, table and table.

A restatement may become an error only where it is beyond doubt that both figures mean the same:
grand totals and quantities that a report has once (`unique` in `lexicon/indicators.toml`). For
items of a list the same words may mean another scope; there a difference counts only if it looks
like a slip of the pen. What a statement relates (前后两期, 总数与其中) are two quantities, whatever
they are called.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from rapidfuzz.distance import DamerauLevenshtein

from reportlint.arithmetic.model import Relation, RelationKind, Role, Term
from reportlint.facts.indicators import describe, same_quantity
from reportlint.facts.indicators.describe import concept_of
from reportlint.facts.model import Claim, ClaimSource, Figure, FigureKind, Indicator, Span
from reportlint.lexicon.unique import place_endings, unique_concepts

_KINDS = (FigureKind.AMOUNT, FigureKind.PERCENT, FigureKind.SCORE)
_TOTALS = frozenset({"level:total", "level:year"})
_DONE = frozenset({"stage:final", "stage:executed"})
"""What was done, said or left unsaid: 支出 beside a budget is the spending as executed."""
_RATES = frozenset({RelationKind.RATIO, RelationKind.SHARE, RelationKind.GROWTH})
_OF_THE_YEAR = re.compile("本年|当年|全年|年度")
_PROJECT = re.compile(
    r"“[^”]{2,30}”|(?:项目|工程|专项)(?:资金)?(?:[（(]|$|[。：:]|绩效|自评|评价|支出绩效)"
)
_CAPTION = ("funding", "flow", "nature")
LABELS = 3
"""A cell's `where` ends in the table's caption, its row label and its column label."""
MOST_VALUES = 2
"""A name with more distinct values than this names several quantities, not one misprinted."""
FEWEST_DIGITS = 4
"""Shorter figures are one slip apart by chance."""
NEAR = 16
"""Nobody restates a quantity within so many characters: 由40万元增加到46万元 is a change."""


def restatements(
    figures: Sequence[Figure], year: int | None, claims: Sequence[Claim] = ()
) -> Iterator[Claim]:
    """An `equal` claim for every quantity that is stated more than once, `r1`, `r2`, …

    `claims` are the other statements about the figures: they tell quantities of one name apart.
    """
    count = 0
    related, bases = _related(claims), _bases(claims, figures)
    parts = _parts_by_name(figures)
    for group in _groups([f for f in figures if f.id not in parts], year):
        several = len({bases[f.id] for f in group if f.id in bases}) > 1
        apart = several or _told_apart(group, related)
        certain = None if apart else _certain(group)
        if certain is None:
            continue
        count += 1
        yield _claim(f"r{count}", group, certain)


def _parts_by_name(figures: Sequence[Figure]) -> frozenset[str]:
    """Figures called like the whole that they are a part of: 结转12万元，占结转总额的8%."""
    return frozenset(a.id for a, b in pairwise(figures) if _part_of_its_name(a, b))


def _part_of_its_name(amount: Figure, share: Figure) -> bool:
    close = amount.block == share.block and 0 <= share.start - amount.end < NEAR
    if not close or amount.cell is not None or share.numeral.kind is not FigureKind.PERCENT:
        return False
    _, of, words = share.indicator.text.rpartition("占")
    own, whole = amount.indicator, describe(words.removesuffix("的"))
    return bool(of and own.facets) and own.facets <= whole.facets and own.rest in ("", whole.rest)


def _related(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """The claims, by id, in which each figure takes part."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.kind is not RelationKind.EQUAL:
            for figure in claim.relation.figures:
                found[figure].append(claim.id)
    return found


def _bases(claims: Sequence[Claim], figures: Sequence[Figure]) -> dict[str, frozenset[object]]:
    """What each stated rate is a rate of: 执行率95% of two items are two quantities."""
    values = {f.id: f.value for f in figures}
    rates = (c.relation for c in claims if c.kind in _RATES and c.relation.result)
    return {str(r.result): frozenset(values.get(t.figure) for t in r.terms) for r in rates}


def _told_apart(group: Sequence[Figure], related: Mapping[str, Sequence[str]]) -> bool:
    """Whether a statement, or their standing side by side, makes two quantities of the group."""
    shared = Counter(claim for f in group for claim in set(related.get(f.id, ())))
    if any(times > 1 for times in shared.values()):
        return True
    return any(_side_by_side(a, b) for a, b in pairwise(group))


def _side_by_side(a: Figure, b: Figure) -> bool:
    in_prose = a.cell is None and b.cell is None and a.block == b.block
    return in_prose and b.start - a.end < NEAR and a.value != b.value


def _groups(figures: Sequence[Figure], year: int | None) -> Iterator[list[Figure]]:
    buckets: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.numeral.kind in _KINDS and figure.value is not None and _named(figure):
            buckets[_bucket(figure, year)].append(figure)
    for bucket in buckets.values():
        yield from _same(bucket)


def _bucket(figure: Figure, year: int | None) -> tuple[str, ...]:
    last = figure.indicator.rest.rpartition("/")[2]
    period = figure.period or str(year or "")
    return figure.numeral.kind, period, figure.scope, _place(figure), last


def _place(figure: Figure) -> str:
    """The heading above a figure that names another unit or project, or ""."""
    headings = figure.where[:-LABELS] if figure.how == "table" else figure.where
    return next((h for h in reversed(headings) if h.endswith(place_endings())), "")


def _named(figure: Figure) -> bool:
    indicator = figure.indicator
    if indicator.concept or indicator.rest or len(indicator.facets) > 1:
        return True
    return any(f.startswith("nature:") for f in indicator.facets)


def _same(bucket: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Split a bucket into groups of surely one quantity; groups of one are dropped."""
    groups: list[list[Figure]] = []
    for figure in bucket:
        own = _full(figure)
        home = next((g for g in groups if same_quantity(_full(g[0]), own)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    yield from (g for g in groups if len(g) > 1)


def _full(figure: Figure) -> Indicator:
    """The indicator with what the table's caption adds, and without what goes without saying."""
    own = figure.indicator
    facets = own.facets - _DONE
    if figure.how == "table" and len(figure.where) >= LABELS:
        facets = _with_caption(facets, describe(figure.where[-LABELS]).facets, bool(own.rest))
    elif figure.how != "table":
        facets = _with_heading(facets, figure.where)
    if "level:total" in facets:
        facets -= {"level:sum"}
    if facets == own.facets:
        return own
    return Indicator(own.text, concept_of(facets, own.rest), facets, own.rest)


def _with_heading(facets: frozenset[str], where: Sequence[str]) -> frozenset[str]:
    """收入总计 under 政府性基金预算 is that fund's, not the one under 一般公共预算."""
    if any(f.startswith("funding:") for f in facets):
        return facets
    for title in reversed(where):
        if funds := {f for f in describe(title).facets if f.startswith("funding:")}:
            return facets | funds
    return facets


def _with_caption(facets: frozenset[str], caption: frozenset[str], is_item: bool) -> frozenset[str]:
    groups = {f.partition(":")[0] for f in facets}
    added = {f for f in caption if (g := f.partition(":")[0]) in _CAPTION and g not in groups}
    if not is_item and "flow:both" in caption and "level:total" in facets:
        # Both sides of such a table end in one balancing total: 收入支出总计.
        return (facets - {"flow:income", "flow:expenditure"}) | added | {"flow:both"}
    return facets | added


def _certain(group: Sequence[Figure]) -> bool | None:
    """Whether a difference in the group would be an error; None where the name is ambiguous.

    Tables are made by one program from one ledger: where two of them differ, they mean two things.
    """
    if len({f.value for f in group}) == 1:
        return True
    cells = {f.value for f in group if f.how == "table"}
    if len(cells) > 1:
        return True if _all_near(group) else None
    if len({f.value for f in group}) > MOST_VALUES and not _all_near(group):
        return None
    if all(_is_unique(f) for f in group):
        return True
    return True if any(_slip(a, b) for a, b in combinations(group, 2)) else None


def _is_unique(figure: Figure) -> bool:
    indicator = _full(figure)
    if indicator.rest or figure.scope or _borrows_its_name(figure) or _of_a_project(figure):
        return False
    return indicator.concept in unique_concepts() or bool(indicator.facets & _TOTALS)


def _borrows_its_name(figure: Figure) -> bool:
    """共计支出 is the sum of whatever its sentence speaks of; 本年支出合计 has its own name."""
    facets = figure.indicator.facets
    if figure.how == "table" or "level:sum" not in facets or "level:total" in facets:
        return False
    return _OF_THE_YEAR.search(figure.indicator.text) is None


def _of_a_project(figure: Figure) -> bool:
    """Whether the heading above names a project: its budget is not the report's."""
    return figure.how != "table" and any(_PROJECT.search(title) for title in figure.where)


def _all_near(group: Sequence[Figure]) -> bool:
    """Whether all values agree within the coarsest last digit: one quantity, rounded."""
    values = [f.value for f in group if f.value is not None]
    return max(values) - min(values) <= 2 * max(f.place for f in group)


def _slip(a: Figure, b: Figure) -> bool:
    """Whether one figure looks like the other with a digit wrong, lost, doubled or moved."""
    if a.how == b.how == "table" and a.block != b.block:
        return False
    digits = _significant(a, b)
    long_enough = min(map(len, digits)) >= FEWEST_DIGITS
    return long_enough and DamerauLevenshtein.distance(*digits) == 1


def _significant(a: Figure, b: Figure) -> tuple[str, str]:
    """The digits of both to the coarser last place, zeros at the end of both left out.

    40.00 and 46.00 are short figures: that they differ in one digit tells nothing.
    """
    place = max(a.place, b.place) or Fraction(1)
    first, second = (str(abs(round((f.value or 0) / place))) for f in (a, b))
    while first[-1:] == second[-1:] == "0" and min(len(first), len(second)) > 1:
        first, second = first[:-1], second[:-1]
    return first, second


def _claim(id: str, group: Sequence[Figure], certain: bool) -> Claim:
    last = group[-1]
    terms = tuple(Term(f.id, Role.ITEM) for f in group)
    return Claim(
        id=id,
        relation=Relation(id, RelationKind.EQUAL, None, terms),
        source=ClaimSource.RESTATEMENT,
        words=Span(last.block, last.start, last.end, last.cell),
        measured=group[0].indicator.text,
        certain=certain,
    )
