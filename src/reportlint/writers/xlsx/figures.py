"""Every figure with what became of it. Values are exact decimals, so they are written as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.result import Result, Text
from reportlint.result.description import position_words, where_words
from reportlint.result.words import FATES, KINDS
from reportlint.writers.xlsx.book import Column, Row, Sheet

_COLUMNS = (
    Column(Text("报告", "report"), 28),
    Column(Text("原文", "quote"), 20),
    Column(Text("数值", "value"), 16),
    Column(Text("单位", "unit"), 8),
    Column(Text("类型", "kind"), 9),
    Column(Text("指标", "indicator"), 30),
    Column(Text("期间", "period"), 9),
    Column(Text("范围", "scope"), 14),
    Column(Text("核算情况", "outcome"), 18),
    Column(Text("章节", "section"), 40),
    Column(Text("页、行或单元格", "page, line or cell"), 12),
)


def figure_sheet(items: Sequence[Result], lang: str) -> Sheet:
    """One row for each figure, in document order."""
    return Sheet(Text("数字", "figures"), _COLUMNS, _rows(items, lang), lang)


def _rows(items: Sequence[Result], lang: str) -> Iterator[Row]:
    for result in items:
        for figure in result.figures:
            yield Row(
                (
                    result.path,
                    figure.quote,
                    figure.value,
                    figure.unit,
                    KINDS[figure.kind].in_(lang),
                    figure.indicator,
                    figure.period,
                    figure.scope,
                    FATES[figure.fate].in_(lang),
                    where_words(figure.anchor),
                    position_words(figure.anchor, lang),
                )
            )
