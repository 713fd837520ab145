"""Which figures are points that could be had, and which are points had."""

from __future__ import annotations

import regex

from reportlint.document import Document, block_text
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.tables.terms import terms

_NAMED = regex.compile(r"(?:分值|权重|满分|标准分|总分值)(?:共计|合计|分别|各?为|共|是|:|：|\s)*$")
REACH = 8
"""So many characters before a figure may call it a weight."""


def is_weight(document: Document, figure: Figure) -> bool:
    """Whether a score is the full mark of something: a cell under 分值, or 满分20分 in prose."""
    if figure.numeral.kind is not FigureKind.SCORE:
        return False
    if figure.how == "table":
        header = "".join(figure.where[-1:]).rpartition("/")[2]
        return terms().is_("weight", header)
    text = block_text(document.blocks[figure.block], figure.cell)
    return _NAMED.search(text[max(0, figure.start - REACH) : figure.start]) is not None
