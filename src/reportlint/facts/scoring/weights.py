"""Which figures are points that could be had, and which are points had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from reportlint.document import Document, block_text
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.terms import terms

_NAMED = regex.compile(
    r"(?:分值|权重|满分|标准分|总分值)(?:共计|合计|分别|各?为|共|是|[：:（(]|\s)*$"
)
_GIVEN = regex.compile(r"[）)]?\s*[，,]?\s*(?:实际|实|自评)?得(?:分)?(?:为|：|:)?\s*\d")
_WHOLE = regex.compile(r"(?<![评价合终])总分(?:共计|合计|共|为|是|：|:|\s)*$")
_TOTAL = regex.compile(r"总|合计|综合|共|最终|自评|评价")
_PAUSE = regex.compile(r"[，,；;、。（(]")
REACH = 8
"""So many characters before a figure may call it a full mark."""

FULL_MARKS = 100


def is_weight(document: Document, figure: Figure) -> bool:
    """Whether a score is the full mark of something: a cell under 分值, or 满分20分 in prose."""
    if figure.numeral.kind is not FigureKind.SCORE:
        return False
    if figure.how == "table":
        header = "".join(figure.where[-1:]).rpartition("/")[2]
        return terms().is_("weight", header)
    text = block_text(document.blocks[figure.block], figure.cell)
    before = text[max(0, figure.start - REACH) : figure.start]
    after = text[figure.end : figure.end + REACH]
    if figure.value == FULL_MARKS and _WHOLE.search(before):
        return True
    return bool(_NAMED.search(before)) or bool(_GIVEN.match(after)) or after.startswith("制")


def are_weights(document: Document, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total of points is one of full marks: by its own name, or that of its list."""
    if total.how == "table" or is_weight(document, total):
        return is_weight(document, total)
    text = block_text(document.blocks[total.block], total.cell)
    start = min(f.start for f in (total, *parts))
    opened = max(text.rfind(stop, 0, start) for stop in "。；;\n") + 1
    words = text[opened : max(f.end for f in (total, *parts))]
    return "得" not in words and regex.search(r"分值|权重|满分", words) is not None


def as_awarded(document: Document, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Scores of prose, whole numbers without the rounding that other figures may have.

    Scores are awarded, not measured: 18, 17, 27 and 26 make 88 and nothing else. Only a total
    that is whole among marks with decimals may have been rounded.
    """
    known = tuple(figures)
    texts: defaultdict[tuple[int, tuple[int, int] | None], list[Figure]] = defaultdict(list)
    for figure in known:
        if figure.numeral.kind is FigureKind.SCORE:
            texts[figure.block, figure.cell].append(figure)
    whole = {key for key, scores in texts.items() if not any(f.numeral.decimals for f in scores)}
    return tuple(
        _exact(f) if (f.block, f.cell) in whole or _is_set(document, f) else f for f in known
    )


def _is_set(document: Document, figure: Figure) -> bool:
    """A full mark, or a whole mark beside others with decimals; a total may have been rounded."""
    if figure.numeral.kind is not FigureKind.SCORE or is_weight(document, figure):
        return figure.numeral.kind is FigureKind.SCORE
    text = block_text(document.blocks[figure.block], figure.cell)
    before = text[max(0, figure.start - 2 * REACH) : figure.start]
    return not figure.numeral.decimals and not _TOTAL.search(_PAUSE.split(before)[-1])


def _exact(figure: Figure) -> Figure:
    numeral = figure.numeral
    if numeral.kind is not FigureKind.SCORE or numeral.hedge is not None:
        return figure
    return replace(figure, numeral=replace(numeral, exact=True))
