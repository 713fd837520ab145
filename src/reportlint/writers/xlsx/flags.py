"""The list of flags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlint.result import Flag, Result, Text, words
from reportlint.result.description import (
    basis_words,
    evidence_words,
    family_words,
    position_words,
    severity_words,
    where_words,
)
from reportlint.writers.xlsx.book import Column, Row, Sheet, Value

_COLUMNS = (
    Column(Text("级别", "severity"), 8),
    Column(Text("报告", "report"), 28),
    Column(Text("单位", "organization"), 18),
    Column(Text("年度", "year"), 7),
    Column(Text("编号", "code"), 9),
    Column(Text("名称", "name"), 20),
    Column(Text("类别", "family"), 11),
    Column(Text("问题", "message"), 50),
    Column(Text("原文", "quote"), 24),
    Column(Text("上下文", "context"), 40),
    Column(Text("章节", "section"), 30),
    Column(Text("页、行或单元格", "page, line or cell"), 12),
    Column(words.WORKING, 36),
    Column(words.EXPECTED, 16),
    Column(words.EVIDENCE, 36),
    Column(words.ADVICE, 36),
    Column(words.BASIS, 28),
    Column(Text("把握", "confidence"), 10),
    Column(words.ALSO, 12),
    Column(words.ANSWER, 24),
    Column(words.SUPPRESSED, 24),
    Column(Text("指纹", "fingerprint"), 18),
)


def flag_sheet(items: Sequence[Result], lang: str) -> Sheet:
    """One row for each flag, suppressed ones with their reason."""
    return Sheet(Text("问题清单", "flags"), _COLUMNS, _rows(items, lang), lang)


def _rows(items: Sequence[Result], lang: str) -> Iterator[Row]:
    for result in items:
        for flag in result.flags:
            yield Row(_values(result, flag, lang), flag.severity)


def _values(result: Result, flag: Flag, lang: str) -> tuple[Value, ...]:
    anchor = flag.anchor
    context = f"{anchor.before}【{anchor.quote}】{anchor.after}" if anchor.quote else ""
    return (
        severity_words(flag, lang),
        result.path,
        result.organization,
        result.year,
        flag.code,
        flag.name,
        family_words(flag.code, lang),
        flag.message.in_(lang),
        anchor.quote,
        context,
        where_words(anchor),
        position_words(anchor, lang),
        flag.working_in(lang),
        flag.expected,
        evidence_words(flag.evidence, lang),
        flag.advice.in_(lang),
        basis_words(flag, lang),
        words.CONFIDENCES[flag.confidence].in_(lang),
        ", ".join(flag.also),
        flag.answer,
        flag.suppressed,
        flag.fingerprint,
    )
