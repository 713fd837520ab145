"""CON205: stale-year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from reportlint.facts.cover import cover_lines
from reportlint.facts.model import Facts, Part, Span
from reportlint.facts.passages import passages
from reportlint.lexicon.terms import read_toml, strings
from reportlint.result import Confidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule

_YEAR = regex.compile(r"(?<!\d)(?P<year>20[0-4]\d)\s*年(?!\s*\d{1,2}\s*月)")
_ANY_YEAR = regex.compile(r"(?<!\d)20[0-4]\d")
HEADING_LIMIT = 40
BACK = 3
"""A copied text is not older than this."""


@rule(
    "CON205",
    "stale-year",
    severity="warning",
    title_en="Another year where the report's own is meant.",
    basis=OWN_WORDS,
)
def stale_year(facts: Facts) -> Iterator[Flag]:
    """年度写成了往年。

    查什么：标题写明了年度的报告里，小标题、表名或段首的本年收支、预算、绩效写成了往年（“2023年度预算执行
    情况”出现在2024年度的报告里）。
    为什么：照抄往年的文字没有改全，这一段的数字也就可疑。
    例：2024年度报告的“二、2023年度预算执行情况”。
    不查什么：与往年比较的段落；同一段里也写了本年的；往年立项、下达、结转的项目和资金；日期；文号；预算公
    开；没有写明年度的报告。
    依据：报告自身表述（标题的年度）。
    """
    for part in facts.parts:
        year = _year_of(facts, part)
        if year is not None:
            yield from _stale(facts, part, year)


def _year_of(facts: Facts, part: Part) -> int | None:
    """The year that the title (or cover) states, if one only and not of a budget."""
    if "预算" in part.title and not regex.search("决算|绩效", part.title):
        # A budget is presented together with what became of the last one.
        return None
    lines = " ".join([part.title, *cover_lines(facts, part)])
    found = {int(y) for y in _ANY_YEAR.findall(regex.sub(r"\s", "", part.title) or lines)}
    return found.pop() if len(found) == 1 else None


def _stale(facts: Facts, part: Part, year: int) -> Iterator[Flag]:
    headings = {s.block for s in facts.outline.sections}
    title = part.title_span.block if part.title_span else -1
    for passage in passages(facts.document):
        inside = max(part.start_block, title + 1) <= passage.block < part.end_block
        if not inside or passage.cell is not None or str(year) in passage.text:
            continue
        match = _YEAR.search(passage.text)
        if match is None or not year - BACK <= int(match["year"]) < year:
            continue
        if len(set(_ANY_YEAR.findall(passage.text))) > 1 or _words("other").search(passage.text):
            continue
        short = len(passage.text) <= HEADING_LIMIT
        named = passage.block in headings or (
            short and _words("caption").search(passage.text.strip())
        )
        lead = passage.text[: match.start()].strip()
        if (named or not lead) and _is_own(passage.text, match.end(), caption=bool(named)):
            yield _flag(facts, passage.span(*match.span()), year)


def _is_own(text: str, end: int, *, caption: bool) -> bool:
    found = _words("own").match(text, end)
    return bool(found) or (caption and bool(_words("caption").search(text.strip())))


@cache
def _words(name: str) -> regex.Pattern[str]:
    return regex.compile("|".join(strings("years.toml", read_toml("years.toml"), name)))


def _flag(facts: Facts, span: Span, year: int) -> Flag:
    anchor = span_anchor(facts, span)
    return Flag(
        anchor=anchor,
        message=Text(
            f"本报告是{year}年度的，这里写成“{anchor.quote}”。",
            f"The report is about {year}; here it says “{anchor.quote}”.",
        ),
        advice=Text(
            f"如指本年度，改为{year}年，并核对这一段的数字。",
            f"If the report's year is meant, write {year} and check the figures here.",
        ),
        expected=f"{year}年",
        confidence=Confidence.MEDIUM,
    )
