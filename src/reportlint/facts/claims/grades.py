"""Grade words as figures, and the statement that a score has earned a grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from reportlint.arithmetic.model import Interval, RelationKind, Role
from reportlint.facts.claims.making import Reading, stated, term
from reportlint.facts.claims.mention import Act, Mention, Passage
from reportlint.facts.model import (
    Claim,
    Figure,
    FigureKind,
    Indicator,
    Numeral,
)
from reportlint.lexicon.cues import any_of

_ANYTHING = Interval(None, None, False, False)
_REACH = 60
"""Characters before a grade word in which its noun (等级, 结论) must stand."""


@cache
def _pattern() -> re.Pattern[str]:
    grade, noun = any_of("grades"), any_of("grade_nouns")
    quoted = rf"[“\"‘「]\s*(?P<quoted>{grade})\s*[”\"’」]"
    verb = r"(?:均|都)?(?:评定|确定|判定|属于?|达到|达)?(?:为|是|：|:)?"
    end = r"(?:[级等]|档)?(?=[，。；、）)\s]|$)"
    return re.compile(rf"{quoted}|{noun}\s*{verb}\s*(?P<bare>{grade}){end}")


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>[^，。；：、（(]{{0,16}}{any_of('grade_nouns')})[^，。；]{{0,8}}$"
    )


def grade_figures(
    passage_text: str, block: int, where: tuple[str, ...], first: int, year: str
) -> Iterator[Figure]:
    """The grade words of a text: quoted, or right after 等级, 结论 and the like.

    `first` is the number of the first free figure id of the block.
    """
    if not _may_hold(passage_text):
        return
    for match in _pattern().finditer(passage_text):
        group = "quoted" if match["quoted"] else "bare"
        start, end = match.span(group)
        before = passage_text[max(0, start - _REACH) : start].rstrip('“"‘「 为是：:')
        named = _noun().search(before)
        if group == "quoted" and named is None:
            continue
        name = named["name"].strip() if named else ""
        yield _figure(passage_text, block, where, f"f{block}.{first}", start, end, name, year)
        first += 1


def _may_hold(text: str) -> bool:
    return any(c in text for c in "优良中差格般")


def _is_class(text: str, end: int) -> bool:
    """“优”的项目4个 names a class of projects, it does not grade the report."""
    return (
        re.match(r"\s*(?:的|等级的?|级)?[^，。；]{0,6}(?:项目|个|家|所|人)", text[end : end + 14])
        is not None
    )


def _figure(
    text: str,
    block: int,
    where: tuple[str, ...],
    name: str,
    start: int,
    end: int,
    indicator: str,
    year: str,
) -> Figure:
    word = text[start:end]
    numeral = Numeral(start, end, word, FigureKind.GRADE, None, "", Fraction(1), 0, _ANYTHING)
    return Figure(
        name, numeral, block, start, end, indicator=Indicator(indicator), period=year, where=where
    )


def grade_claims(
    passage: Passage, grades: tuple[Figure, ...], parts: frozenset[int]
) -> Iterator[Claim]:
    """A grade belongs to the score before it, in its own sentence or the one before.

    `parts` are the mentions that are parts of a list: no grade is given for them.
    """
    after = 0
    for grade in grades:
        since, after = after, grade.end
        if _is_class(passage.text, grade.end + 1):
            continue
        score = _score(passage, grade, parts, since)
        if score is None:
            continue
        reading = Reading(RelationKind.GRADE, grade.id, (term(score, Role.ACTUAL),))
        measured = grade.indicator.text
        yield stated(passage, [reading], (grade.start, grade.end), measured=measured)


def _score(passage: Passage, grade: Figure, parts: frozenset[int], since: int) -> str | None:
    here = passage.layout.sentence(grade.start)
    scores = [
        m
        for m in passage.until(grade.start)
        if m.kind is FigureKind.SCORE
        and since <= m.figure.start
        and m.figure.end <= grade.start
        and here - m.sentence <= 1
        and m.figure.numeral.value is not None
        and m.act is Act.LEVEL
        and m.index not in parts
        and not _is_weight(passage, m.figure)
        and not _is_part(passage, m)
    ]
    total = [m for m in scores if _TOTAL.search(m.name.text)]
    chosen = total or scores
    return chosen[-1].id if total or len(chosen) == 1 else None


_TOTAL = re.compile(r"总|综合|合计|最终|整体(?:得分|评分)|自评(?:得?分|评分)|评价(?:得?分|评分)")
_OWN_FULL_MARK = re.compile(
    r"\s*[（(，,]?\s*(?:满分|分值|权重|总分值)(?:为|是|：|:)?\s*(?!100\s*分)\d"
)
_LISTED = re.compile(r"其中|包括|加分|扣分|减分|指标")


def _is_part(passage: Passage, mention: Mention) -> bool:
    """A score with a full mark of its own, or one of those under 其中, is part of the whole."""
    figure = mention.figure
    if _OWN_FULL_MARK.match(passage.text, figure.end):
        return True
    start = passage.layout.sentences[mention.sentence]
    words = passage.text[start : figure.start]
    return _LISTED.search(words) is not None and not _TOTAL.search(mention.name.text)


def _is_weight(passage: Passage, figure: Figure) -> bool:
    """满分100分, 90分以上 and （60分）得分57分 are no scores."""
    before = passage.text[max(0, figure.start - 6) : figure.start]
    after = passage.text[figure.end : figure.end + 4]
    if before.endswith(("（", "(")) and re.match(r"[）)][，,：:]?[实自]?[得评]", after):
        return True
    return bool(re.search(r"满分|分值|权重|[扣加减差]|核增|差异", before)) or after.startswith(
        ("以上", "及以上", "（含", "以下", "制")
    )
