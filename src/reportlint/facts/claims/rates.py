"""Named rates and completions: what was done over what it is measured by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reportlint.arithmetic.model import RelationKind, Role
from reportlint.facts.claims.book import Book
from reportlint.facts.claims.context import item_of, stage_of
from reportlint.facts.claims.making import Reading, fits, stated, term, words_of
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.claims.operands import Pair, find_pair, rank
from reportlint.facts.claims.subjects import detour
from reportlint.facts.claims.wording import RATES
from reportlint.facts.indicators import describe
from reportlint.facts.model import Claim, FigureKind
from reportlint.lexicon.formulas import Formula, formula_of, rate_scope

_OF_FULL_BUDGET = frozenset({"exec_rate", "use_rate", "completion_rate"})
_ADJUSTED = re.compile(r"追加|调增|调减|调整|调剂|追减|结转|上年|核减|收回")
_PARAGRAPHS = 3
_EXACTLY = Fraction(1, 2)
_TARGET = re.compile(r"目标|计划|任务|指标")


def rate_claims(passage: Passage, book: Book) -> Iterator[Claim]:
    """The claims of rates that the formula lexicon names."""
    for mention in passage.mentions:
        if mention.act is Act.RATE and mention.kind in RATES and _is_said(passage, mention):
            formula = formula_of(mention.name.text)
            claim = _claim(passage, book, mention, formula) if formula else None
            claim = claim or _by_stem(passage, book, mention)
            if claim:
                yield claim


def _fitting(
    passage: Passage, book: Book, mention: Mention, formula: Formula, pair: Pair
) -> list[Reading]:
    """A base under another name: whatever was named before and makes the rate exactly."""
    top = pair.numerator
    if _names_base(mention, pair.denominators[0]):
        return []
    others = [
        m
        for m in passage.before(mention.index)
        if m.is_level and m.comparable(top) and m is not top and m not in pair.denominators
    ]
    tried = [_reading(mention, formula, top, m) for m in others if not _item_of_list(m)]
    exact = [r for r in tried if fits(r, book.figures, _EXACTLY)]
    return exact[:1]


def _item_of_list(mention: Mention) -> bool:
    return mention.opens or mention.aside or mention.cause


def _is_said(passage: Passage, mention: Mention) -> bool:
    """执行率低于80%的子项 tells which items are meant; a row of rates is of a row of items."""
    return not mention.row and not re.match(r"\s*的(?!原因)", passage.text[mention.figure.end :])


def _claim(passage: Passage, book: Book, mention: Mention, formula: Formula) -> Claim | None:
    scope = describe(rate_scope(mention.name.text))
    pair = find_pair(passage, book, mention, formula, scope) or _against_target(passage, mention)
    if pair is None:
        return None
    pair = _with_total(passage, mention, pair)
    readings = [_reading(mention, formula, pair.numerator, d) for d in pair.denominators]
    if not any(fits(r, book.figures, _EXACTLY) for r in readings):
        readings = _fitting(passage, book, mention, formula, pair) or readings
    shared = _together(passage, mention, formula, pair)
    readings = shared or readings
    return stated(
        passage,
        readings,
        words_of(mention),
        formula=formula.id,
        measured=mention.name.text,
        named=_names_base(mention, pair.denominators[0]) or not _one_fits(readings, book),
        certain=not shared and _certain(passage, book, mention, formula, pair),
    )


def _one_fits(readings: Sequence[Reading], book: Book) -> bool:
    """Whether the choice of the base matters: where no reading fits, the one meant is wrong."""
    return len(readings) > 1 and any(fits(r, book.figures) for r in readings)


def _certain(passage: Passage, book: Book, mention: Mention, formula: Formula, pair: Pair) -> bool:
    """Beside an initial budget alone, a rate may rest on an adjusted one that is not printed."""
    if detour(passage, mention) or not all(_near_by(passage, m) for m in _operands(pair)):
        return False
    if _of_an_item(passage, mention, pair):
        return False
    if formula.id not in _OF_FULL_BUDGET:
        return True
    stages = {stage_of(d.indicator) for d in pair.denominators}
    if "full" in stages:
        return True
    start = passage.layout.sentences[mention.sentence]
    if _ADJUSTED.search(passage.text[start : mention.figure.start]):
        return False
    item = item_of(pair.denominators[0].indicator)
    return not any(
        stage_of(level.indicator) == "full" and item_of(level.indicator) == item
        for level in book.before(mention)
    )


def _of_an_item(passage: Passage, mention: Mention, pair: Pair) -> bool:
    """其中甲项目支出60万元，执行率80%: the rate is of the item just named, not of the whole."""
    near = [
        m
        for m in passage.before(mention.index)
        if m.part == mention.part and m.is_level and m.comparable(pair.numerator)
    ]
    if not near or near[-1] in (pair.numerator, *pair.denominators):
        return False
    return item_of(near[-1].indicator) != item_of(pair.numerator.indicator)


def _operands(pair: Pair) -> tuple[Mention, ...]:
    return pair.numerator, pair.denominators[0]


def _near_by(passage: Passage, operand: Mention) -> bool:
    """In the paragraph itself; or the adjusted budget, a few paragraphs above in the section."""
    figure = operand.figure
    if figure.block == passage.block:
        return True
    near = 0 < passage.block - figure.block <= _PARAGRAPHS
    return near and figure.where == passage.where and stage_of(operand.indicator) == "full"


def _against_target(passage: Passage, mention: Mention) -> Pair | None:
    """较目标值3000人超出600人，完成率120%: the base of a comparison is what was to be done."""
    before = [m for m in passage.before(mention.index) if m.sentence == mention.sentence]
    before = [m for m in before if m.part == mention.part]
    bases = [m for m in before if m.is_level and _TARGET.search(m.name.text)]
    if len(bases) != 1 or not mention.name.text.endswith("完成率"):
        return None
    levels = [
        m
        for m in before
        if m.act is Act.LEVEL and m is not bases[0] and m.comparable(bases[0]) and not m.aside
    ]
    return Pair(levels[0], (bases[0],)) if len(levels) == 1 else None


def _with_total(passage: Passage, mention: Mention, pair: Pair) -> Pair:
    """预算200万元，结转50万元，合计250万元: what was summed up may be the base as well."""
    totals = tuple(
        m
        for m in passage.before(mention.index)
        if m.total
        and m.part == mention.part
        and m.comparable(pair.numerator)
        and m.index != pair.numerator.index
        and m not in pair.denominators
        and item_of(m.indicator) == (frozenset(), "")
    )
    return Pair(pair.numerator, pair.denominators + totals)


def _together(passage: Passage, mention: Mention, formula: Formula, pair: Pair) -> list[Reading]:
    """非常满意230份、满意40份: what a word names twice may count together, or one of them alone."""
    alike = [
        m
        for m in passage.before(mention.index)
        if m.sentence == pair.numerator.sentence
        and m.act is Act.LEVEL
        and m.comparable(pair.numerator)
        and m not in pair.denominators
        and any(o.words for o in formula.numerator)
        and rank(m, formula.numerator) == rank(pair.numerator, formula.numerator)
    ]
    if len(alike) < 2:
        return []
    chosen = [tuple(alike), *((m,) for m in alike)]
    return [
        Reading(
            RelationKind.RATIO,
            mention.id,
            (*(term(m, Role.NUMERATOR) for m in tops), term(bottom, Role.DENOMINATOR)),
        )
        for bottom in pair.denominators
        for tops in chosen
    ]


def _by_stem(passage: Passage, book: Book, mention: Mention) -> Claim | None:
    """受理326件，办结319件，办结率97.85%: a rate of what its own stem names; never an error."""
    stem = re.search(r"([一-鿿]{2})率$", mention.name.text)
    before = [
        m
        for m in passage.before(mention.index)
        if m.part == mention.part and m.act is Act.LEVEL and m.kind is FigureKind.COUNT
    ]
    if stem is None or len(before) != 2 or not before[0].comparable(before[1]):
        return None
    tops = [m for m in before if stem[1] in m.name.text]
    if len(tops) != 1:
        return None
    bottom = before[1] if before[0] is tops[0] else before[0]
    terms = (term(tops[0], Role.NUMERATOR), term(bottom, Role.DENOMINATOR))
    reading = Reading(RelationKind.RATIO, mention.id, terms)
    if not fits(reading, book.figures, _EXACTLY):
        return None
    words = words_of(mention)
    return stated(passage, [reading], words, measured=mention.name.text, certain=False)


def _names_base(mention: Mention, denominator: Mention) -> bool:
    """Whether the rate's own name says its base: 年初预算执行率, 全年预算执行率."""
    stage = stage_of(mention.name)
    return stage in ("initial", "full") and stage == stage_of(denominator.indicator)


def _reading(mention: Mention, formula: Formula, top: Mention, bottom: Mention) -> Reading:
    if formula.growth:
        terms = term(top, Role.CURRENT), term(bottom, Role.PREVIOUS)
        return Reading(RelationKind.GROWTH, mention.id, terms, 0 if formula.sign > 0 else -1)
    terms = term(top, Role.NUMERATOR), term(bottom, Role.DENOMINATOR)
    return Reading(RelationKind.RATIO, mention.id, terms)
