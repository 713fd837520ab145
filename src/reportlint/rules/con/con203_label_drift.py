"""CON203: label-drift."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reportlint.document import block_text
from reportlint.facts.indicators import near_names
from reportlint.facts.model import Facts, Figure, FigureKind, Span
from reportlint.result import Anchor, Confidence, Flag, Text
from reportlint.rules.anchoring import figure_anchor, figure_evidence, span_anchor
from reportlint.rules.registry import OWN_WORDS, rule

FEWEST_DIGITS = 4
"""Shorter numbers coincide by chance."""


@rule(
    "CON203",
    "label-drift",
    severity="warning",
    title_en="One value under two names.",
    basis=OWN_WORDS,
)
def label_drift(facts: Facts) -> Iterator[Flag]:
    """同一数值前后名称不一致。

    查什么：同一年度的同一个数，前面称“预算数”，后面称“支出数”之类，只差一两个字而意义不同。
    为什么：名称一变，读者不知道比率的分母究竟是预算还是支出。
    例：前文“全年预算数500.25万元”，后文“全年预算支出数500.25万元”。
    不查什么：意义相同的简称；数值偶然相同的短数；预算与决算本来相等的项目。
    依据：报告自身表述。
    """
    for figures in _same_values(facts).values():
        for first, later in combinations(figures, 2):
            if near_names(first.indicator, later.indicator):
                yield _flag(facts, first, later)
                break


def _same_values(facts: Facts) -> dict[tuple[object, str, str], list[Figure]]:
    found: defaultdict[tuple[object, str, str], list[Figure]] = defaultdict(list)
    for figure in facts.figures.values():
        if figure.numeral.kind is FigureKind.AMOUNT and figure.value and _long(figure):
            found[figure.value, figure.period, figure.scope].append(figure)
    return found


def _long(figure: Figure) -> bool:
    return sum(c.isdigit() for c in figure.numeral.text) >= FEWEST_DIGITS


def _flag(facts: Facts, first: Figure, later: Figure) -> Flag:
    one, two = first.indicator.text, later.indicator.text
    value = later.numeral.text
    return Flag(
        anchor=_label_anchor(facts, later),
        message=Text(
            f"同一数值{value}前称“{one}”，此处称“{two}”。",
            f"{value} is called “{one}” above and “{two}” here.",
        ),
        advice=Text(f"统一名称；如指预算，写作“{one}”。", "Use one name for one quantity."),
        evidence=(figure_evidence(facts, first, "item"),),
        confidence=Confidence.MEDIUM,
    )


def _label_anchor(facts: Facts, figure: Figure) -> Anchor:
    """The name in front of the figure where it stands there, else the figure."""
    text = block_text(facts.document.blocks[figure.block], figure.cell)
    start = text.rfind(figure.indicator.text, 0, figure.start)
    if start < 0:
        return figure_anchor(facts, figure)
    end = start + len(figure.indicator.text)
    return span_anchor(facts, Span(figure.block, start, end, figure.cell))
